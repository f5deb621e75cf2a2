#pragma once

#include <string_view>

#include "calendar/workdays.hpp"
#include "wording/result.hpp"

namespace sihu {

/// Reads one `calendars/*.yaml` into `into`. All faults at once, `Kind::input`.
Result<Workdays> load_calendar(std::string_view text, std::string_view name);

/// Several calendars as one; `version` becomes their versions joined by `+`. A day that two
/// calendars see differently is a fault.
Result<Workdays> join_calendars(const std::vector<Workdays>& calendars);

}  // namespace sihu
