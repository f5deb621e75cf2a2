#pragma once

#include "review/result.hpp"
#include "review/state.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sihu {

/// What is left of a branch when each reviewer's leniency is taken off.
struct CorrectedBranch {
  Rational value;  ///< 0 to 100, to six decimals
  double error = 0;
};

/// All branches at once; none where there are no more sheets than branches.
struct CorrectedReview {
  std::map<std::string, CorrectedBranch> branches;
  double df = 0;          ///< sheets less branches
  bool uncurbed = false;  ///< more than a fifth would have been curbed, so nothing was
};

/// By the mixed model of `statistics/robust.hpp`: branches fixed, reviewers drawn, REML, the say of
/// single distorted sheets curbed. Where more than a fifth of the sheets would have less say, they
/// are no single ones: where nearly all give everybody the same, the one who tells branches apart
/// must not be taken for the mistake. Then none is curbed (`fit_mixed`).
/// Nothing where `stop` says so meanwhile.
CorrectedReview correct_review(const std::vector<OpenedSheet>& sheets,
                               const std::function<bool()>& stop = {});

/// The branches that share reviewers with each other, in groups. More than one group: between them
/// lenient reviewers can't be told from good branches.
std::vector<std::vector<std::string>> compared_branches(const std::vector<OpenedSheet>& sheets);

/// The same by who handed in about whom, which is known without opening a sheet.
std::vector<std::vector<std::string>> compared_branches(const ReviewState& state);

}  // namespace sihu
