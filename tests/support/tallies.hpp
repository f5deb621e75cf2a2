#pragma once

#include "tally/tally.hpp"

#include <string>

namespace sihu::test {

// Branches with scores, for tests of lib/tally and of what shows it.

inline TallyRules some_rules() {
  TallyRules rules;
  rules.weights[Component::check] = Rational(50);
  rules.weights[Component::review] = Rational(15);
  rules.weights[Component::learn] = Rational(10);
  rules.weights[Component::test] = Rational(15);
  rules.weights[Component::rectification] = Rational(10);
  return rules;
}

/// A branch with a score of its check and of its rectification; nothing else is known.
inline TallyEntry an_entry(std::string branch, std::optional<Rational> check,
                           std::optional<Rational> rectification) {
  TallyEntry entry;
  entry.name = same(branch);
  entry.branch = std::move(branch);
  entry.scores[Component::check] = std::move(check);
  entry.scores[Component::rectification] = std::move(rectification);
  entry.done = entry.asked = entry.scores[Component::check] ? 5 : 0;
  return entry;
}

/// `1 zb01 90.00, 2 zb05 80.00`: who stands where, with the total as shown; `-` without a rank.
inline std::string ranking(const Tally& tally) {
  std::string text;
  for (const TallyRow& row : tally.rows)
    text += (text.empty() ? "" : ", ") + (row.rank ? std::to_string(*row.rank) : "-") + ' ' +
            row.entry.branch + (row.shown.empty() ? "" : ' ' + row.shown);
  return text;
}

inline const Quarter fourth{2026, 4};

}  // namespace sihu::test
