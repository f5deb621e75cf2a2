#pragma once

#include "document/rubric.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// A sheet that was opened, as results take it. Who wrote it is known here and nowhere further on.
struct OpenedSheet {
  std::string person;
  std::string branch;     ///< that is reviewed
  std::string reviewers;  ///< class of the person; empty: none
  Rational total;         ///< 0 to 100
  std::string comment;
};

/// What the sheets about a branch come to. Nothing in it says who gave what; in full precision it
/// could still be worked out of a few sheets, so only what `published` makes of it goes out.
struct ReviewResult {
  enum class State {
    told,
    few,         ///< fewer sheets than `least`: nothing of them is told
    not_fitted,  ///< leniency can't be told from worth by these sheets
  };

  std::string branch;
  State state = State::few;
  ReviewMethod method = ReviewMethod::mean;
  std::size_t sheets = 0;
  std::optional<Rational> value;  ///< by the method, 0 to 100; of a fit to six decimals
  std::optional<Rational> mean;   ///< of all sheets, uncorrected
  std::optional<double> error;    ///< standard error of `value`
  std::optional<double> low;      ///< 95 % interval of `value`, within 0 to 100
  std::optional<double> high;
  std::optional<double> reach;  ///< of that interval to either side, in standard errors
  Rational step =
      {};  ///< corrected: to so many points the value is rounded, see `step_of_corrected`
  std::size_t dropped = 0;            ///< sheets left out at each end
  std::vector<std::string> joined;    ///< `branch+committee`: classes too small to stand alone
  std::vector<std::string> silent;    ///< classes without a sheet, whose weight goes to nobody
  bool uncurbed = false;              ///< corrected, no sheet weighing less than another
  std::vector<std::string> comments;  ///< in an order that says nothing
  std::size_t hidden_comments = 0;    ///< too few to be shown
};

/// How it is reckoned.
struct ReviewMethodRules {
  ReviewMethod method = ReviewMethod::mean;
  std::size_t least = least_sheets;
  std::vector<ReviewerClass> classes;
  std::string seed;                 ///< for the order of comments; no secret
  std::function<bool()> stop = {};  ///< asked while correcting: the results are of no use then
  std::size_t levels = 101;         ///< how many totals a sheet may have (`sheet_levels`)
};

/// How many different totals the rubric's sheets may have, at most `most_levels`.
inline constexpr std::size_t most_levels = 10000;
std::size_t sheet_levels(const Rubric& rubric);

/// To how many points values corrected for leniency are rounded: the least of .01, .1, 1, 5 and 10
/// at which they tell less than the sheets hold, in bits. Corrected values mix all sheets, so that
/// who knows the own ones and tries what the others may have been finds the only sheets that fit,
/// where there are few (of four branches, three sheets each from 1 to 5, in seconds).
Rational step_of_corrected(const std::vector<OpenedSheet>& sheets, std::size_t levels);

/// How many sheets the method leaves out at each end.
std::size_t dropped_sheets(ReviewMethod method, std::size_t sheets);

/// All branches, in the order given, each by its own sheets; `severity` looks at all sheets at
/// once. Nothing depends on the order of the sheets.
std::vector<ReviewResult> review_results(const std::vector<std::string>& branches,
                                         const std::vector<OpenedSheet>& sheets,
                                         const ReviewMethodRules& rules);

}  // namespace sihu
