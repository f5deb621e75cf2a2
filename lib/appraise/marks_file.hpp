#pragma once

#include "appraise/record.hpp"
#include "gate/sheet_cell.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Reads the marks of one person. CSV with a heading `item points reason`, of which `area title
/// full standard` may stand beside for the reader; YAML and JSON: a list of such rows, or `marks:`
/// with one. `points` is a number or `na`; rows without points are left for later. `text` is UTF-8.
///
/// All faults at once, `Kind::input`: unknown columns and items with the nearest, what are no
/// points, more than the item has, a mark without a reason, an item twice, nothing filled in.
Result<std::vector<NewItemMark>> load_item_marks(std::string_view text, std::string_view name,
                                                 WrittenFormat format,
                                                 const std::vector<const Item*>& items);

/// A table ready to fill in, a row for each of these items, with what was `given` already; read
/// back by `load_item_marks`. With a byte-order mark and CRLF, as spreadsheets like it.
std::string marks_form(const std::vector<const Item*>& items, const Checklist& checklist,
                       const std::vector<NewItemMark>& given, Lang lang);

}  // namespace sihu
