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

}  // namespace sihu::test
