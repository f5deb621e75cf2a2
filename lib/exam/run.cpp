#include "exam/run.hpp"

#include "exam/marking.hpp"
#include "exam/question_card.hpp"
#include "wording/width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace sihu {
namespace {

constexpr std::size_t bytes_of_a_chinese_character = 3;

SittingReply moved() {
  return {SittingReply::Kind::moved, {}, {}, false};
}

SittingReply wrong(Phrase message) {
  return {SittingReply::Kind::stay, std::move(message), {}, true};
}

SittingReply said(Phrase message) {
  return {SittingReply::Kind::stay, std::move(message), {}, false};
}

Phrase help() {
  return phrase(
      Text{"打答案，回车；空回车到下一题；//etc 就是答 /etc\n"
           "/5 第 5 题，/b 上一题，/o 没答的，/g 标记的\n"
           "/s 词 查找，/u 撤销，/f 标记，/- 擦去，/l 总览\n"
           "/h 交卷，/q 离开，? 帮助",
           "type an answer and Enter; Enter alone goes on; //etc answers /etc\n"
           "/5 question 5, /b back, /o next open, /g next flagged\n"
           "/s WORD finds, /u undo, /f flag, /- no answer, /l overview\n"
           "/h hand in, /q leave, ? help"});
}

// What may be typed, in the letters of the candidate's own paper.
Phrase possible_letters(const BankQuestion& question, std::size_t options) {
  if (question.kind == QuestionKind::judge)
    return phrase(Text{"判断题答 T 或 F（对、错）", "answer T or F"});
  const char last = static_cast<char>('A' + static_cast<int>(options) - 1);
  return phrase(
      question.kind == QuestionKind::single
          ? Text{"单选题答 A 到 {0} 中的一个", "answer one of A to {0}"}
          : Text{"多选题答 A 到 {0} 中的几个，各写一次", "answer with some of A to {0}, each once"},
      std::string(1, last));
}

// `options`: how many the question has; 0: it has none.
Phrase no_answer(const BankQuestion& question, std::size_t options, std::string_view typed) {
  if (const auto most = most_response_bytes(question.kind); typed.size() > most)
    return phrase(Text{"太长，没有记下：有 {0} 字节，至多 {1}（汉字约 {2} 个）。缩短了再答",
                       "too long, and not kept: {0} bytes, at most {1} (some {2} Chinese "
                       "characters). Answer again in fewer words"},
                  typed.size(), most, most / bytes_of_a_chinese_character);
  if (const Phrase gaps = gaps_words(question); !gaps.empty())
    return phrase(Text{"不能这样答：{0}（? 帮助）", "this can be no answer: {0} (? for help)"},
                  gaps);
  if (options > 0 || question.kind == QuestionKind::judge)
    return phrase(Text{"不能这样答：{0}（? 帮助）", "this can be no answer: {0} (? for help)"},
                  possible_letters(question, options));
  return phrase(Text{"{0}不能这样答（? 帮助）", "this can be no answer: {0} (? for help)"},
                phrase(wording(question.kind)));
}

// What is said of an answer that leaves gaps; it is kept all the same.
Phrase gaps_left(const BankQuestion& question, const std::string& response) {
  const auto filled = gaps_filled(question, response);
  if (filled == question.blanks.size()) return {};
  return phrase(Text{"已记下；这题要填 {0} 处，答了 {1} 处，答案之间用分号（;）隔开",
                     "kept; this asks for {0} parts and has {1}: put a semicolon (;) between"},
                question.blanks.size(), filled);
}

// What was typed in time, and is no answer, or would take the place of one that was entered.
Phrase not_entered(std::size_t number, std::string_view typed, bool is_answer) {
  return is_answer
             ? phrase(Text{"第 {0} 题打了没按回车的没有算，先前记下的答案不变：{1}",
                           "question {0}: what was typed without Enter does not count, the answer "
                           "kept before does: {1}"},
                      number, in_brief(typed))
             : phrase(Text{"第 {0} 题打了没按回车的不能作答案，没有算：{1}",
                           "question {0}: what was typed without Enter can be no answer and does "
                           "not count: {1}"},
                      number, in_brief(typed));
}

// Only ASCII has other letters that mean the same here.
std::string in_lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool has_word(const Phrase& text, const std::string& word) {
  return in_lower_case(text.zh).find(word) != std::string::npos ||
         in_lower_case(text.en).find(word) != std::string::npos;
}

std::string list_of(const std::vector<std::size_t>& numbers) {
  std::string list;
  for (const std::size_t number : numbers)
    list += (list.empty() ? "" : " ") + std::to_string(number);
  return list;
}

}  // namespace

SittingRun::SittingRun(const ExamForm& form, std::string_view person, SittingNotes notes)
    : form_(form), shown_(shown_to(form, person)), notes_(std::move(notes)) {
  const auto open = unanswered();
  if (!open.empty()) at_ = open.front() - 1;
}

// Which question it is and what it is worth.
Phrase SittingRun::head() const {
  const bool flagged = notes_.flagged.contains(shown().index);
  return phrase(Text{"第 {0}/{1} 题  {2}（{3} 分）{4}", "{0}/{1}  {2} ({3}){4}"}, at_ + 1,
                shown_.size(), phrase(wording(asked().question->kind)),
                form_.section_of(asked()).points.shortest(),
                flagged ? phrase(Text{"  〔已标记〕", "  [flagged]"}) : Phrase{});
}

// What it asks, and what was answered.
Phrase SittingRun::body() const {
  const BankQuestion& question = *asked().question;
  Phrase body = question_card(question, shown().letters);
  if (question.kind == QuestionKind::short_answer)
    body = one_after(body, phrase(Text{"  至多 {1} 字节，约 {0} 个汉字\n",
                                       "  at most {1} bytes, some {0} Chinese characters\n"},
                                  most_response_bytes(question.kind) / bytes_of_a_chinese_character,
                                  most_response_bytes(question.kind)));
  const std::string& response = notes_.responses[shown().index];
  if (response.empty()) return body;
  return one_after(body, phrase(Text{"已答：{0}\n", "answered: {0}\n"},
                                response_as_shown(question, shown().letters, response)));
}

Phrase SittingRun::card(int seconds_left) const {
  return one_after(
      phrase(Text{"\n{0}  剩 {1}\n", "\n{0}  {1} left\n"}, head(), time_words(seconds_left)),
      body());
}

Phrase SittingRun::question() const {
  return one_after(phrase(Text{"{0}\n", "{0}\n"}, head()), body());
}

std::vector<QuestionMark> SittingRun::marks() const {
  std::vector<QuestionMark> marks;
  for (const ShownQuestion& question : shown_)
    marks.push_back(
        {!notes_.responses[question.index].empty(), notes_.flagged.contains(question.index)});
  return marks;
}

bool SittingRun::takes_words() const {
  const QuestionKind kind = asked().question->kind;
  return kind == QuestionKind::blank || kind == QuestionKind::short_answer;
}

Phrase SittingRun::prompt() const {
  return same(std::to_string(at_ + 1) + "/" + std::to_string(shown_.size()) + "> ");
}

SittingReply SittingRun::answer(std::string_view line) {
  const std::string narrow = typed_line(line);
  const bool again = asked_hand_in_;
  asked_hand_in_ = undoing_ = false;
  if (narrow == "?" || narrow == "/?") return said(help());
  if (narrow == "/h" && (again || unanswered().empty()))
    return {SittingReply::Kind::hand_in, {}, {}, false};
  if (const auto escaped = answer_typed(narrow); escaped != narrow) return take_answer(escaped);
  if (narrow.starts_with('/')) return command(std::string_view(narrow).substr(1));
  if (narrow.empty()) return move_to(at_ + 1);
  return take_answer(line);
}

SittingReply SittingRun::command(std::string_view word) {
  if (word == "q") return {SittingReply::Kind::quit, {}, {}, false};
  if (word == "h") return ask_hand_in();
  if (word == "l") return said(overview());
  if (word == "b")
    return at_ == 0 ? wrong(phrase(Text{"这是第一题", "this is the first question"}))
                    : move_to(at_ - 1);
  if (word == "f") return {SittingReply::Kind::keep, {}, {shown().index, true, {}}, false};
  if (word == "-") return {SittingReply::Kind::keep, {}, {shown().index, false, {}}, false};
  if (word == "u") return undo();
  if (word == "o")
    return next_where([&](std::size_t i) { return notes_.responses[shown_[i].index].empty(); },
                      phrase(Text{"都答了", "all are answered"}));
  if (word == "g")
    return next_where([&](std::size_t i) { return notes_.flagged.contains(shown_[i].index); },
                      phrase(Text{"没有标记的题", "none is flagged"}));
  if (word == "s" || word.starts_with("s ")) return find(word.substr(1));
  return jump(word);
}

// Around from the question on the screen, which comes last.
template <class Wanted>
SittingReply SittingRun::next_where(Wanted wanted, Phrase none) {
  for (std::size_t step = 1; step <= shown_.size(); ++step)
    if (const std::size_t place = (at_ + step) % shown_.size(); wanted(place))
      return move_to(place);
  return wrong(std::move(none));
}

SittingReply SittingRun::find(std::string_view word) {
  while (word.starts_with(' ')) word.remove_prefix(1);
  if (!word.empty()) sought_ = in_lower_case(std::string(word));
  if (sought_.empty())
    return wrong(phrase(Text{"/s 后面写要找的词，如 /s 消防", "a word to find follows: /s fire"}));
  return next_where(
      [&](std::size_t i) {
        return has_word(
            question_card(*form_.questions[shown_[i].index].question, shown_[i].letters), sought_);
      },
      phrase(Text{"没有一题有“{0}”", "no question has \"{0}\""}, sought_));
}

SittingReply SittingRun::undo() {
  if (undos_.empty()) return wrong(phrase(Text{"没有可撤销的", "there is nothing to undo"}));
  undoing_ = true;
  return {SittingReply::Kind::keep, phrase(Text{"撤销了上一步", "the last step is undone"}),
          undos_.back().step, false};
}

SittingReply SittingRun::jump(std::string_view number) {
  std::size_t place = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), place);
  const bool good = error == std::errc() && end == number.data() + number.size();
  if (!good) return wrong(help());
  if (place < 1 || place > shown_.size())
    return wrong(phrase(Text{"题号是 1 到 {0}", "questions are 1 to {0}"}, shown_.size()));
  return move_to(place - 1);
}

SittingReply SittingRun::take_answer(std::string_view text) {
  const auto response = response_in_bank(*asked().question, shown().letters, text);
  if (!response || response->empty())
    return wrong(no_answer(*asked().question, shown().letters.size(), text));
  return {SittingReply::Kind::keep,
          gaps_left(*asked().question, *response),
          {shown().index, false, *response},
          false};
}

SittingReply SittingRun::unfinished(std::string_view typed) const {
  const std::string line = typed_line(typed);
  const std::string escaped(answer_typed(line));
  const bool is_command = escaped == line && (line.starts_with('/') || line == "?");
  if (line.empty() || is_command) return said({});
  const auto response =
      response_in_bank(*asked().question, shown().letters, escaped == line ? typed : escaped);
  const std::string& before = notes_.responses[shown().index];
  const bool good = response && !response->empty();
  if (good && *response == before) return said({});
  if (!good || !before.empty()) return said(not_entered(at_ + 1, typed, good));
  return {SittingReply::Kind::keep,
          phrase(Text{"第 {0} 题打了还没按回车，时间内打的算作答案：{1}",
                      "question {0}: what was typed in time counts, though Enter was not pressed: "
                      "{1}"},
                 at_ + 1, in_brief(typed)),
          {shown().index, false, *response},
          false};
}

SittingReply SittingRun::ask_hand_in() {
  asked_hand_in_ = true;
  return said(phrase(Text{"还有 {0} 题没答：{1}。再打一次 /h 就交卷",
                          "not answered: {1} ({0}). /h once more hands in"},
                     unanswered().size(), list_of(unanswered())));
}

SittingReply SittingRun::move_to(std::size_t place) {
  if (place >= shown_.size()) return said(overview());
  at_ = place;
  return moved();
}

void SittingRun::kept(const SittingStep& step) {
  const bool undone = std::exchange(undoing_, false);
  if (undone) {
    at_ = undos_.back().at;
    undos_.pop_back();
  } else {
    undos_.push_back(
        {at_, {step.index, step.is_flag, step.is_flag ? "" : notes_.responses[step.index]}});
  }
  if (step.is_flag) {
    if (notes_.flagged.erase(step.index) == 0) notes_.flagged.insert(step.index);
    return;
  }
  notes_.responses[step.index] = step.response;
  if (!undone && !step.response.empty() && at_ + 1 < shown_.size()) ++at_;
}

std::vector<std::size_t> SittingRun::unanswered() const {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < shown_.size(); ++i)
    if (notes_.responses[shown_[i].index].empty()) numbers.push_back(i + 1);
  return numbers;
}

Phrase SittingRun::overview() const {
  std::vector<std::size_t> flagged;
  for (std::size_t i = 0; i < shown_.size(); ++i)
    if (notes_.flagged.contains(shown_[i].index)) flagged.push_back(i + 1);
  const auto open = unanswered();
  return phrase(Text{"{0} 题，没答 {1} 题：{2}；标记 {3} 题：{4}。/h 交卷",
                     "{0} questions; not answered {1}: {2}; flagged {3}: {4}. /h hands in"},
                shown_.size(), open.size(), open.empty() ? "-" : list_of(open), flagged.size(),
                flagged.empty() ? "-" : list_of(flagged));
}

std::string time_words(int seconds) {
  const int left = std::max(seconds, 0);
  if (left >= 3600) return fmt::format("{}:{:02}:{:02}", left / 3600, left / 60 % 60, left % 60);
  return fmt::format("{}:{:02}", left / 60, left % 60);
}

}  // namespace sihu
