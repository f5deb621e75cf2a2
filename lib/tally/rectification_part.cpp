#include "tally/rectification_part.hpp"

#include "problem/state.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sihu {
namespace {

bool was_reopened_in(const Problem& problem, Quarter quarter, const Ledger& ledger,
                     const Zone& zone) {
  return std::ranges::any_of(problem.history, [&](const HistoryStep& step) {
    const Event& event = ledger.entries[step.entry].event;
    return step.applied && event.name == "problem.reopen" &&
           Quarter::of(day_of(event, zone)) == quarter;
  });
}

// The day the branch was done: a verifier who takes long makes nobody late.
Date handed_in(const Problem& problem) {
  return problem.submitted.value_or(problem.closed.value_or(problem.due));
}

}  // namespace

std::string_view to_string(Rectified how) {
  static constexpr std::array<std::string_view, 6> words{"in-time",  "late",    "still-open",
                                                         "reopened", "waiting", "not-due"};
  return words.at(static_cast<std::size_t>(how));
}

const Text& wording(Rectified how) {
  static constexpr std::array<Text, 6> words{
      Text{"按期销号", "closed in time"},
      Text{"逾期才整改", "rectified late"},
      Text{"逾期未销号", "past due, not closed"},
      Text{"回头看被重开", "reopened by a look-back"},
      Text{"按期报来、待销号，不计", "submitted in time, waits for the verifier: does not count"},
      Text{"未到期，不计", "not due yet: does not count"}};
  return words.at(static_cast<std::size_t>(how));
}

std::optional<Rectified> rectified_in(const Problem& problem, Quarter quarter, Date today,
                                      const Ledger& ledger, const Zone& zone) {
  if (problem.status == Status::withdrawn) return std::nullopt;
  if (was_reopened_in(problem, quarter, ledger, zone)) return Rectified::reopened;
  if (Quarter::of(problem.due) != quarter) return std::nullopt;
  const bool by_its_due = handed_in(problem) <= problem.due;
  if (problem.status == Status::closed) return by_its_due ? Rectified::in_time : Rectified::late;
  if (problem.status == Status::submitted && by_its_due) return Rectified::waiting;
  return problem.due < today ? Rectified::still_open : Rectified::not_due;
}

int RectificationPart::count(Rectified how) const {
  return static_cast<int>(std::ranges::count(problems, how, &RectifiedProblem::how));
}

int RectificationPart::counted() const {
  return static_cast<int>(std::ranges::count_if(problems, &RectifiedProblem::counts));
}

double RectificationPart::rate() const {
  return (count(Rectified::in_time) + 1.0) / (counted() + 2.0);
}

RectificationPart rectification_part(std::vector<RectifiedProblem> problems) {
  RectificationPart part;
  part.problems = std::move(problems);
  const int counted = part.counted();
  if (counted == 0) return part;
  part.score = Rational(100 * part.count(Rectified::in_time), counted);
  const double rate = part.rate();
  part.error = 100 * std::sqrt(rate * (1 - rate) / counted);
  return part;
}

}  // namespace sihu
