#pragma once

#include "calendar/period.hpp"
#include "problem/problem.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

// A quarter that is old enough leaves the ledger, oldest first; a line stays that says so.

/// What a quarter consisted of when it was archived.
struct QuarterContents {
  std::size_t files = 0;
  std::size_t lines = 0;    ///< of events
  std::string fingerprint;  ///< SHA-256 over `name TAB bytes TAB sha256 LF` of each ledger file
  std::string archive;      ///< SHA-256 of the archive; empty: it was discarded
};

struct ArchivedQuarter {
  Quarter quarter;
  std::string by;
  Date on;
  std::string reason;
  QuarterContents contents;
  Place place = {};  ///< of its line
};

/// The event that says so; its subject is the quarter.
inline constexpr std::string_view archive_event = "quarter.archive";

/// Whether the archiving that `event` records counts: `is_entitled_to_forget`, of a quarter that
/// was past on that day.
bool is_rightful_archiving(const Event& event, const Organisation& organisation, const Zone& zone);

/// Those of the ledger that count, in its order.
std::vector<ArchivedQuarter> fold_archived(const Ledger& ledger, const Organisation& organisation,
                                           const Zone& zone);

/// The newest quarter that was archived; all before it are too, because the oldest go first.
std::optional<Quarter> last_archived(const std::vector<ArchivedQuarter>& archived);

/// Whether a line about `subject` may rest on one that left with an archived quarter.
bool is_about_archived(std::string_view subject, std::optional<Quarter> last);

/// The first day on which a quarter may be archived, `retention` (`3y`, `36m`, `90d`) after its
/// last one.
Date archivable_from(Quarter quarter, std::string_view retention);

/// What speaks of a quarter when it is to be archived.
struct ArchiveScene {
  const Ledger& ledger;
  const ProblemList& problems;
  const Organisation& organisation;
  const Zone& zone;
  const Person& person;
  Date today;
};

/// Nothing if `quarter` may be archived; else every rule that says no, `Kind::refused`: not the
/// committee; no `retention:` or not old enough; an earlier quarter is still there; problems with
/// lines in it that have not ended, waivers that still hold.
Result<void> check_archivable(Quarter quarter, std::string_view reason, const ArchiveScene& scene);

/// The line that says so.
Draft archive_draft(Quarter quarter, const QuarterContents& contents, std::string_view reason);

}  // namespace sihu
