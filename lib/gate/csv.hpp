#pragma once

#include "base/place.hpp"
#include "gate/encoding.hpp"
#include "wording/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

struct Cell {
  std::string text;
  Place place;
};

/// A table that a person wrote; every row has as many cells as the head.
struct Sheet {
  std::vector<Cell> head;
  std::vector<std::vector<Cell>> rows;
  /// Rows that were too long or too short, here cut or filled up with empty cells, so that whoever
  /// reads the table can find its other faults in the same run. Not empty: the table must be
  /// refused.
  std::vector<Fault> faults;
};

/// Reads comma-separated values (RFC 4180): quotes, line feeds in quotes, CRLF, a byte-order mark.
///
/// All faults at once: unclosed quotes, text behind a closing quote, a head with an empty or
/// repeated name. Rows of the wrong length alone are left to the caller, in `Sheet::faults`. Empty
/// lines are skipped. At most 64 MiB.
Result<Sheet> read_csv(std::string_view text, std::string_view name);

}  // namespace sihu
