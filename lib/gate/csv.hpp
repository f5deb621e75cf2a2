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
};

/// Reads comma-separated values (RFC 4180): quotes, line feeds in quotes, CRLF, a byte-order mark.
///
/// All faults at once: unclosed quotes, text behind a closing quote, rows that are too long or too
/// short, a head with an empty or repeated name. Empty lines are skipped. At most 64 MiB.
Result<Sheet> read_csv(std::string_view text, std::string_view name);

}  // namespace sihu
