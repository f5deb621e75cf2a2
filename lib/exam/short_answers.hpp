#pragma once

#include "document/organisation.hpp"
#include "exam/answers.hpp"
#include "exam/short_marks.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// The secret key that a box is sealed to, by the first 16 digits of the public one; nothing where
/// it is not at hand.
using SecretFor = std::function<std::optional<std::string>(const std::string& key16)>;

/// A short answer that was handed in, with what it was given so far.
struct ShortAnswer {
  AnswerKey key;
  std::string person;     ///< the candidate, whom markers are not told
  std::string branch;     ///< of the candidate
  std::string form_name;  ///< of the form that is answered
  std::string handed;     ///< `HandedPaper::name` of the paper it stands in
  const FormQuestion* asked = nullptr;
  const PaperSection* section = nullptr;
  std::size_t index = 0;           ///< of the question in the form
  std::string response;            ///< never empty: no answer is 0 without anybody's mark
  std::vector<GivenPoints> given;  ///< that count, in the order of the ledger
  SettledPoints settled;
  std::vector<std::string> surplus;  ///< who marked it when it waited for nobody any more
  int left_out = 0;  ///< marks that can't be read, or that the candidate's own branch gave
};

/// A paper that was read.
struct ReadPaper {
  const HandedPaper& handed;
  const ExamForm& form;
  const Responses& responses;
};

/// The short answers of a paper. What people of the candidate's own branch, by `organisation`, or
/// the candidate gave does not count, nor what can't be read.
std::vector<ShortAnswer> short_answers(const ReadPaper& paper, const ExamState& state,
                                       const SecretFor& secret_for,
                                       const Organisation* organisation);

/// Points are sealed in so many bytes.
inline constexpr std::size_t sealed_points_bytes = 512;

/// What is sealed: with whose points of what they are, so that a box copied to another line gives
/// itself away.
std::string boxed_points(const AnswerKey& key, std::string_view marker, const Rational& value);

/// `2026Q4/safety/0a1b2c3d4e`.
std::string subject_of(const AnswerKey& key);

}  // namespace sihu
