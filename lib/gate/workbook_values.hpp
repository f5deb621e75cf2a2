#pragma once

#include "wording/fault.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// Row and column of a cell, from 0.
struct CellAddress {
  std::size_t row = 0;
  std::size_t column = 0;

  friend bool operator==(const CellAddress&, const CellAddress&) = default;
};

/// `C7` as an address, or nothing; at most 1 048 576 rows and 16 384 columns.
std::optional<CellAddress> parse_address(std::string_view text);

/// An address as spreadsheets write it: `C7`.
std::string to_string(CellAddress address);

/// Whether numbers in this format are days or times: the code, without its quoted and bracketed
/// parts, has a `y`, `m`, `d`, `h` or `s`.
bool is_day_format(std::string_view code);

/// The same of a format by its number alone (ECMA-376 part 1, 18.8.30, with the East Asian ones):
/// 14 to 22, 27 to 36, 45 to 47 and 50 to 58.
bool is_day_format(int number);

/// A day and time as a spreadsheet counts it, in days from 1899-12-30 (of 1904: from 1904-01-01):
/// `2026-10-05`, `2026-10-05 14:30`, `14:30`; nothing beyond the year 9999.
std::optional<std::string> day_text(double serial, bool from_1904);

/// A number as people see it, with up to 15 digits.
std::string number_text(double number);

/// A text with `_x000D_` and the like, which stand for characters that XML has not, as characters.
std::string without_escapes(std::string_view text);

/// The order of faults that stand in cells: by row, then by column, the file's own first.
bool by_cell(const Fault& one, const Fault& other);

}  // namespace sihu
