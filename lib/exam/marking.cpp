#include "exam/marking.hpp"

#include "exam/normal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace sihu {
namespace {

struct Found {
  long right = 0;
  long wrong = 0;
};

Found compare(std::string_view key, std::string_view response) {
  Found found;
  for (const char letter : response)
    ++(key.find(letter) == std::string_view::npos ? found.wrong : found.right);
  return found;
}

Rational plus_minus(const Rational& full, const Found& found, long keys, long options) {
  Rational mark = full * Rational(found.right, keys);
  if (found.wrong > 0) mark -= full * Rational(found.wrong, options - keys);
  return std::max(mark, Rational());
}

// What is chosen of `key`, and nothing else, is worth; at least one and not all.
Rational part_mark(const Marking& marking, const Rational& full, const Found& found, long keys) {
  switch (marking.rule) {
    case MarkingRule::per_option:
      return std::min(full, marking.part * Rational(found.right));
    case MarkingRule::flat:
      return marking.part;
    case MarkingRule::proportional:
      return full * Rational(found.right, keys);
    case MarkingRule::half:
      return full / Rational(2);
    default:
      return {};
  }
}

std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = std::min(text.find(mark), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> gaps_of(const BankQuestion& question, std::string_view response) {
  if (question.blanks.size() == 1) return {response};
  return parts_of(response, ';');
}

Rational mark_blanks(const BankQuestion& question, const Rational& full,
                     std::string_view response) {
  const auto gaps = gaps_of(question, response);
  long right = 0;
  for (std::size_t i = 0; i < std::min(gaps.size(), question.blanks.size()); ++i)
    if (accepts(question.blanks[i], gaps[i])) ++right;
  const auto asked = static_cast<long>(question.blanks.size());
  return asked == 0 ? Rational() : full * Rational(right, asked);
}

char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// Letters as they are kept; nothing where one is none of the options or is there twice.
std::optional<std::string> letters_in(const BankQuestion& question, std::string_view written) {
  std::string letters;
  for (const char written_one : normal_answer(written)) {
    if (written_one == ',' || written_one == ';') continue;
    const char c = capital(written_one);
    const auto known = std::ranges::any_of(
        question.choices, [c](const Choice& choice) { return choice.letter == std::string(1, c); });
    if (!known || letters.find(c) != std::string::npos) return std::nullopt;
    letters += c;
  }
  if (question.kind == QuestionKind::single && letters.size() > 1) return std::nullopt;
  std::ranges::sort(letters);
  return letters;
}

std::optional<std::string> judgment_in(std::string_view written) {
  const std::string word = normal_answer(written);
  if (word.empty()) return "";
  for (const char* yes : {"t", "true", "y", "yes", "对", "正确", "是", "√", "✓"})
    if (word == yes) return "T";
  for (const char* no : {"f", "false", "n", "no", "错", "错误", "否", "×", "✗", "x"})
    if (word == no) return "F";
  return std::nullopt;
}

std::string words_in(std::string_view words) {
  const auto begin = words.find_first_not_of(" \t");
  if (begin == std::string::npos) return {};
  return std::string(words.substr(begin, words.find_last_not_of(" \t") + 1 - begin));
}

// Full-width semicolons part gaps as well as plain ones do.
std::string gaps_in(std::string_view written) {
  std::string words(written);
  for (std::size_t at = words.find("；"); at != std::string::npos; at = words.find("；", at))
    words.replace(at, std::string_view("；").size(), ";");
  return words_in(words);
}

}  // namespace

Rational mark_letters(const Marking& marking, const Rational& full, std::string_view key,
                      std::string_view response, std::size_t options) {
  if (response.empty()) return {};
  if (response == key) return full;
  const auto found = compare(key, response);
  const auto keys = static_cast<long>(key.size());
  if (keys == 0) return {};  // a sealed question whose key is not here
  const auto shown = static_cast<long>(options);
  if (marking.rule == MarkingRule::plus_minus) return plus_minus(full, found, keys, shown);
  if (marking.rule == MarkingRule::each_judged)
    return full * Rational(shown - found.wrong - (keys - found.right), shown);
  return found.wrong > 0 ? Rational() : part_mark(marking, full, found, keys);
}

std::optional<Rational> mark_response(const BankQuestion& question, const Marking& marking,
                                      const Rational& full, std::string_view response) {
  switch (question.kind) {
    case QuestionKind::multiple:
      return mark_letters(marking, full, question.key, response, question.choices.size());
    case QuestionKind::single:
    case QuestionKind::judge:
      return response == question.key ? full : Rational();
    case QuestionKind::blank:
      return mark_blanks(question, full, response);
    case QuestionKind::short_answer:
      break;
  }
  return std::nullopt;
}

std::optional<std::string> read_response(const BankQuestion& question, std::string_view written) {
  switch (question.kind) {
    case QuestionKind::single:
    case QuestionKind::multiple:
      return letters_in(question, written);
    case QuestionKind::judge:
      return judgment_in(written);
    case QuestionKind::blank: {
      auto words = gaps_in(written);
      if (gaps_of(question, words).size() > question.blanks.size()) return std::nullopt;
      return words;
    }
    case QuestionKind::short_answer:
      break;
  }
  return words_in(written);
}

std::size_t gaps_filled(const BankQuestion& question, std::string_view response) {
  if (question.kind != QuestionKind::blank) return question.blanks.size();
  const auto gaps = gaps_of(question, response);
  return static_cast<std::size_t>(
      std::ranges::count_if(gaps, [](std::string_view gap) { return !words_in(gap).empty(); }));
}

Phrase marking_words(const Marking& marking) {
  switch (marking.rule) {
    case MarkingRule::all_or_nothing:
      return phrase(Text{"全对才得分", "right as a whole, or nothing"});
    case MarkingRule::per_option:
      return phrase(Text{"错选不得分，少选每选对一项得 {0} 分",
                         "a wrong option: nothing; too few: {0} for each right one"},
                    marking.part.shortest());
    case MarkingRule::flat:
      return phrase(Text{"错选不得分，少选得 {0} 分", "a wrong option: nothing; too few: {0}"},
                    marking.part.shortest());
    case MarkingRule::proportional:
      return phrase(Text{"错选不得分，少选按选对的比例得分",
                         "a wrong option: nothing; too few: the share that was found"});
    case MarkingRule::half:
      return phrase(Text{"错选不得分，少选得一半", "a wrong option: nothing; too few: half"});
    case MarkingRule::plus_minus:
      return phrase(Text{"选对一个加满分÷应选数，选错一个扣满分÷不应选数，扣到 0 为止",
                         "each right one adds all points by the number of right ones, each wrong "
                         "one takes all by the number of wrong ones, never below 0"});
    case MarkingRule::each_judged:
      break;
  }
  return phrase(Text{"每个选项分别判对错", "each option counts by itself"});
}

}  // namespace sihu
