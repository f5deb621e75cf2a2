#include "exam/answers.hpp"

#include "exam/marking.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t subject_bytes = 512;
constexpr unsigned char first_printable = 0x20;
constexpr unsigned char delete_character = 0x7f;

bool is_one_line(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= first_printable && byte != delete_character;
  });
}

std::optional<std::size_t> find_ref(const ExamForm& form, std::string_view ref) {
  const auto found = std::ranges::find(form.questions, ref, &FormQuestion::ref);
  if (found == form.questions.end()) return std::nullopt;
  return static_cast<std::size_t>(found - form.questions.begin());
}

}  // namespace

std::size_t most_response_bytes(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::blank:
      return 300;
    case QuestionKind::short_answer:
      return 1500;
    default:
      return 16;
  }
}

bool fits_response(const BankQuestion& question, std::string_view response) {
  return response.size() <= most_response_bytes(question.kind) && is_one_line(response);
}

std::string write_responses(const ExamForm& form, const Responses& responses) {
  std::string text;
  for (std::size_t i = 0; i < form.questions.size(); ++i) {
    if (responses[i].empty()) continue;
    if (!text.empty()) text += '\n';
    text += form.questions[i].ref + "=" + responses[i];
  }
  return text.empty() ? "-" : text;
}

std::optional<Responses> parse_responses(const ExamForm& form, std::string_view text) {
  Responses responses(form.questions.size());
  if (text == "-") return responses;
  while (!text.empty()) {
    const auto line = text.substr(0, std::min(text.find('\n'), text.size()));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const auto equals = line.find('=');
    const auto at = find_ref(form, line.substr(0, equals));
    if (!at || equals == std::string_view::npos || !responses[*at].empty()) return std::nullopt;
    responses[*at] = line.substr(equals + 1);
    if (!fits_response(*form.questions[*at].question, responses[*at])) return std::nullopt;
  }
  return responses;
}

std::size_t sealed_paper_bytes(const ExamForm& form) {
  std::size_t bytes = subject_bytes;
  for (const FormQuestion& question : form.questions)
    bytes += question.ref.size() + 2 + most_response_bytes(question.question->kind);
  return bytes;
}

std::string boxed_responses(const ExamForm& form, std::string_view subject,
                            const Responses& responses) {
  return std::string(subject) + "\n" + write_responses(form, responses);
}

std::optional<Responses> read_boxed_responses(const ExamForm& form, std::string_view subject,
                                              std::string_view text) {
  if (!text.starts_with(subject) || !text.substr(subject.size()).starts_with('\n'))
    return std::nullopt;
  return parse_responses(form, text.substr(subject.size() + 1));
}

std::optional<std::string> response_in_bank(const BankQuestion& question, std::string_view letters,
                                            std::string_view written) {
  auto response = read_response(question, written);
  if (!response || !fits_response(question, *response)) return std::nullopt;
  return letters.empty() ? response : as_in_bank(letters, *response);
}

Phrase response_as_shown(const BankQuestion& question, std::string_view letters,
                         std::string_view response) {
  if (response.empty()) return phrase(Text{"未答", "not answered"});
  if (!letters.empty()) return same(as_shown(letters, response));
  if (question.kind != QuestionKind::judge) return same(std::string(response));
  return response == "T" ? phrase(Text{"对", "true"}) : phrase(Text{"错", "false"});
}

}  // namespace sihu
