#pragma once

#include "gate/csv.hpp"

#include <map>
#include <string>
#include <string_view>

namespace sihu {

/// The parts of a spreadsheet package (Office Open XML, ECMA-376 part 1) by their names in it:
/// `xl/workbook.xml`.
using WorkbookParts = std::map<std::string, std::string>;

/// Reads the first visible sheet of a package as a table, each cell with a place such as
/// `ledger.xlsx!C7`.
///
/// The head is the first row with more than one filled cell: a title above it is passed over.
/// Headings lose their line feeds and the blanks around them; columns without heading and content
/// are left out. A cell merged over several rows or columns has its value in each row of its first
/// column. Rows without content are skipped; a cell of blanks has none. Rows and columns that are
/// hidden, as by a filter, are read like all others.
///
/// Texts are as they are typed, numbers with up to 15 digits, days `2026-10-05` (with a time of day
/// `2026-10-05 14:30`, a time alone `14:30`), booleans `TRUE` and `FALSE`, formulas what they last
/// came to. Days are numbers in a format that shows years, months, days, hours or seconds.
///
/// All faults at once, `Kind::input`: cells with an error (`#N/A`), repeated or missing headings;
/// a package without a workbook or a sheet; parts that `read_xml` refuses (over 16 MiB); a table of
/// more than two million cells, or as many merged ones.
Result<Sheet> read_workbook(const WorkbookParts& parts, std::string_view name);

}  // namespace sihu
