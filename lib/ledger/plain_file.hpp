#pragma once

#include "ledger/header.hpp"
#include "ledger/plain_line.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace sihu {

/// What a look in passing says of a ledger file in which it found nothing unusual.
struct PlainFile {
  Header header;
  std::size_t lines = 0;  ///< of events
};

/// A line, its bytes without LF, and its number in the file.
using VisitLine = std::function<void(const PlainLine&, std::string_view, std::uint32_t)>;

/// Goes through a ledger file without keeping anything of it, and shows every event line to
/// `visit`.
///
/// Nothing where something is unusual: whatever `read_ledger_file` would call a fault, and also a
/// torn tail or an unfinished group. Then it decides, and what was shown must be forgotten.
std::optional<PlainFile> pass_through(std::string_view text, bool check_chain,
                                      const VisitLine& visit);

/// Shows the event lines of a text that `read_ledger_file` accepted, up to where it is whole.
void visit_lines(std::string_view whole, const VisitLine& visit);

}  // namespace sihu
