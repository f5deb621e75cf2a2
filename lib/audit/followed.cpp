#include "audit/followed.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

using Visits = std::vector<const AuditVisit*>;

// The visits to a place by quarter.
using PlaceHistory = std::map<Quarter, Visits>;

const VisitItem* item_called(const AuditVisit& visit, const std::string& id) {
  const auto found = std::ranges::find(visit.items, id, &VisitItem::id);
  return found == visit.items.end() ? nullptr : &*found;
}

// What the next visitors say of an item: that it was there counts before anything else.
MissedItem later_finding(const VisitItem& passed, const Visits& next) {
  MissedItem finding{&passed, nullptr, nullptr};
  for (const AuditVisit* visit : next) {
    const VisitItem* item = item_called(*visit, passed.id);
    if (!item || !is_finding(item->seen)) continue;
    if (finding.found && item->seen != Seen::found_old) continue;
    finding.found = item;
    finding.finder = visit;
    if (item->seen == Seen::found_old) break;
  }
  return finding;
}

FollowedVisit follow(const AuditVisit& visit, const Visits& next) {
  FollowedVisit followed{&visit, next.front()->check.quarter, {}, 0, 0};
  for (const VisitItem& item : visit.items) {
    if (is_finding(item.seen)) ++followed.found;
    if (item.seen != Seen::passed) continue;
    const MissedItem later = later_finding(item, next);
    if (!later.found) continue;
    if (later.found->seen == Seen::found_old) followed.missed.push_back(later);
    followed.undated += later.found->seen == Seen::found_undated;
  }
  return followed;
}

}  // namespace

std::vector<FollowedVisit> followed_visits(const Visits& visits) {
  std::map<std::string, PlaceHistory> places;
  for (const AuditVisit* visit : visits)
    places[visit->place()][visit->check.quarter].push_back(visit);
  std::vector<FollowedVisit> list;
  for (const AuditVisit* visit : visits) {
    const PlaceHistory& history = places[visit->place()];
    const auto later = history.upper_bound(visit->check.quarter);
    if (later == history.end()) continue;
    Visits next = later->second;
    std::erase_if(next,
                  [&](const AuditVisit* other) { return other->inspector == visit->inspector; });
    if (!next.empty()) list.push_back(follow(*visit, next));
  }
  return list;
}

void add_missed(Question& question, const FollowedVisit& followed) {
  for (const MissedItem& item : followed.missed) {
    question.items.push_back(subject_of(*followed.visit, *item.passed));
    question.entries.push_back(item.passed->entry);
    question.entries.push_back(item.found->entry);
  }
}

}  // namespace sihu
