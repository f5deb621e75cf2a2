#pragma once

#include "audit/visits.hpp"
#include "support/sheets.hpp"

#include <string>
#include <vector>

namespace sihu::test {

/// A visit with a line for each item, numbered from `first_entry`: items `basics/A-0` and so on as
/// `seen` reads them, those not asked left out.
inline AuditVisit a_visit(const char* quarter, std::string branch, std::string inspector,
                          const std::string& items, std::size_t first_entry = 0) {
  AuditVisit visit;
  visit.check = {*Quarter::parse(quarter), std::move(branch), "basics", false};
  visit.inspector = std::move(inspector);
  const auto list = seen(items);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == Seen::not_asked) continue;
    VisitItem item;
    item.id = "basics/A-" + std::to_string(i);
    item.seen = list[i];
    item.entry = first_entry + i;
    visit.items.push_back(std::move(item));
  }
  return visit;
}

inline std::vector<const AuditVisit*> pointers(const std::vector<AuditVisit>& visits) {
  std::vector<const AuditVisit*> list;
  for (const AuditVisit& visit : visits) list.push_back(&visit);
  return list;
}

inline const Quarter last_quarter{2026, 4};

/// So many branches inspect each other, every pair both ways; 0 and 1, 2 and 3 favour each other.
inline std::vector<AuditVisit> full_round(int branches, double favour) {
  std::vector<AuditVisit> visits;
  for (int from = 0; from < branches; ++from)
    for (int to = 0; to < branches; ++to) {
      if (from == to) continue;
      visits.push_back(a_visit(from < to ? "2026Q1" : "2026Q4", "zb0" + std::to_string(to),
                               "p" + std::to_string(from), "0", visits.size()));
      visits.back().home = "zb0" + std::to_string(from);
      const bool friends = from / 2 == to / 2 && from < 4;
      visits.back().score = 80 + to + (from * 13 + to * 7) % 5 + (friends ? favour : 0);
    }
  return visits;
}

}  // namespace sihu::test
