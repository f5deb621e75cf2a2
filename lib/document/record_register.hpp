#pragma once

#include "base/place.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What the cells of a column of a register are.
enum class ColumnKind { text, date, month, number, money, choice, person, yes_no };

std::optional<ColumnKind> parse_column_kind(std::string_view text);
const Text& wording(ColumnKind kind);

struct RegisterColumn {
  std::string id;
  ColumnKind kind = ColumnKind::text;
  Phrase heading;               ///< above it in the table, in either language
  bool required = false;        ///< no cell may be empty
  std::vector<Phrase> choices;  ///< of a `choice`: what may stand in it, in either language
  Place place = {};

  /// `typed` as the register writes it, in Chinese; nothing where it is no choice.
  std::optional<std::string> choice(std::string_view typed) const;
};

/// records/<id>.yaml: a register that branches keep as a table (台账): meetings, dues, theme days.
/// Its rows lie beside it, in records/<id>.csv or, branch by branch, records/<id>.<branch>.csv.
struct Register {
  std::string id;
  std::string version;
  Phrase title;
  std::string date;  ///< the column that says to which day or month a row belongs
  std::vector<RegisterColumn> columns;
  Place place = {};

  /// The place of the column called `id` in `columns`, or nothing.
  std::optional<std::size_t> find(std::string_view id) const;
};

/// How a table names the column with the branch, which every register has.
const Phrase& branch_heading();

/// Reads a register. All faults at once, `Kind::input`.
Result<Register> load_register(std::string_view text, std::string_view name);

}  // namespace sihu
