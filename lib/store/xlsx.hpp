#pragma once

#include "report/briefing.hpp"
#include "wording/result.hpp"

#include <string>

namespace sihu {

/// The bytes of an XLSX file (Office Open XML, ECMA-376) with a sheet for each table that has rows,
/// the first in any case, and one for what has to be said.
///
/// The head is bold, stays on top, filters, and comes again on each printed page; columns are as
/// wide as what is in them, those where nothing is yet at least `room` characters; paper is A4
/// across, fitted to its width. Days are days and numbers are numbers; all else is text that is
/// never run as a formula. Columns with `choices` have a drop-down. It says nothing of when and by
/// whom it was made: equal tables give equal bytes.
///
/// Rows go to libxlsxwriter one by one, which writes them to nameless files in the folder for
/// temporary ones; the finished file is held in memory. `Kind::environment`: this machine has no
/// libxlsxwriter, or such a file can't be written. `Kind::refused`: more rows than a sheet has
/// (1 048 575 and the head).
Result<std::string> xlsx_of(const Briefing& briefing, Lang lang, int room = 0);

/// The same of one list, which may be long: no row of it is copied.
Result<std::string> xlsx_of(const Table& table, Lang lang);

}  // namespace sihu
