#pragma once

#include "document/organisation.hpp"
#include "statistics/ranking.hpp"
#include "tally/component.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// By which rules a quarter is added up and ranked: `quarter:` in sihu.yaml.
struct TallyRules {
  PerComponent<Rational> weights;
  TieNumbers numbers = TieNumbers::skipping;
  Halves halves = Halves::away;
  std::vector<Component> tie_breaks;

  friend bool operator==(const TallyRules&, const TallyRules&) = default;
};

TallyRules tally_rules(const Organisation& organisation);

/// The rules as one line, so that two files can be told to go by the same ones: `check=50 review=15
/// learn=10 test=15 rectification=10 ties=standard rounding=half-up
/// tie-breaks=rectification,check`.
std::string to_string(const TallyRules& rules);

/// Reads such a line back; nothing if it is none.
std::optional<TallyRules> parse_tally_rules(std::string_view text);

}  // namespace sihu
