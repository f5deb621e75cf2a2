#include "exam/answer_column.hpp"

#include "gate/sheet_cell.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace sihu {
namespace {

std::optional<Rational> read_points(const std::string& written, const Rational& full) {
  if (written.empty()) return Rational();
  const auto points = Rational::parse(written);
  return points && *points >= 0 && *points <= full ? points : std::nullopt;
}

}  // namespace

std::string option_letters(const BankQuestion& question) {
  if (question.kind == QuestionKind::judge) return "TF";
  std::string letters;
  if (question.kind == QuestionKind::single || question.kind == QuestionKind::multiple)
    for (const Choice& choice : question.choices) letters += choice.letter;
  return letters;
}

AnswerColumn::AnswerColumn(BankQuestion question, const Marking& marking, const Rational& full)
    : question_(std::move(question)),
      marking_(marking),
      full_(full),
      letters_(option_letters(question_)) {
  item_.full = full.approximately();
  item_.options = letters_.size();
  known_letter_.fill(-1);
}

bool AnswerColumn::add(std::string_view written) {
  const auto sign = written.size() == 1 ? static_cast<unsigned char>(written[0]) : 128U;
  if (sign < 128 && known_letter_[sign] >= 0) {
    item_.answers.push_back(static_cast<std::uint16_t>(known_letter_[sign]));
    return true;
  }
  const auto found = known_.find(written);
  const auto kind = found != known_.end() ? found->second : read(written);
  if (found == known_.end()) known_.emplace(written, kind);
  if (sign < 128 && kind) known_letter_[sign] = *kind;
  item_.answers.push_back(kind ? *kind : kind_of("", Rational()));
  return kind.has_value();
}

void AnswerColumn::add(std::string_view response, const Rational& mark) {
  item_.answers.push_back(kind_of(response, mark));
}

std::optional<std::uint16_t> AnswerColumn::read(std::string_view written) {
  const std::string text = without_sheet_guard(trimmed_cell(written));
  if (question_.kind == QuestionKind::short_answer) {
    const auto points = read_points(text, full_);
    return points ? std::optional(kind_of("", *points)) : std::nullopt;
  }
  const auto response = read_response(question_, text);
  if (!response) return std::nullopt;
  return kind_of(*response, mark_response(question_, marking_, full_, *response).value());
}

std::uint16_t AnswerColumn::kind_of(std::string_view response, const Rational& mark) {
  AnswerKind kind{mark.approximately(), 0};
  for (std::size_t i = 0; i < letters_.size(); ++i)
    if (response.find(letters_[i]) != std::string_view::npos)
      kind.letters = static_cast<std::uint8_t>(kind.letters | (1U << i));
  auto& kinds = item_.kinds;
  const auto found = std::ranges::find_if(kinds, [&](const AnswerKind& known) {
    return known.letters == kind.letters && known.mark == kind.mark;
  });
  const auto place = static_cast<std::size_t>(found - kinds.begin());
  if (place >= not_asked)
    throw std::length_error("a question with more than 65535 different marks");
  if (place == kinds.size()) kinds.push_back(kind);
  return static_cast<std::uint16_t>(place);
}

}  // namespace sihu
