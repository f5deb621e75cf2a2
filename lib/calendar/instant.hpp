#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.hpp"

namespace sihu {

/// A moment, in milliseconds since 1970-01-01T00:00:00Z, years 1 to 9999.
struct Instant {
  std::int64_t milliseconds = 0;

  /// Reads exactly the ledger's form `YYYY-MM-DDTHH:MM:SS.mmmZ`.
  static std::optional<Instant> parse(std::string_view text);

  friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
  friend constexpr Instant operator+(Instant at, std::int64_t more) {
    return Instant{at.milliseconds + more};
  }
};

/// `YYYY-MM-DDTHH:MM:SS.mmmZ`: always 24 bytes, so that byte order is time order.
std::string to_string(Instant at);

/// A time zone as a plain value: how far local time is ahead of UTC, and when that changes.
///
/// `store/clock.hpp` fills it from the machine's zone files; tests write it down.
struct Zone {
  struct Change {
    Instant from;
    int seconds_east = 0;
  };

  std::string name = "Asia/Shanghai";
  int seconds_east = 8 * 3600;   ///< before the first change
  std::vector<Change> changes;   ///< ascending

  int offset_at(Instant at) const;
  /// The date on the wall at `at`.
  Date date_of(Instant at) const;
  /// When the local day `date` begins at `hour:minute` local time.
  Instant at(Date date, int hour = 0, int minute = 0, int second = 0) const;
};

/// Reads what `--now` takes: `YYYY-MM-DD` (nine in the morning there), `YYYY-MM-DDTHH:MM[:SS]` or
/// with a blank instead of the `T` (local time), or with `Z` or `+08:00` behind it.
std::optional<Instant> parse_time(std::string_view text, const Zone& zone);

/// Local date and time to the minute, `YYYY-MM-DD HH:MM`.
std::string to_local_string(Instant at, const Zone& zone);

}  // namespace sihu
