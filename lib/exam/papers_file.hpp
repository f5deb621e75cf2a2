#pragma once

#include "document/organisation.hpp"
#include "exam/hand_in.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// The form that a person answered, by the code on the paper or without one; nullptr: none was
/// drawn. A failure is about that row.
using FormFor =
    std::function<Result<const ExamForm*>(const Person& person, const std::string& code)>;

/// What answers on paper are read against.
struct PapersScene {
  const Organisation& organisation;
  FormFor form_for;
  /// Why a paper would not be taken. It is asked where something else is wrong already, so that
  /// one round shows everything.
  std::function<std::optional<Fault>(const NewPaper& paper)> refusal = {};
};

/// Reads answers that were given on paper, one a row. CSV with a heading: `person`; `number`, of
/// the question on that person's own paper; `response`, in the letters printed there; and, if
/// wanted, `question`, `bank/id` as the paper prints it, which must then be the one with that
/// number; `form`, the code of the paper, in any row of the person. A response of several lines
/// becomes one. `branch` and `name` are for the reader. A question without a row is not answered.
/// `text` is UTF-8.
///
/// All faults at once, `Kind::input`, whatever their number: unknown columns and missing ones,
/// people with the nearest, people without a paper, numbers that the paper does not have, what can
/// be no answer to the question, an answer twice, the number of another question, people without a
/// single answer. No fault quotes
/// its line, which would show who answered what.
Result<std::vector<NewPaper>> load_papers(std::string_view text, std::string_view name,
                                          const PapersScene& scene);

}  // namespace sihu
