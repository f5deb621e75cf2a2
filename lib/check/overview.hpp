#pragma once

#include "check/explain.hpp"
#include "check/footing.hpp"
#include "problem/problem.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sihu {

/// How far a check has come.
enum class Progress { not_begun, going_on, conflict, complete, signed_off };

std::string_view to_string(Progress progress);
const Text& wording(Progress progress);

/// One check in a few figures.
struct CheckSummary {
  CheckKey key;
  const Branch* branch = nullptr;
  const Branch* by = nullptr;  ///< that inspects for itself (`CheckKey::by`)
  const Checklist* checklist = nullptr;
  CheckState state;
  Score score;
  std::optional<Score> self;  ///< the branch's own look at itself, when it has begun
  int problems_open = 0;      ///< that it found, of this checklist, neither closed nor withdrawn
  std::set<std::string> disputed;  ///< items whose dispute nobody has decided yet
  Progress progress = Progress::not_begun;
  Footing footing = Footing::planned;
  std::set<std::string> recused = {};  ///< who inspects though kept apart (`recused_inspectors`)
};

struct OverviewScene {
  const Ledger& ledger;
  const Organisation& organisation;
  const Zone& zone;
  const ProblemList& problems;
  Date today;
  /// The checklist a check goes by: the one its ledger lines name, or the workspace's when it has
  /// not begun. Must outlive the summaries; nullptr: not at hand, and the check is left out.
  std::function<const Checklist*(const CheckState& state)> checklist_for;
  const PlanFile* plan = nullptr;  ///< of the quarter that is asked for; nullptr: there is none
};

/// Every branch with every checklist of `ids`, and every check of the quarter that the ledger has
/// besides; branches in the order of sihu.yaml. Of a checklist that several branches inspect at
/// one, each inspection, by the id of who inspects, and those that the plan has and nobody began.
/// A checklist with nothing to ask at a branch is left out, if nothing was answered.
std::vector<CheckSummary> check_overview(const OverviewScene& scene, Quarter quarter,
                                         const std::vector<std::string>& ids);

/// The same with scores and progress alone: what stands beside them (`self`, `problems_open`,
/// `disputed`) stays empty, which spares a look at every problem for every check.
std::vector<CheckSummary> scored_checks(const OverviewScene& scene, Quarter quarter,
                                        const std::vector<std::string>& ids);

/// Every check by others that the ledger has from `first` to `last`, in the order of their keys,
/// scored as `scored_checks` does it, one after the other. Gives those that had to be left out
/// because their checklist is not at hand.
std::vector<CheckKey> each_recorded_check(const OverviewScene& scene, Quarter first, Quarter last,
                                          const std::function<void(const CheckSummary&)>& take);

/// One check, by its key.
std::optional<CheckSummary> summarize_check(const OverviewScene& scene, const CheckKey& key);

/// How its score came about.
Explanation explain_check(const OverviewScene& scene, const CheckSummary& check);

}  // namespace sihu
