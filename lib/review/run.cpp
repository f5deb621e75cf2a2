#include "review/run.hpp"

#include "base/utf8.hpp"
#include "review/form.hpp"

#include <array>

namespace sihu {
namespace {

// Digits and keys as a Chinese input method gives them.
constexpr std::array<std::pair<std::string_view, char>, 16> wide_letters{{{"０", '0'},
                                                                          {"１", '1'},
                                                                          {"２", '2'},
                                                                          {"３", '3'},
                                                                          {"４", '4'},
                                                                          {"５", '5'},
                                                                          {"６", '6'},
                                                                          {"７", '7'},
                                                                          {"８", '8'},
                                                                          {"９", '9'},
                                                                          {"．", '.'},
                                                                          {"？", '?'},
                                                                          {"ｑ", 'q'},
                                                                          {"ｂ", 'b'},
                                                                          {"ｓ", 's'},
                                                                          {"　", ' '}}};

std::string narrowed(std::string_view text) {
  std::string narrow;
  while (!text.empty()) {
    const auto* wide = &wide_letters.front();
    const auto* end = wide + wide_letters.size();
    while (wide != end && !text.starts_with(wide->first)) ++wide;
    narrow += wide == end ? text.front() : wide->second;
    text.remove_prefix(wide == end ? 1 : wide->first.size());
  }
  return narrow;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

ReviewReply moved() {
  return {ReviewReply::Kind::moved, {}, {}, false};
}

ReviewReply wrong(Phrase message) {
  return {ReviewReply::Kind::stay, std::move(message), {}, true};
}

Phrase help() {
  return phrase(
      Text{"打分数，回车；b 回上一项，s 跳过这个支部，q 结束，? 帮助。意见可空着。\n"
           "一个支部全部打完才记录",
           "type a score and Enter; b back, s skip this branch, q quit, ? help. A comment "
           "may be empty.\nA branch is recorded when all of it is given"});
}

}  // namespace

Phrase ReviewRun::card() const {
  if (over() || !fresh_) return {};
  Phrase card;
  if (scores_.empty()) card = heading();
  const Phrase asked =
      asks_comment() ? phrase(Text{"意见，可空着；不写国家秘密，不写个人隐私",
                                   "a comment, or nothing; no state secrets, nothing private"})
                     : criterion_words(criterion());
  return {card.zh + "  " + visible(asked.zh) + "\n", card.en + "  " + visible(asked.en) + "\n"};
}

Phrase ReviewRun::heading() const {
  Phrase heading = phrase(Text{"\n{0} {1}（{2}/{3}），每项 {4} 到 {5} 分（? 帮助）\n",
                               "\n{0} {1} ({2}/{3}), from {4} to {5} (? for help)\n"},
                          branch().id, branch().name, at_ + 1, scene_.branches.size(),
                          scene_.rubric.from, scene_.rubric.to);
  if (scene_.reviewed_before.contains(branch().id)) {
    heading.zh += "  台账里已有你评它的表，这次交了就替换\n";
    heading.en += "  your sheet about it is in the ledger; handing in another one replaces it\n";
  }
  return heading;
}

Phrase ReviewRun::half_sheet() const {
  if (scores_.empty()) return {};
  return phrase(
      Text{"评 {0} 的表没有交（{2} 项打了 {1} 项），也没有保存；要交，用 sihu review run {3} {0} "
           "从头打",
           "the sheet about {0} is not handed in ({1} of {2} given), and not kept; to hand it in, "
           "begin it anew with sihu review run {3} {0}"},
      branch().id, scores_.size(), scene_.rubric.criteria.size(), to_string(scene_.quarter));
}

Phrase ReviewRun::prompt() const {
  if (asks_comment()) return phrase(Text{"{0} 意见> ", "{0} comment> "}, branch().id);
  return same(branch().id + " " + criterion().id + "> ");
}

ReviewReply ReviewRun::answer(std::string_view line) {
  fresh_ = false;
  const std::string narrow = narrowed(line);
  const std::string_view key = trimmed(narrow);
  if (key == "q") return {ReviewReply::Kind::quit, {}, {}, false};
  if (key == "?") return {ReviewReply::Kind::stay, help(), {}, false};
  if (key == "b") return go_back();
  if (key == "s") return skip();
  return asks_comment() ? take_comment(trimmed(line)) : take_score(key);
}

ReviewReply ReviewRun::go_back() {
  if (scores_.empty()) return wrong(phrase(Text{"这是第一项", "this is the first criterion"}));
  scores_.pop_back();
  fresh_ = true;
  return moved();
}

ReviewReply ReviewRun::skip() {
  ReviewReply reply = moved();
  reply.message = half_sheet();
  next_branch();
  return reply;
}

ReviewReply ReviewRun::take_score(std::string_view text) {
  auto score = read_score(scene_.rubric, text);
  if (!score) return wrong(score.error().faults.front().what);
  scores_.push_back({criterion().id, std::move(*score)});
  fresh_ = true;
  return moved();
}

ReviewReply ReviewRun::take_comment(std::string_view text) {
  NewSheet made{{scene_.quarter, branch().id, scene_.person}, {scores_, std::string(text)}, {}};
  if (!fits_box(made.key, made.sheet))
    return wrong(phrase(
        Text{"意见太长，应在 {0} 字以内", "the comment is too long, {0} letters at most"}, 500));
  return {ReviewReply::Kind::hand_in, {}, std::move(made), false};
}

void ReviewRun::next_branch() {
  ++at_;
  scores_.clear();
  fresh_ = true;
}

void ReviewRun::handed_in() {
  ++handed_in_;
  next_branch();
}

void ReviewRun::refused() {
  scores_.clear();
  fresh_ = true;
}

}  // namespace sihu
