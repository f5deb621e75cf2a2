#pragma once

#include "problem/problem.hpp"

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace sihu {

// Several inspections, or two copies of a ledger that do not know of each other, find the same
// thing. Each opens a finding of its own, with its own life and id, which it alone takes back;
// together they are one problem.

/// Findings that are one problem: of the same item of a checklist at the same branch in the same
/// quarter, none withdrawn, and the later opened before the earlier was closed. The first stands
/// for them: the earliest recorded, ties by the day of the visit, then in the order of the list. At
/// least one.
using Twins = std::vector<const Problem*>;

/// Every finding that was not withdrawn, with its twins, in the order of those that stand for them.
std::vector<Twins> group_twins(const ProblemList& list);

/// Findings of a list that were withdrawn, by what they found.
class TakenBack {
 public:
  TakenBack() = default;
  explicit TakenBack(const ProblemList& list);  ///< which must outlive it

  /// Those that were one with some of `twins` until they were withdrawn.
  std::vector<const Problem*> beside(const Twins& twins) const;

 private:
  using FoundItem = std::tuple<Quarter, std::string_view, std::string_view, std::string_view>;
  std::map<FoundItem, std::vector<const Problem*>> items_;
};

/// Twins as the problem that they are (`joint_problem`); one alone, with nothing taken back beside
/// it, is that.
Problem as_one_problem(const Twins& twins, const TakenBack& taken_back = {});

/// The findings of a list as problems, twins as one, in the list's order; recurrences name them by
/// their first ids. An id that was opened twice stays two problems: a person withdraws one.
ProblemList join_twins(ProblemList list);

/// Openings of one id that stand beside each other: a workspace was copied, and both copies gave
/// their next number. A person withdraws all but one.
struct OpenedTwice {
  std::string subject;                   ///< the id without `~91d0`
  std::vector<const Problem*> openings;  ///< two at least, in the order of the list

  /// All of them name the same item of the same checklist.
  bool is_one_fault() const;

  /// What to do, so that nothing is lost: of openings of one fault one is withdrawn; of different
  /// faults the one with the shorter history, which is then entered anew.
  Phrase advice() const;
};

/// All of them; `list` must outlive them.
std::vector<OpenedTwice> opened_twice(const ProblemList& list);

}  // namespace sihu
