#include "base/fraction.hpp"

#include <algorithm>
#include <string>

namespace sihu {
namespace {

constexpr std::size_t most_digits = 400;

bool are_digits(std::string_view text) {
  return !text.empty() && text.size() <= most_digits &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<Rational> parse_fraction(std::string_view text) {
  const auto slash = std::min(text.find('/'), text.size());
  const auto below = slash < text.size() ? text.substr(slash + 1) : std::string_view("1");
  if (!are_digits(text.substr(0, slash)) || !are_digits(below) ||
      below.find_first_not_of('0') == std::string_view::npos)
    return std::nullopt;
  return Rational::of_fraction(std::string(text));
}

}  // namespace sihu
