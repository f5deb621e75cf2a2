#pragma once

#include "calendar/workdays.hpp"
#include "document/computed.hpp"
#include "records/record_cell.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// The day from which a limit runs: the one that stands there, of a month its last. Nothing where
/// nothing stands.
std::optional<Date> limit_start(const RecordValue& value, bool whole_month);

/// The day on which `limit` (`1m`, `30d`, `3wd`, `now`) that runs from `from` ends. Years without a
/// calendar are added to `provisional`.
Date limit_end(const std::string& limit, Date from, const Workdays& workdays,
               std::vector<int>& provisional);

/// What is wrong with a day that was due, empty where it is in time; `done` is nullptr where it is
/// not there. A day before `from`, if that is given, is wrong as well.
Phrase lateness(std::optional<Date> from, const Date* done, Date due);

/// What is wrong with `amount` by the flat brackets of `rule`, empty where it is right; `base` is
/// nullptr where none stands.
Phrase misfit(const BracketRule& rule, const Rational* base, const Rational& amount);

}  // namespace sihu
