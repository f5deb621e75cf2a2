#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace sihu {

/// A mark on an ordered scale, 0 to the highest, that a rater gave a branch under a criterion.
struct OrdinalMark {
  std::size_t branch = 0;
  std::size_t rater = 0;
  std::size_t criterion = 0;
  std::size_t mark = 0;
};

/// Marks taken apart on the scale of log odds (logits), where a step from 1 to 2 need not be worth
/// as much as one from 4 to 5: the rating scale model with several facets (Andrich 1978, Linacre
/// 1989),
///
///     P(mark = k) ∝ exp Σ (h = 1..k) (level - severity - difficulty - threshold of h).
///
/// Levels, severities and difficulties each add up to 0; thresholds take what is common to all.
/// Estimated jointly, which drives them apart where there are few marks: a second look at a result,
/// not the result.
struct OrdinalFit {
  std::vector<double> level;       ///< of each branch, logits; above 0: better than the others
  std::vector<double> severity;    ///< of each rater, logits; above 0: stricter
  std::vector<double> difficulty;  ///< of each criterion, logits; above 0: seldom marked high
  std::vector<double> threshold;   ///< of each step, from 0 to 1 first, logits
  double log_likelihood = 0;
};

/// Nothing where there is no finite estimate: no marks, a mark from 0 to the highest that nobody
/// gave, or a branch, rater or criterion with nothing but lowest or nothing but highest marks, or
/// without any. Nor where the marks leave branches and raters, or criteria and raters, in groups
/// that nothing ties together (`rating_groups`).
std::optional<OrdinalFit> fit_ordinal(const std::vector<OrdinalMark>& marks);

}  // namespace sihu
