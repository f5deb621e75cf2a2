#pragma once

#include "document/organisation.hpp"
#include "document/plan_file.hpp"
#include "learn/attendance.hpp"
#include "learn/costs.hpp"
#include "learn/state.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sihu {

/// For how many of its items a branch is given a teacher in a quarter, dearest first: whoever has
/// to mend everything at once mends nothing.
inline constexpr int most_lessons = 3;

/// Among more branches than this no teachers are looked for: every pair would have to be compared.
inline constexpr std::size_t most_paired_branches = 500;

/// Two branches of which one inspects the other; the smaller id first.
using BranchPairs = std::set<std::pair<std::string, std::string>>;

/// Who inspects whom in a quarter: by its plan, where there is one (`plan` may be nullptr), and by
/// what the ledger has of it.
BranchPairs inspecting_pairs(const PlanFile* plan, const std::vector<CheckSummary>& checks,
                             const Organisation& organisation);

/// What teachers are found with.
struct TeacherScene {
  const Organisation& organisation;
  const std::map<std::string, std::vector<ItemCost>>& costs;  ///< by branch
  const BranchPairs& apart;  ///< pairs that must not teach each other
  const LearnState& state;   ///< what was taught before
  const std::map<std::string, OfferedCourse>& courses;
};

/// A branch and an item, `checklist/item`.
using BranchItem = std::pair<std::string, std::string>;
std::string item_key(const ItemCost& item);

/// Who teaches whom what: the branch for each branch and item that has one. Whoever earned at least
/// 85 of 100 can teach an item, whoever earned less than 75 learns it, of each branch the
/// `most_lessons` dearest that somebody can teach; the pairs with the largest gain altogether
/// (`pair_up`), no branch giving more than `learn: capacity` lessons. Who inspects is no teacher,
/// and a teacher one had before is taken only where that is as good (sessions whose course names
/// the item).
std::map<BranchItem, std::string> find_teachers(const TeacherScene& scene);

}  // namespace sihu
