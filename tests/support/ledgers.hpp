#pragma once

#include "ledger/chain.hpp"
#include "ledger/file.hpp"
#include "ledger/ledger.hpp"
#include "ledger/line.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu::test {

/// The header that ledger tests use: the third branch's first device, in the fourth quarter.
inline Header a_header(std::string device = "k7m2qx", std::string branch = "zb03") {
  return Header{"nrpb", Quarter{2026, 4}, std::move(branch), std::move(device)};
}

/// Noon in Shanghai on 12 October 2026, and so many milliseconds later.
inline Instant noon(std::int64_t later = 0) {
  return Instant{1791777600000 + later};
}

inline Event an_event(Instant at, std::string subject = "26Q4-zb05-k7m2qx-1",
                      std::vector<Field> fields = {}) {
  return Event{at, "p003", "problem.note", std::move(subject), std::move(fields), {}};
}

/// The bytes of a ledger file with these events, each getting its check.
inline std::string file_text(const Header& header, std::vector<Event>& events) {
  const std::string head = write_header(header);
  std::string check = chain_check("", head);
  std::string text = head + '\t' + check + '\n';
  for (Event& event : events) {
    const std::string line = spell(event);
    event.check = check = chain_check(check, line);
    text += line + '\t' + check + '\n';
  }
  return text;
}

/// A ledger of one file with these events, in December 2026, a millisecond apart.
inline Ledger one_file_ledger(std::vector<Event> events) {
  Ledger ledger;
  ledger.files.push_back({"ledger/2026Q4/hq.k7m2qx.tsv", {}, 0});
  std::int64_t at = 1797724800000;
  std::uint32_t line = 2;
  for (Event& event : events) {
    event.at = Instant{++at};
    ledger.entries.push_back({std::move(event), 0, line++});
  }
  return ledger;
}

}  // namespace sihu::test
