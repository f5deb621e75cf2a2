#pragma once

#include "calendar/period.hpp"
#include "tools/cli/flags.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>

namespace sihu {

// Work that is recorded only after its quarter, or on another day than it was done (补录).

/// When it was really done, and why it is recorded only now.
struct LateEntry {
  std::optional<Date> on = {};
  std::string reason = {};
};

/// `--on` and `--reason`, with what `--on` is the day of.
void declare_late_entry(Flags& flags, LateEntry& late, Text day);

/// What to advise, in a command's own words.
struct LateEntryHints {
  Text flags;          ///< how to give both
  Text other_quarter;  ///< how to name the quarter {0}
};

/// Whether both go together, make sense for work of `quarter`, and are there when it is over:
/// `Kind::usage`.
Result<void> check_late_entry(const LateEntry& late, Quarter quarter, Date today,
                              const LateEntryHints& hints);

}  // namespace sihu
