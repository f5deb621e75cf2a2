#include "exam/aiken.hpp"

#include "base/utf8.hpp"
#include "gate/encoding.hpp"
#include "gate/sheet_cell.hpp"

#include <algorithm>
#include <optional>

namespace sihu {
namespace {

constexpr std::size_t most_choices = 8;
constexpr std::size_t fewest_choices = 2;
constexpr std::string_view answer_mark = "ANSWER:";

// `A. text` or `A) text`.
bool is_option(std::string_view line) {
  return line.size() > 2 && line[0] >= 'A' && line[0] <= 'Z' &&
         (line[1] == '.' || line[1] == ')') && (line[2] == ' ' || line[2] == '\t');
}

// The key behind `ANSWER:`, in whatever letters, the colon full-width too: input methods write it.
std::optional<std::string> answer_in(std::string_view line) {
  static constexpr std::string_view wide_colon = "：";
  const std::string_view word = answer_mark.substr(0, answer_mark.size() - 1);
  if (line.size() < word.size()) return std::nullopt;
  for (std::size_t i = 0; i < word.size(); ++i)
    if ((line[i] & ~0x20) != word[i]) return std::nullopt;
  line.remove_prefix(word.size());
  const std::size_t colon = line.starts_with(wide_colon) ? wide_colon.size() : 1;
  if (colon == 1 && !line.starts_with(':')) return std::nullopt;
  std::string key = trimmed_cell(line.substr(colon));
  for (char& c : key)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return key;
}

bool is_answer(std::string_view line) {
  return answer_in(line).has_value();
}

class AikenReader {
 public:
  AikenReader(const Source& source, QuestionIds& ids) : source_(source), ids_(ids) {}

  Result<ImportedBank> read() {
    for (std::string_view rest = source_.text(); !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      lines_.push_back(trimmed_cell(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!is_blank(lines_[i])) take(lines_[i], static_cast<int>(i) + 1);
    if (line_ > 0) {
      fault(line_, "missing-key", phrase(Text{"这道题没有 ANSWER: 行", "no line ANSWER: ends it"}));
    }
    if (faults_.empty() && read_.bank.questions.empty())
      fault(1, "no-questions", phrase(Text{"文件里没有题目", "there is no question in this file"}));
    if (!faults_.empty()) return fail(Kind::input, capped(std::move(faults_)));
    return std::move(read_);
  }

 private:
  void fault(int line, std::string name, Phrase what, Phrase hint = {}) {
    good_ = false;
    faults_.push_back(source_.fault({source_.name(), line, 1}, 1, std::move(name), std::move(what),
                                    std::move(hint)));
  }

  void take(const std::string& line, int number) {
    if (const auto key = answer_in(line)) return end_question(*key, number);
    if (line_ == 0) line_ = number;
    if (is_option(line)) return option(line, number);
    if (!question_.choices.empty() && !begins_question(number)) {
      fault(number, "text-behind-options",
            phrase(Text{"选项后面应是下一个选项或 ANSWER: 行",
                        "expected another option or a line ANSWER: behind an option"}),
            phrase(Text{"选项只能占一行", "an option has one line"}));
      return;
    }
    if (!question_.choices.empty()) begin_anew(number);
    question_.stem.zh += (question_.stem.zh.empty() ? "" : "\n") + line;
  }

  // Whether a text behind options is the next question: options from A on follow it.
  bool begins_question(int number) const {
    constexpr std::size_t most_lines_of_stem = 20;
    const auto at = static_cast<std::size_t>(number);
    for (std::size_t i = at; i < std::min(lines_.size(), at + most_lines_of_stem); ++i)
      if (is_option(lines_[i]) || is_answer(lines_[i]))
        return lines_[i].front() == 'A' && !is_answer(lines_[i]);
    return false;
  }

  // The question before has no key, and perhaps not even an empty line behind it.
  void begin_anew(int number) {
    const bool parted = is_blank(lines_[static_cast<std::size_t>(number) - 2]);
    if (parted)
      fault(number, "missing-key",
            phrase(Text{"这里开始了下一题，第 {0} 行的题还没有 ANSWER: 行",
                        "another question begins here, and that of line {0} has no line ANSWER:"},
                   line_));
    else
      fault(number, "no-blank-line",
            phrase(Text{"这里开始了下一题：它和第 {0} 行的题之间没有空行，前一题也没有 ANSWER: 行",
                        "another question begins here, without an empty line between it and that "
                        "of line {0}, which has no line ANSWER: either"},
                   line_),
            phrase(Text{"每题以 ANSWER: 行结束，题与题之间空一行",
                        "each question ends with a line ANSWER:, and an empty line parts it from "
                        "the next"}));
    question_ = {};
    good_ = true;
    line_ = number;
  }

  void option(const std::string& line, int number) {
    const std::string letter(1, static_cast<char>('A' + question_.choices.size()));
    if (question_.choices.size() >= most_choices)
      return fault(number, "number-of-choices",
                   phrase(Text{"选项多于8个", "more than eight options"}));
    if (line.substr(0, 1) != letter)
      fault(number, "letter-out-of-order",
            phrase(Text{"选项应依次为 A、B、C…，此处应为 {0}，实际是 {1}",
                        "options are A, B, C… in order: expected {0}, found {1}"},
                   letter, line.substr(0, 1)));
    question_.choices.push_back({letter, same(trimmed_cell(line.substr(2))), false});
  }

  void end_question(const std::string& answer, int number) {
    if (line_ == 0) {
      fault(number, "empty-text", phrase(Text{"{0} 不能是空的", "{0} must not be empty"}, "stem"));
    } else {
      check(answer, number);
    }
    question_.key = answer;
    question_.stem.en = question_.stem.zh;
    question_.place = {source_.name(), line_, 1};
    question_.id = ids_.give("");
    if (good_) read_.bank.questions.push_back(std::move(question_));
    question_ = {};
    line_ = 0;
    good_ = true;
  }

  void check(const std::string& answer, int number) {
    if (is_blank(question_.stem.zh))
      fault(line_, "empty-text", phrase(Text{"{0} 不能是空的", "{0} must not be empty"}, "stem"));
    if (question_.choices.size() < fewest_choices)
      return fault(line_, "number-of-choices",
                   phrase(Text{"选项少于2个", "fewer than two options"}));
    const auto known = std::find_if(question_.choices.begin(), question_.choices.end(),
                                    [&](const Choice& one) { return one.letter == answer; });
    if (known == question_.choices.end())
      fault(number, "bad-key",
            phrase(Text{"ANSWER: 后面应是一个选项的字母，实际是 “{0}”",
                        "expected the letter of one option behind ANSWER:, found \"{0}\""},
                   visible(answer)));
  }

  const Source& source_;
  QuestionIds& ids_;
  BankQuestion question_;
  std::vector<std::string> lines_;
  int line_ = 0;  // where the question began; 0: none has
  bool good_ = true;
  ImportedBank read_;
  std::vector<Fault> faults_;
};

bool one_line(std::string_view text) {
  return text.find_first_of("\r\n") == std::string_view::npos;
}

std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\r', ' ');
  return text;
}

// Why Aiken has no such question; empty when it has.
Phrase why_left_out(const BankQuestion& question, Lang lang) {
  if (question.kind != QuestionKind::single)
    return phrase(Text{"Aiken 里没有{0}", "Aiken holds no {0}"}, phrase(wording(question.kind)));
  const std::string stem = trimmed_cell(in_one_line(question.stem.in(lang)));
  if (is_option(stem) || is_answer(stem) || count_code_points(stem) < 2)
    return phrase(
        Text{"题干会被当成选项或答案", "its stem would be taken for an option or an answer"});
  return {};
}

Phrase what_is_lost(const BankQuestion& question, const Bank& bank, Lang lang) {
  LossList lost;
  lost.add(true, {"编号", "id"});
  lost.add(!question.topic.empty(), {"主题", "topic"});
  lost.add(question.difficulty != 1, {"难度", "difficulty"});
  lost.add(question.expected.has_value(), {"预计答对的比例", "the share expected"});
  lost.add(question.points != Rational(1), {"分值", "points"});
  lost.add(!question.basis.empty(), {"依据", "basis"});
  lost.add(!question.status.empty(), {"核对状态", "status"});
  lost.add(!question.readings.empty(), {"异读", "readings"});
  lost.add(question.valid_from || question.valid_until, {"有效期", "valid dates"});
  lost.add(!question.explanation.empty(), {"解析", "explanation"});
  lost.add(!question.author.empty() || !bank.author.empty(), {"出题支部", "author"});
  lost.add(!question.shuffle || std::ranges::any_of(question.choices, &Choice::last),
           {"选项的顺序", "the order of choices"});
  lost.add(question.draft, {"草稿标记", "that it is a draft"});
  const bool breaks = !one_line(question.stem.in(lang)) ||
                      std::ranges::any_of(question.choices, [lang](const Choice& one) {
                        return !one_line(one.text.in(lang));
                      });
  lost.add(breaks, {"换行", "line breaks"});
  lost.add(has_blanks_around(question, lang), {"文字前后的空白", "blanks around a text"});
  lost.add(has_two_languages(question), {"另一种语言", "the other language"});
  return lost.words();
}

}  // namespace

ExportedBank write_aiken(const Bank& bank, Lang lang) {
  ExportedBank out;
  if (Phrase lost = lost_of_bank(bank); !lost.empty())
    out.losses.push_back({{}, "", false, std::move(lost)});
  for (const BankQuestion& question : bank.questions) {
    if (Phrase why = why_left_out(question, lang); !why.empty()) {
      out.losses.push_back({question.place, question.id, true, std::move(why)});
      continue;
    }
    out.losses.push_back({question.place, question.id, false, what_is_lost(question, bank, lang)});
    out.text += (out.text.empty() ? "" : "\n") + in_one_line(question.stem.in(lang)) + "\n";
    for (const Choice& choice : question.choices)
      out.text += choice.letter + ". " + in_one_line(choice.text.in(lang)) + "\n";
    out.text += "ANSWER: " + question.key + "\n";
    ++out.written;
  }
  return out;
}

Result<ImportedBank> read_aiken(std::string_view text, std::string_view name, QuestionIds& ids) {
  const Source source(without_bom(text), name);
  if (auto faults = check_characters(source); !faults.empty())
    return fail(Kind::input, std::move(faults));
  return AikenReader(source, ids).read();
}

}  // namespace sihu
