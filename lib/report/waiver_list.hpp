#pragma once

#include "problem/waiver.hpp"
#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <vector>

namespace sihu {

/// Every waiver ever granted. Stable keys: `branch branch_name item granted until state by by_name
/// note`; `state` is `holds`, `expired` or `not-yet`.
Table waiver_table(const std::vector<Waiver>& waivers, const Organisation& organisation,
                   Date today);

}  // namespace sihu
