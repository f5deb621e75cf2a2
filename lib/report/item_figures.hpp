#pragma once

#include "report/table.hpp"

#include <optional>
#include <string>

namespace sihu {

/// A number with so many decimals, half away from zero, never `-0.0`. Of a binary fraction the
/// decimal that it stands for is rounded, told by its first nine places: 2.675 is `2.68`.
std::string decimals(double number, int places);

/// The same, and no value for nothing.
Value figure(const std::optional<double>& number, int places);

/// A share as percent with one decimal: `87.5`.
Value percent_figure(const std::optional<double>& share);

}  // namespace sihu
