#pragma once

#include "calendar/workdays.hpp"
#include "document/organisation.hpp"
#include "gate/source.hpp"
#include "wording/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Reads one `calendars/*.yaml`. All faults at once, `Kind::input`. The version is
/// `cn-2026@2026.1`: id and version, so that a deadline says by which calendar it was reckoned.
Result<Workdays> load_calendar(std::string_view text, std::string_view name);

/// That sihu.yaml (`source`) names a calendar which is not there; `known` are those that are.
Fault missing_calendar(const Source& source, const CalendarName& named,
                       const std::vector<std::string>& known);

/// Several calendars as one; `version` becomes their versions joined by `+`. A day that two
/// calendars see differently is a fault.
Result<Workdays> join_calendars(const std::vector<Workdays>& calendars);

}  // namespace sihu
