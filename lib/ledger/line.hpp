#pragma once

#include "ledger/event.hpp"
#include "wording/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

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

/// The line of `event` without its check and without the tab before it, or every reason why it
/// cannot be written (illegal subject, key, text that is not UTF-8, too long): `Kind::input`.
Result<std::string> write_line(const Event& event);

/// The bytes of an event that `write_line` accepted or `read_line` gave, without and with its
/// check; no LF.
std::string spell(const Event& event);
std::string whole_line(const Event& event);

/// Reads one line (without its LF) back, check included. Anything that `write_line` would not have
/// written is a fault, placed at `name:line`: `Kind::integrity`, all of the line's at once.
Result<Event> read_line(std::string_view line, std::string_view name, int number);

}  // namespace sihu
