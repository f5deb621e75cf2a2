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

// The finding of an item by one of several visits.
MissedItem found_by(const std::vector<const AuditVisit*>& others, const VisitItem& passed) {
  for (const AuditVisit* visit : others) {
    const auto item = std::ranges::find(visit->items, passed.id, &VisitItem::id);
    if (item != visit->items.end() && is_finding(item->seen)) return {&passed, &*item, visit};
  }
  return {};
}

FollowedVisit hold_against(const AuditVisit& visit, const std::vector<const AuditVisit*>& others) {
  FollowedVisit held{&visit, visit.check.quarter, {}, 0, 0};
  for (const VisitItem& item : visit.items) {
    if (is_finding(item.seen)) ++held.found;
    if (item.seen != Seen::passed || item.mended) continue;
    if (const MissedItem missed = found_by(others, item); missed.found)
      held.missed.push_back(missed);
  }
  return held;
}

}  // namespace

std::vector<FollowedVisit> visits_beside(const std::vector<const AuditVisit*>& visits) {
  std::map<CheckKey, std::vector<const AuditVisit*>> separate;
  for (const AuditVisit* visit : visits) {
    const CheckKey& key = visit->check;
    if (!key.by.empty()) separate[{key.quarter, key.branch, key.checklist}].push_back(visit);
  }
  std::vector<FollowedVisit> held;
  for (const AuditVisit* visit : visits) {
    const CheckKey& key = visit->check;
    if (key.by.empty()) continue;
    std::vector<const AuditVisit*> others = separate[{key.quarter, key.branch, key.checklist}];
    std::erase_if(others, [&](const AuditVisit* other) { return other->check.by == key.by; });
    if (!others.empty()) held.push_back(hold_against(*visit, others));
  }
  return held;
}

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
  return phrase(
      Text{"同一季度有两人看过的有 {0} 处，合起来估计有问题 {1} 个，一人约查出其中 {2}%",
           "places that two people saw in the same quarter: {0}; they make one expect {1} faults "
           "there, of which one person finds about {2} %"},
      doubled.checks, decimal(compare_teams(findings).total, 0),
      decimal(200 * static_cast<double>(findings.both) / found, 0));
}

}  // namespace sihu
