#pragma once

#include "report/table.hpp"

#include <string>
#include <variant>
#include <vector>

namespace sihu {

/// A number as a spreadsheet has it.
struct SheetNumber {
  double number = 0;
  int decimals = 0;  ///< that are shown

  friend bool operator==(const SheetNumber&, const SheetNumber&) = default;
};

/// A day as a spreadsheet counts it: from 1899-12-30, which is 0 (ECMA-376, part 1, 18.17.4.1; the
/// leap day of 1900 that never was lies before the first day we write so).
struct SheetDay {
  double serial = 0;

  friend bool operator==(const SheetDay&, const SheetDay&) = default;
};

using SheetValue = std::variant<std::monostate, std::string, SheetNumber, SheetDay>;

/// A value as a cell for people. Numbers and days are such, so that a spreadsheet can add up and
/// sort; a text in a column that is aligned to the right is a number where it is written as one.
/// All other texts are texts: nothing in them is run as a formula. Control characters are shown,
/// line feeds stay; what is longer than a cell may be (32 767) ends in `…`.
SheetValue sheet_value(const Value& value, const Column& column, Lang lang);

/// The most characters that a column is wide; what is wider is wrapped.
inline constexpr int widest_sheet_column = 50;

/// How wide what stands in a cell is, in characters: its widest line.
int sheet_width(const SheetValue& value);

/// How wide a column should be, in characters of the default font: as its widest cell, as its
/// heading, and as what it offers to choose from, 6 to `widest_sheet_column`.
int sheet_column_width(const Column& column, int widest_cell, Lang lang);

/// How many lines a text takes in a column of that width.
int sheet_lines(const std::string& text, int width);

/// A title as the name of a sheet: what is not allowed there (`[]:*?/\`, `'` at an end) becomes a
/// blank, at most 31 characters; `taken` are names that others have (they are compared without
/// case), one that is taken gets a number.
std::string sheet_name(const std::string& title, const std::vector<std::string>& taken);

}  // namespace sihu
