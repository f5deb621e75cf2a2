#include "audit/numbered.hpp"

#include <algorithm>

namespace sihu {
namespace {

using Visits = std::vector<const AuditVisit*>;

template <class Name>
Numbers numbers_of(const Visits& visits, const Name& name) {
  std::vector<std::string> names;
  for (const AuditVisit* visit : visits) names.push_back(name(*visit));
  return Numbers(std::move(names));
}

Numbers item_numbers(const Visits& visits) {
  std::vector<std::string> names;
  for (const AuditVisit* visit : visits)
    for (const VisitItem& item : visit->items) names.push_back(item.id);
  return Numbers(std::move(names));
}

// Visits of one quarter have one number, and later ones a higher one.
std::size_t number_of(Quarter quarter) {
  return static_cast<std::size_t>(quarter.year * 4 + quarter.number);
}

InspectionSheet sheet_of(const AuditVisit& visit, const SheetVisits& numbered) {
  InspectionSheet sheet{number_of(visit.check.quarter), numbered.inspectors.of(visit.inspector),
                        numbered.places.of(visit.place()),
                        std::vector<Seen>(numbered.items.count(), Seen::not_asked)};
  for (const VisitItem& item : visit.items) sheet.items[numbered.items.of(item.id)] = item.seen;
  return sheet;
}

}  // namespace

Numbers::Numbers(std::vector<std::string> names) : names_(std::move(names)) {
  std::ranges::sort(names_);
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

std::size_t Numbers::of(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(names_, name) - names_.begin());
}

std::optional<std::size_t> Numbers::find(std::string_view name) const {
  const std::size_t at = of(name);
  if (at == names_.size() || names_[at] != name) return std::nullopt;
  return at;
}

HomeBranches RatedVisits::homes() const {
  HomeBranches homes(inspectors.count());
  for (const AuditVisit* visit : visits)
    homes[inspectors.of(visit->inspector)] = branches.find(visit->home);
  return homes;
}

RatedVisits rate_visits(Visits visits) {
  RatedVisits rated;
  rated.branches = numbers_of(visits, [](const AuditVisit& visit) { return visit.check.branch; });
  rated.inspectors = numbers_of(visits, [](const AuditVisit& visit) { return visit.inspector; });
  rated.ratings.branches = rated.branches.count();
  rated.ratings.inspectors = rated.inspectors.count();
  for (const AuditVisit* visit : visits)
    rated.ratings.all.push_back({rated.inspectors.of(visit->inspector),
                                 rated.branches.of(visit->check.branch), visit->score, 1,
                                 number_of(visit->check.quarter)});
  rated.visits = std::move(visits);
  return rated;
}

SheetVisits sheet_visits(Visits visits) {
  SheetVisits numbered;
  numbered.places = numbers_of(visits, [](const AuditVisit& visit) { return visit.place(); });
  numbered.inspectors = numbers_of(visits, [](const AuditVisit& visit) { return visit.inspector; });
  numbered.items = item_numbers(visits);
  for (const AuditVisit* visit : visits) numbered.sheets.push_back(sheet_of(*visit, numbered));
  numbered.visits = std::move(visits);
  return numbered;
}

void add_beginning(Question& question, const AuditVisit& visit) {
  question.items.push_back(subject_of(visit.check));
  if (!visit.items.empty()) question.entries.push_back(visit.items.front().entry);
}

}  // namespace sihu
