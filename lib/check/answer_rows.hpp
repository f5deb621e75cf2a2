#pragma once

#include "check/key.hpp"
#include "gate/csv.hpp"
#include "gate/node.hpp"
#include "gate/source.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A row as it was written: texts with their places, by the name of the column. Absent and empty
/// are the same. `evidence` may have come as a list.
struct RawRow {
  Place place;
  std::map<std::string, Cell, std::less<>> cells;
  std::vector<Cell> evidence;

  /// The text under `name`, or an empty text.
  std::string_view text(std::string_view name) const;
  /// Where it stands; if it is not there, the row's item, or the row.
  const Place& place_of(std::string_view name) const;
};

/// The rows of a YAML or JSON document, or of a CSV sheet; what is wrong with their form goes to
/// `faults`.
std::vector<RawRow> rows_of(const Node& root, const CheckKey& key, const Source& source,
                            std::vector<Fault>& faults);
std::vector<RawRow> rows_of(const Sheet& sheet, const CheckKey& key, const Source& source,
                            std::vector<Fault>& faults);

}  // namespace sihu
