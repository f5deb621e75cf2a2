#pragma once

#include "base/rational.hpp"

#include <optional>
#include <string_view>

namespace sihu {

/// A fraction not below 0 as a line has it, `251/3` or `80`; nothing for what is none.
std::optional<Rational> parse_fraction(std::string_view text);

}  // namespace sihu
