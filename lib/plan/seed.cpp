#include "plan/seed.hpp"

#include "base/utf8.hpp"
#include "gate/encoding.hpp"
#include "gate/source.hpp"

namespace sihu {

Result<void> check_seed(const std::string& seed) {
  if (is_blank(seed))
    return fail(Kind::usage, "empty-seed",
                phrase(Text{"--seed 是空的，抽不了签", "--seed is empty: nothing to draw lots by"}),
                phrase(Text{"写出开奖号码，或不写 --seed", "give a draw, or leave out --seed"}));
  if (visible(seed) == seed && check_characters(Source(seed, "--seed")).empty()) return {};
  return fail(Kind::usage, "unprintable",
              phrase(Text{"--seed 中有看不见的字符：“{0}”",
                          "--seed has a character that can't be seen: \"{0}\""},
                     visible(seed)),
              phrase(Text{"照开奖公告重新输入一遍", "type it anew, as the draw was announced"}));
}

}  // namespace sihu
