#pragma once

#include "exam/state.hpp"
#include "review/state.hpp"
#include "tally/check_part.hpp"
#include "tally/learn_part.hpp"
#include "tally/rank_range.hpp"
#include "tally/rectification_part.hpp"
#include "tally/review_part.hpp"
#include "tally/tally.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What a branch's entry was made of.
struct BranchParts {
  const Branch* branch = nullptr;
  CheckPart check;
  RectificationPart rectification;
  std::optional<RecordedReview> review = {};  ///< what the committee has recorded
  LearnPart learn = {};
  std::vector<RecordedTest> tests = {};  ///< what it has recorded, of each paper

  /// The mean over the papers; nothing: none is recorded.
  std::optional<Rational> test_score() const;
};

/// Everything that a quarter's tally rests on. Not to be copied: parts point at checks.
struct QuarterParts {
  std::vector<CheckSummary> checks;
  std::vector<BranchParts> branches;  ///< in the order of sihu.yaml
  ReviewPart reviews;

  QuarterParts() = default;
  QuarterParts(QuarterParts&&) = default;
  QuarterParts& operator=(QuarterParts&&) = default;
  const BranchParts* find(std::string_view branch) const;
};

/// By which document the latest check of each checklist in the quarter goes, by its id: what was
/// asked elsewhere and not yet here is asked by the same.
std::map<std::string, std::string> documents_asked(const Ledger& ledger, Quarter quarter);

/// Reads a quarter out of the ledger: checks by others, recorded reviews and tests, hours of
/// learning, and what fell due. Only checklists that the ledger names count, so that a file put
/// into the workspace, or taken away, changes nothing. All of the scene must outlive it.
QuarterParts gather_quarter(const OverviewScene& scene, Quarter quarter);

/// The entries of a tally.
std::vector<TallyEntry> tally_entries(const QuarterParts& parts);

/// What the ranges are drawn from, by branch.
std::map<std::string, DrawnBranch> drawn_branches(const QuarterParts& parts);

/// Whether anything was recorded that a tally of that quarter can be made of.
bool has_results(const Tally& tally);

}  // namespace sihu
