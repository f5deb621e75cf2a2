#pragma once

#include "base/rational.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// Which numbers those get who are equal.
enum class TieNumbers {
  skipping,  ///< 1, 2, 2, 4: places behind them stay empty (并列占位)
  dense,     ///< 1, 2, 2, 3
  last,      ///< 1, 3, 3, 4
};

/// How contenders are ranked.
struct RankRules {
  int places = 2;  ///< decimals of what is published, and so of what is ranked
  Halves halves = Halves::away;
  TieNumbers numbers = TieNumbers::skipping;
  Rational least_coverage{4, 5};  ///< share of the parts that must apply
};

/// Who is ranked.
struct Contender {
  std::optional<Rational> score;  ///< exact, higher is better; nothing: there is none
  Rational coverage{1};           ///< share of the parts that apply
  bool vetoed = false;            ///< 一票否决
  /// In the order declared, higher is better, as many for all; nothing: it does not apply.
  std::vector<std::optional<Rational>> tie_breaks;
};

/// Why somebody has no rank.
enum class Unranked { no, little_coverage, no_score, vetoed };

/// A line of the list.
struct RankLine {
  std::size_t contender = 0;  ///< its number among those given
  std::optional<int> rank;
  Unranked why = Unranked::no;
  std::string shown;  ///< the score as published; empty: there is none
};

/// The list, in the order to print it. Ranks go by the published score, so that what looks equal is
/// equal, then by the tie-breaks, then they are shared: never by name or by the order of a file. A
/// tie-break that does not apply to one of the equals decides nothing among them: nothing is no 0.
/// Those without a rank come last, those under a veto after all others, higher scores first; they
/// leave no gap.
std::vector<RankLine> rank(const std::vector<Contender>& contenders, const RankRules& rules);

}  // namespace sihu
