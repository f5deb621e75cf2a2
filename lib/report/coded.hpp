#pragma once

#include "report/table.hpp"

#include <string>

namespace sihu {

/// A value of one of our lists (a status, a severity, a role) with its stable code and its words.
template <class Enum>
Coded coded(Enum value) {
  return {std::string(to_string(value)), phrase(wording(value))};
}

}  // namespace sihu
