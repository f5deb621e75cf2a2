#pragma once

#include "report/table.hpp"

#include <optional>

namespace sihu {

/// A number with so many decimals, never `-0.0`; no value for nothing.
Value figure(const std::optional<double>& number, int places);

/// A share as percent with one decimal: `87.5`.
Value percent_figure(const std::optional<double>& share);

}  // namespace sihu
