#pragma once

#include "document/appraise_settings.hpp"
#include "statistics/ranking.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// By which rules a half-year is added up, ranked and graded: `appraise:` in sihu.yaml, with the
/// numbering of ties and the rounding of `quarter:`.
struct AppraiseRules {
  Rational areas = 80;     ///< weight of the items
  Rational quarters = 20;  ///< weight of the branch's quarters, for its secretary
  Rational excellent = 90;
  Rational good = 80;
  Rational pass = 60;
  int quota = 20;  ///< percent who may be excellent
  TieNumbers numbers = TieNumbers::skipping;
  Halves halves = Halves::away;

  /// How many of `people` may be excellent: the quota's share rounded down, at least one; none
  /// where the quota is 0.
  int places(int people) const;
  /// The grade of a total, as it is published, without the quota.
  AppraiseGrade band(const Rational& shown) const;

  friend bool operator==(const AppraiseRules&, const AppraiseRules&) = default;
};

AppraiseRules appraise_rules(const Organisation& organisation, const AppraiseSettings& settings);

/// The rules as one line, as a publication keeps them: `areas=80 quarters=20 excellent=90 good=80
/// pass=60 quota=20 ties=standard rounding=half-up`; and back, nothing for what is no such line.
std::string to_string(const AppraiseRules& rules);
std::optional<AppraiseRules> parse_appraise_rules(std::string_view text);

}  // namespace sihu
