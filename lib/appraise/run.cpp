#include "appraise/run.hpp"

#include "base/utf8.hpp"
#include "gate/sheet_cell.hpp"

namespace sihu {
namespace {

// As a Chinese input method gives digits and letters, so that nobody has to switch it off.
std::string half_width(std::string_view text) {
  constexpr char32_t first_wide = 0xff01;
  constexpr char32_t last_wide = 0xff5e;
  constexpr char32_t wide_blank = 0x3000;
  std::string narrow;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    const bool wide = code >= first_wide && code <= last_wide;
    append_utf8(narrow, wide ? code - first_wide + U'!' : code == wide_blank ? U' ' : code);
  }
  return narrow;
}

AppraiseReply moved_on() {
  return {AppraiseReply::Step::moved, {}, {}, false};
}

AppraiseReply not_taken(Phrase message) {
  return {AppraiseReply::Step::stay, std::move(message), {}, true};
}

Phrase scoring_help() {
  return phrase(Text{
      "打分数，回车，再写理由；不适用打 na。b 回上一步，s 跳过这一项，q 结束（以后接着打），? 帮助",
      "type points and Enter, then why; na where it does not apply. b back, s skip "
      "this item, q quit (go on later), ? help"});
}

}  // namespace

Phrase AppraiseRun::card() const {
  if (over() || !fresh_) return {};
  if (given_)
    return phrase(Text{"  理由（不写国家秘密，不写个人隐私，不评价政治态度和品德）\n",
                       "  why (no state secrets, nothing private, no word on conviction or "
                       "character)\n"});
  const Phrase standard{visible(item().standard.zh), visible(item().standard.en)};
  const Phrase title{visible(item().title.zh), visible(item().title.en)};
  const Phrase head = phrase(Text{"\n{0} {1}（{2}/{3}），满分 {4}（? 帮助）\n",
                                  "\n{0} {1} ({2}/{3}), of {4} points (? for help)\n"},
                             item().id, title, at_ + 1, items_.size(), item().points.shortest());
  return standard.empty() ? head : phrase(Text{"{0}  {1}\n", "{0}  {1}\n"}, head, standard);
}

Phrase AppraiseRun::prompt() const {
  if (given_) return phrase(Text{"{0} {1} 理由> ", "{0} {1} why> "}, person_, item().id);
  return same(person_ + " " + item().id + "> ");
}

AppraiseReply AppraiseRun::answer(std::string_view line) {
  fresh_ = false;
  const std::string key = trimmed_cell(half_width(line));
  if (key == "q") return {AppraiseReply::Step::quit, {}, {}, false};
  if (key == "?") return {AppraiseReply::Step::stay, scoring_help(), {}, false};
  if (key == "b") return go_back();
  if (key == "s") return skip();
  return given_ ? take_reason(trimmed_cell(line)) : take_points(key);
}

AppraiseReply AppraiseRun::take_points(std::string_view text) {
  auto mark = parse_appraise_mark(text);
  if (!mark || !fits(item(), *mark))
    return not_taken(phrase(
        Text{"应是 0 到 {0}（至多两位小数）或 na", "must be 0 to {0} (at most two decimals) or na"},
        item().points.shortest()));
  given_ = std::move(mark);
  fresh_ = true;
  return moved_on();
}

AppraiseReply AppraiseRun::take_reason(std::string_view text) {
  if (is_blank(text))
    return not_taken(
        phrase(Text{"要写理由：看了什么、查到什么", "say why: what was looked at and found"}));
  return {AppraiseReply::Step::record, {}, {item().id, *given_, std::string(text), {}, {}}, false};
}

AppraiseReply AppraiseRun::go_back() {
  if (!given_ && at_ == 0) return not_taken(phrase(Text{"这是第一项", "this is the first item"}));
  if (!given_) --at_;
  given_.reset();
  fresh_ = true;
  return moved_on();
}

AppraiseReply AppraiseRun::skip() {
  next_item();
  return moved_on();
}

void AppraiseRun::next_item() {
  ++at_;
  given_.reset();
  fresh_ = true;
}

void AppraiseRun::recorded() {
  ++recorded_;
  next_item();
}

void AppraiseRun::refused() {
  given_.reset();
  fresh_ = true;
}

}  // namespace sihu
