#pragma once

#include "base/rational.hpp"
#include "calendar/date.hpp"
#include "document/organisation.hpp"
#include "document/record_register.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sihu {

/// What a cell says: nothing, words, a number, or a day (of a month its first).
using RecordValue = std::variant<std::monostate, std::string, Rational, Date>;

/// Decimals that a number of a register may have.
constexpr int record_decimals = 4;

/// A day as people and their programs write it: `2026-03-05`, `2026/3/5`, `2026.3.5`,
/// `2026年3月5日`, with or without a time behind a blank, which is not looked at.
std::optional<Date> written_day(std::string_view text);

/// A month as they write it: `2026-03`, `2026/3`, `2026.3`, `2026年3月`, `Mar-26` (as Excel saves
/// the first of these), or its first day. Gives the first day.
std::optional<Date> written_month(std::string_view text);

/// The value of a cell that is not empty, or what it should have been. Choices come as the register
/// has them, in Chinese; people as the id where sihu.yaml knows the name; `yes` or `no`.
struct CellReading {
  RecordValue value = {};
  Phrase expected = {};  ///< not empty: the cell is something else
};
CellReading read_cell(const RegisterColumn& column, const std::string& text,
                      const Organisation& organisation);

/// A value as one text, the same for the same value.
std::string to_string(const RecordValue& value);

}  // namespace sihu
