#pragma once

#include "calendar/instant.hpp"
#include "wording/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What the machine's clock says.
Instant system_time();

/// Milliseconds since the machine was started, sleep included: a clock that nobody sets.
std::int64_t uptime_milliseconds();

/// Another text whenever a machine is started, and on every machine; empty: nothing is known of it.
std::string boot_of_machine();

/// The names of the zones that the machine has files for, sorted; empty when it has none.
std::vector<std::string> zone_names();

/// The zone of that name: `Asia/Shanghai`, `UTC` and offsets like `+08:00` by themselves, every
/// other IANA name from the machine's zone files, with its changes from 1970 to 2100. An unknown
/// one is `Kind::input`.
Result<Zone> load_zone(std::string_view name);

}  // namespace sihu
