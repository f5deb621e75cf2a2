#pragma once

#include "appraise/state.hpp"
#include "check/overview.hpp"
#include "exam/state.hpp"
#include "learn/hours.hpp"
#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace sihu {

/// Something that waits for one person.
struct WaitingThing {
  /// `verify decide rectify press check settle sign confirm test learn`; stable.
  std::string kind;
  Phrase what;
  std::optional<Date> by;
  int days_late = 0;
  std::string command;  ///< that does it, begins it, or shows what to decide; without `sihu`
};

/// What may wait for somebody.
struct HomeScene {
  const Person& person;
  const ProblemList& problems;  ///< each once (`join_twins`)
  /// Of this quarter and the last (`scored_checks`).
  const std::vector<CheckSummary>& checks;
  const PlanFile* plan;       ///< of this quarter; nullptr: there is none
  const PlanFile* last_plan;  ///< of the one before
  const ExamState& exams;
  const LearnerYear* learning;                   ///< of the person, this year; nullptr: not asked
  const std::vector<AppraiseState>& appraisals;  ///< in which one may still wait
  const ListContext& context;
};

/// All that waits for a person, most urgent first: problems to verify, to decide on, to rectify
/// and to see to (whoever `whom_to_ask` names), inspections of this quarter and the last that the
/// own branch is to make, or that one has begun, and that are not complete, answers in them that
/// differ or were objected to (as a leader of those who made them; where they have none, as anybody
/// who may settle), complete ones to sign off (likewise) and to confirm or dispute (as secretary of
/// the inspected branch; where it has none, as anybody of it), appeals against appraisals (as the
/// committee), papers of these quarters that were drawn and not handed in, a newcomer's
/// on-boarding, hours that are missing this year.
std::vector<WaitingThing> waiting_for(const HomeScene& scene);

/// Stable keys: `kind what by days_late command`.
Table waiting_table(const std::vector<WaitingThing>& things, const Person& person);

}  // namespace sihu
