#pragma once

#include <functional>

namespace sihu {

/// Where `function` is smallest between `from` and `to`, to 1e-10: of values 1 apart the smallest,
/// then a golden section search around it. `to` - `from` is at least 1.
double minimum_between(double from, double to, const std::function<double(double)>& function);

}  // namespace sihu
