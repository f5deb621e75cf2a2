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

/// For how many of its items and topics a branch is given a teacher in a quarter, dearest first:
/// whoever has to mend everything at once mends nothing.
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
  const BranchCosts& costs;
  const BranchPairs& apart;  ///< pairs that must not teach each other
  const LearnState& state;   ///< what was taught before
  const std::map<std::string, OfferedCourse>& courses;
  const PlanFile* plan = nullptr;  ///< whose rows of learning stand; nullptr: there are none
};

/// From so much of 100 on an item or topic is done well enough to be taught, and below so much it
/// has to be learnt.
inline constexpr long taught_from = 85;
inline constexpr long learnt_below = 75;

/// A branch and what it learns (`learning_key`).
using BranchLesson = std::pair<std::string, std::string>;

/// The best score that any branch has, for each thing to learn (`learning_key`).
std::map<std::string, Rational> best_scores(const BranchCosts& costs);

/// Who teaches whom what by the rows of learning in a plan; the first row of a lesson counts, rows
/// that name no lesson don't. nullptr: no plan.
std::map<BranchLesson, std::string> planned_teachers(const PlanFile* plan);

/// Who teaches whom what: as the scene's plan says, and for what that leaves open the branch for
/// each branch and item or topic that has one. Whoever earned `taught_from` can teach it, whoever
/// earned less than `learnt_below` learns it, of each branch the `most_lessons` dearest that
/// somebody can teach; the pairs with the largest gain altogether
/// (`pair_up`), the dearer lessons first and whoever does best among equal gains, no branch giving
/// more than `learn: capacity` lessons. Who inspects is no teacher, and a teacher one had before is
/// taken only where that is as good (sessions whose course names the item, or is of the topic).
std::map<BranchLesson, std::string> find_teachers(const TeacherScene& scene);

/// Adds whom people of a branch may ask about what the branch itself has no teacher for, because
/// its three lessons are others: who does best of those that can teach it, without a lesson of
/// theirs being counted.
void add_askable(const TeacherScene& scene, const std::string& branch,
                 std::map<BranchLesson, std::string>& teachers);

}  // namespace sihu
