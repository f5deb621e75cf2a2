#pragma once

#include "check/explain.hpp"
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

/// What the people of one branch answered of a checklist at another.
struct InspectionSheetScore {
  std::string by;  ///< the branch they come from; empty: none
  Score score;
};

/// One check in a few figures.
struct CheckSummary {
  CheckKey key;
  const Branch* branch = nullptr;
  const Checklist* checklist = nullptr;
  CheckState state;
  Score score;
  /// Where people of several branches each answered at least half of the items, so that each has
  /// inspected for itself: their sheets, by branch. Items that were settled are the same on all.
  std::vector<InspectionSheetScore> sheets;
  std::optional<Score> self;       ///< the branch's own look at itself, when it has begun
  int problems_open = 0;           ///< opened by this check, neither closed nor withdrawn
  std::set<std::string> disputed;  ///< items whose dispute nobody has decided yet
  Progress progress = Progress::not_begun;
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
};

/// Every branch with every checklist of `ids`, and every check of the quarter that the ledger has
/// besides; branches in the order of sihu.yaml. A checklist with nothing to ask at a branch is left
/// out, if nothing was answered.
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

/// How the sheet of the people of branch `by` came about.
Explanation explain_sheet(const OverviewScene& scene, const CheckSummary& check,
                          const std::string& by);

/// Whether an answer stands on the sheet of that branch: its people gave it, or it was settled.
bool is_on_sheet(const Organisation& organisation, const GivenAnswer& given, const std::string& by);

}  // namespace sihu
