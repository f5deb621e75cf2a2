#pragma once

#include "calendar/workdays.hpp"
#include "records/record_file.hpp"
#include "records/record_periods.hpp"

#include <map>
#include <string>
#include <vector>

namespace sihu {

/// Registers with their rows, by id.
using RecordTables = std::map<std::string, RecordTable, std::less<>>;

/// What records say of an item.
enum class RecordVerdict {
  met,
  gap,     ///< something is missing, too much, late, or does not add up
  unsaid,  ///< it can't be said: no register, no rows, faults, or there still is time
};

std::string_view to_string(RecordVerdict verdict);
const Text& wording(RecordVerdict verdict);

/// A row that was looked at.
struct RowSeen {
  Place place;
  Date date;
  Phrase amiss = {};  ///< what is wrong with it; empty: it satisfies the rule
};

/// What they say of one month, quarter, half-year or year.
struct StretchResult {
  enum class State {
    met,
    gap,
    pending,  ///< not yet, and there still is time
    no_rows,  ///< nothing to judge it by
  };

  std::string label;
  State state = State::met;
  Phrase words;  ///< `2026-10：1 次`
};

/// What a rule comes to, and why. Of rows it holds places and days alone, nothing of what stands in
/// them.
struct ComputedResult {
  RecordVerdict verdict = RecordVerdict::unsaid;
  Phrase why = {};  ///< `unsaid`: the reason
  std::vector<StretchResult> stretches = {};
  std::vector<RowSeen> rows = {};           ///< all that were looked at, each once
  int amiss = 0;                            ///< how often the rule was broken
  std::string digest = {};                  ///< first 16 hex digits of the SHA-256 of the rows
  std::vector<int> provisional_years = {};  ///< working days in years without a calendar (暂算)
};

/// For whom, and up to when, a rule is computed.
struct RecordScene {
  const RecordTables& tables;
  const Organisation& organisation;
  const Workdays& workdays;
  std::string branch;
  Quarter quarter;  ///< that is inspected; rows behind its last day don't count
  Date day;         ///< on which it is asked; nor do rows behind it
  std::optional<Date> asked_before = {};  ///< the same, of the quarter before; nothing: nobody did
};

/// What records say. Pure: the same rows give the same result in whatever order they stand.
/// Nothing is met where there are no rows, and nothing missed while there still is time.
ComputedResult compute(const Computed& computed, const RecordScene& scene);

/// The result as one sentence: what each month was like, or why nothing can be said.
Phrase describe(const ComputedResult& result);

}  // namespace sihu
