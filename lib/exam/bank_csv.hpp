#pragma once

#include "exam/exchange.hpp"
#include "wording/result.hpp"

#include <string_view>

namespace sihu {

/// All of `bank` as comma-separated values, the headings in `lang`; nothing is lost. A row for the
/// bank, one for each law, one for each question, told apart by `kind`; columns that nothing is in
/// are left out. Texts have a second column `…-en` where the languages differ.
///
/// `blanks` has a line for each gap, answers parted by `|`; `basis` a line `law|article|article in
/// English|status` each; `readings` a line `zh|en` each. In them `\|`, `\\`, `\n` and `\s` (a blank
/// at an end) stand for what they look like. A cell that a spreadsheet would take for a formula, or
/// that begins with `'`, has a `'` before it.
ExportedBank write_bank_csv(const Bank& bank, Lang lang);

/// A bank, or questions alone, from such a table; headings and kinds in either language, columns in
/// any order, only those needed. A question without an id is given one.
///
/// All faults at once, `Kind::input`: those of `load_bank`, with the places of the cells, unknown
/// columns, ids that are taken.
Result<ImportedBank> read_bank_csv(std::string_view text, std::string_view name, QuestionIds& ids);

}  // namespace sihu
