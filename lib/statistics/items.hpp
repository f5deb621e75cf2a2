#pragma once

#include "statistics/test_answers.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace sihu {

/// Who chose one option of an item, or none.
struct OptionStatistics {
  std::size_t chosen = 0;   ///< candidates
  double upper = 0;         ///< of those, among the best 27 %; parts where totals are tied
  double lower = 0;         ///< among the worst 27 %
  std::optional<double> r;  ///< with what they got for the other items; nothing: all or nobody did
};

/// What the marks of one item say of those who were asked it (classical item analysis).
/// Correlations are nothing where one side has no variance.
struct ItemStatistics {
  std::size_t candidates = 0;        ///< who were asked
  double mean = 0;                   ///< points
  double deviation = 0;              ///< points
  double share = 0;                  ///< mean / full: how easy it is, 0 to 1
  double share_error = 0;            ///< √(share (1 - share) / candidates)
  std::optional<double> r;           ///< with the total (point-biserial)
  std::optional<double> r_rest;      ///< with the total without the item: tells the able apart
  std::optional<double> difference;  ///< share in the best 27 % less share in the worst
  std::optional<double>
      alpha_without;  ///< alpha of the test without the item; if all were asked all
  /// Covariance with the rest, of the most that the same marks could have; as Moodle has it, 0
  /// to 1.
  std::optional<double> efficiency;
  /// How much it adds to the spread of totals, of all items that add to it; as Moodle has it.
  /// Nothing where it takes away from it, or not all were asked all.
  std::optional<double> weight;
  std::vector<OptionStatistics> options;
  OptionStatistics unanswered;  ///< chose no option; empty for items without options
};

/// What all marks together say.
struct TestStatistics {
  std::size_t candidates = 0;
  double full = 0;  ///< points; of `own_papers` the mean
  double mean = 0;
  double median = 0;
  double deviation = 0;
  std::optional<double> skewness;  ///< adjusted for the number of candidates, which must be 3
  /// Reliability: see `alpha_of`; of `own_papers` 1 - error² / deviation².
  std::optional<double> alpha;
  bool own_papers = false;      ///< not all were asked all; the error is that of `PaperError`
  bool right_or_wrong = false;  ///< every item: nothing, or all of the same points; alpha is KR-20
  std::optional<double> kr21;   ///< as if all items were equally easy; if `right_or_wrong`
  std::optional<double> error;  ///< standard error of measurement, points
  std::size_t tail = 0;         ///< candidates in the best and in the worst 27 %
  std::vector<ItemStatistics> items;
};

/// All of it, in one pass over each item's answers.
TestStatistics analyse_items(const TestAnswers& test);

}  // namespace sihu
