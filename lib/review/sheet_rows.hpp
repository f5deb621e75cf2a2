#pragma once

#include "calendar/period.hpp"
#include "document/rubric.hpp"
#include "gate/csv.hpp"
#include "gate/node.hpp"
#include "gate/source.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A sheet as it was written: texts with their places, by column. Absent and empty are the same.
struct SheetRow {
  Place place;
  std::map<std::string, Cell, std::less<>> cells;

  /// The text under `name`, or an empty text.
  std::string_view text(std::string_view name) const;
  /// Where it stands; if it is not there, the branch, or the row.
  const Place& place_of(std::string_view name) const;
};

/// What a file of sheets is for.
struct SheetsFor {
  Quarter quarter;
  const Rubric& rubric;

  /// `person branch name comment` and the criteria.
  std::vector<std::string> columns() const;
};

/// The rows of a YAML or JSON document, or of a table; what is wrong with their form goes to
/// `faults`. In a table rows whose first cell begins with `#` are for the reader.
std::vector<SheetRow> sheet_rows(const Node& root, const SheetsFor& sheets, const Source& source,
                                 std::vector<Fault>& faults);
std::vector<SheetRow> sheet_rows(const Sheet& table, const SheetsFor& sheets, const Source& source,
                                 std::vector<Fault>& faults);

}  // namespace sihu
