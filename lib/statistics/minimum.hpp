#pragma once

#include <functional>
#include <optional>

namespace sihu {

/// Where a smooth `function` is smallest between `from` and `to`, to 1e-9 or so: of values 1 apart
/// the smallest, then a search around it (at an edge to 1e-4). `to` - `from` is at least 1.
double minimum_between(double from, double to, const std::function<double(double)>& function);

/// The same within 1/2 of where it is expected, which takes far fewer values; nothing if it is
/// not there.
std::optional<double> minimum_near(double expected, const std::function<double(double)>& function);

}  // namespace sihu
