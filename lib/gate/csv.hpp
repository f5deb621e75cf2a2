#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "wording/result.hpp"

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

/// How the bytes of a text file are encoded.
enum class Encoding { utf8, gb18030 };

/// `bytes` as UTF-8. With `utf8` a byte-order mark is dropped and anything that is not UTF-8 is a
/// fault that names the likely encoding and the option to give (`--encoding gb18030`).
Result<std::string> decode(std::string_view bytes, Encoding encoding, std::string_view name);

/// Reads comma-separated values (RFC 4180): quotes, line feeds in quotes, CRLF, a byte-order mark.
///
/// All faults at once: unclosed quotes, text behind a closing quote, rows that are too long or too
/// short, a head with an empty or repeated name. Empty lines are skipped. At most 64 MiB.
Result<Sheet> read_csv(std::string_view text, std::string_view name);

}  // namespace sihu
