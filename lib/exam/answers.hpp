#pragma once

#include "exam/form.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What somebody answered to each question of a form, in the form's order and in the letters of the
/// bank; empty: nothing.
using Responses = std::vector<std::string>;

/// The most bytes that an answer to a question of a kind may have.
std::size_t most_response_bytes(QuestionKind kind);

/// Whether words may be kept as an answer: short enough, one line, nothing that controls a screen.
bool fits_response(const BankQuestion& question, std::string_view response);

/// Answers as a line has them, `bank/id=AC` each on a line of its own, and back; nothing for what
/// does not belong to the form.
std::string write_responses(const ExamForm& form, const Responses& responses);
std::optional<Responses> parse_responses(const ExamForm& form, std::string_view text);

/// Every sealed paper of a form is padded to so many bytes, so that its length says nothing of
/// what was answered.
std::size_t sealed_paper_bytes(const ExamForm& form);

/// What is sealed: with the subject, so that a box copied to another line gives itself away.
std::string boxed_responses(const ExamForm& form, std::string_view subject,
                            const Responses& responses);
std::optional<Responses> read_boxed_responses(const ExamForm& form, std::string_view subject,
                                              std::string_view text);

/// An answer as somebody wrote it to a question whose options are shown as `letters` says; nothing
/// where it can be none.
std::optional<std::string> response_in_bank(const BankQuestion& question, std::string_view letters,
                                            std::string_view written);

/// An answer as it is shown: letters as that person sees them, `对`, `错`, or words.
Phrase response_as_shown(const BankQuestion& question, std::string_view letters,
                         std::string_view response);

}  // namespace sihu
