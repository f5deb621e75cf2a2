#include "audit/doubled.hpp"

#include "audit/question.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace sihu {
namespace {

void compare(const AuditVisit& first, const AuditVisit& second, DoubleCount& findings) {
  for (const VisitItem& item : first.items) {
    const auto other = std::ranges::find(second.items, item.id, &VisitItem::id);
    if (other == second.items.end()) continue;
    findings.first += is_finding(item.seen);
    findings.second += is_finding(other->seen);
    findings.both += is_finding(item.seen) && is_finding(other->seen);
  }
}

}  // namespace

DoubledChecks count_doubled(const std::vector<const AuditVisit*>& visits) {
  std::map<CheckKey, std::map<std::string, const AuditVisit*>> people;
  for (const AuditVisit* visit : visits) {
    const CheckKey& key = visit->check;
    people[{key.quarter, key.branch, key.checklist}][visit->inspector] = visit;
  }
  DoubledChecks doubled;
  for (const auto& [check, by_person] : people) {
    if (by_person.size() < 2) continue;
    ++doubled.checks;
    compare(*by_person.begin()->second, *std::next(by_person.begin())->second, doubled.findings);
  }
  return doubled;
}

Phrase doubled_words(const DoubledChecks& doubled) {
  const DoubleCount& findings = doubled.findings;
  const auto found = static_cast<double>(findings.first + findings.second);
  if (found == 0) return {};
  return phrase(Text{"同一季度两人都查过 {0} 处，合起来估计有问题 {1} 个，一人约查出其中 {2}%",
                     "checks made by two people: {0}; they make one expect {1} faults there, of "
                     "which one person finds about {2} %"},
                doubled.checks, decimal(compare_teams(findings).total, 0),
                decimal(200 * static_cast<double>(findings.both) / found, 0));
}

}  // namespace sihu
