#pragma once

#include "wording/fault.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace sihu {

/// What a mail program, an editor or a spreadsheet did to a file of which this is the first line
/// (no LF), when it put the text into another spelling than the ledger's one: a byte order mark
/// (`bom`), UTF-16 (`utf-16`), line ends of CRLF (`crlf`). A fault at `name:1:column`.
std::optional<Fault> rewritten_first_line(std::string_view line, std::string_view name);

/// The fault of a line that ends in CRLF (`crlf`), at the CR. `line`: without its LF; `place`: of
/// the line.
Fault crlf_fault(std::string_view line, Place place);

/// The fault of a line that is no UTF-8 (`not-utf8`) at the character that begins with byte `bad`;
/// it says so when the line reads like GBK.
Fault not_utf8_fault(std::string_view line, std::size_t bad, Place place);

/// Whether a line was put into another spelling as a whole: it ends in CRLF, or reads like GBK and
/// is no UTF-8. Then so were its neighbours.
bool is_rewritten(std::string_view line);

/// Whether every byte above ASCII belongs to a character of GBK or GB18030, whose two bytes lie in
/// 81..FE and 40..FE, the second not 7F, or which has four, alternately in 81..FE and 30..39.
bool looks_like_gbk(std::string_view text);

}  // namespace sihu
