#pragma once

#include "calendar/instant.hpp"
#include "problem/due.hpp"
#include "report/catalogue.hpp"

#include <string>
#include <vector>

namespace sihu {

/// What is due as a calendar (iCalendar, RFC 5545) for Thunderbird and phones: a whole-day event on
/// each due date (for what waits for its verifier, on the date that should be done by), with a
/// reminder a day before. A subscriber sees one event per problem, however often it is made anew:
/// its UID is `<problem id>@<organisation id>.sihu`. `now` becomes DTSTAMP.
std::string due_calendar(const std::vector<DueRow>& rows, const ListContext& context, Instant now,
                         Lang lang);

/// `name:value` as content lines: CRLF at the end and after at most 75 octets, never inside a
/// character; `value` is already escaped.
std::string fold_content_line(std::string_view name, std::string_view value);

/// A text value, escaped (RFC 5545, 3.3.11), with no control character left in it.
std::string escape_calendar_text(std::string_view text);

}  // namespace sihu
