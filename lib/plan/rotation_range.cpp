#include "plan/rotation_range.hpp"

#include "plan/rotation.hpp"
#include "wording/number.hpp"

namespace sihu {

namespace {

constexpr int most_cycles = 1000;

}  // namespace

std::vector<Phrase> out_of_range(const PlanRotation& rotation, int branches) {
  std::vector<Phrase> said;
  const int rounds = rotation_rounds(branches);
  if (rotation.round > rounds)
    said.push_back(phrase(Text{"rotation 的 round 是 {0}，而 {1} 个支部一轮只有 {2} 次，以后的计划"
                               "会从新的一轮开始",
                               "round of rotation is {0}, where a cycle of {1} branches has {2}: "
                               "the next plan would begin a new cycle"},
                          rotation.round, branches, rounds));
  if (rotation.cycle > most_cycles)
    said.push_back(phrase(Text{"rotation 的 cycle 是 {0}，不会轮了这么多轮（至多 {1}）",
                               "cycle of rotation is {0}, more than can have been gone through "
                               "({1} at most)"},
                          rotation.cycle, most_cycles));
  return said;
}

}  // namespace sihu
