#pragma once

#include "base/rational.hpp"
#include "support/reference.hpp"

#include <string>
#include <vector>

namespace sihu::test {

/// A decimal with as many places as it likes.
inline Rational decimal(const std::string& text) {
  const auto value = Rational::parse(text, 30);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

inline std::vector<Rational> decimals(const std::vector<std::string>& texts) {
  std::vector<Rational> values;
  for (const std::string& text : texts) values.push_back(decimal(text));
  return values;
}

inline std::vector<Rational> decimals(const Node& list) {
  std::vector<Rational> values;
  for (const Node& item : list.items) values.push_back(decimal(item.text));
  return values;
}

}  // namespace sihu::test
