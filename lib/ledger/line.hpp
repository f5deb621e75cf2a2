#pragma once

#include <string>
#include <string_view>

#include "ledger/event.hpp"
#include "wording/result.hpp"

namespace sihu {

// The ledger's grammar. The same text, for auditors, is in lib/ledger/README.md.
//
//   file    = header LF *( line LF )
//   header  = "#sihu" TAB "1" TAB organisation TAB quarter TAB branch TAB device TAB check
//   line    = instant TAB person TAB event TAB subject *( TAB key "=" value ) TAB check
//   instant = "YYYY-MM-DDTHH:MM:SS.mmmZ"                          24 bytes, UTC
//   person  = "-" / id
//   event   = word *( "." word )            word = a-z *( a-z / 0-9 / "-" )
//   subject = 1*( letter / digit / "-" / "." / "/" / ":" / "+" / "~" )     ASCII
//   key     = a-z *( a-z / 0-9 / "-" )
//   value   = 1*( any UTF-8 character but controls / "\t" / "\n" / "\r" / "\\" / "\x" 2HEX )
//   check   = 16 lower-case hex digits
//
// UTF-8, at most 65 536 bytes a line with its LF. One event has exactly one legal spelling.

inline constexpr std::size_t max_line_bytes = 65536;

/// A value with `\t \n \r \\` and every other control character (C0, DEL, C1) escaped.
std::string escape_value(std::string_view value);

/// The line of `event` without its check and without the tab before it, or every reason why it
/// cannot be written (illegal subject, key, text that is not UTF-8, too long): `Kind::input`.
Result<std::string> write_line(const Event& event);

/// Reads one line (without its LF) back, check included. Anything that `write_line` would not have
/// written is a fault, placed at `name:line`.
Result<Event> read_line(std::string_view line, std::string_view name, int number);

}  // namespace sihu
