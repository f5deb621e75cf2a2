#pragma once

#include "audit/question.hpp"
#include "audit/visits.hpp"
#include "statistics/ratings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Texts and their numbers, in their order: statistics know nobody by name.
class Numbers {
 public:
  Numbers() = default;
  explicit Numbers(std::vector<std::string> names);

  std::size_t of(std::string_view name) const;  ///< which must be among them
  std::optional<std::size_t> find(std::string_view name) const;
  const std::string& name(std::size_t number) const { return names_[number]; }
  std::size_t count() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
};

/// Visits as scores that inspectors gave branches; `ratings.all` is in the order of `visits`.
struct RatedVisits {
  std::vector<const AuditVisit*> visits;
  Numbers branches;
  Numbers inspectors;
  Ratings ratings;

  /// The branch that an inspector comes from, by number; nothing for headquarters, and for one
  /// that nobody rated.
  HomeBranches homes() const;
};
RatedVisits rate_visits(std::vector<const AuditVisit*> visits);

/// Visits as sheets of findings; `sheets` is in the order of `visits`. A place is a checklist at a
/// branch, and an item is one of a checklist.
struct SheetVisits {
  std::vector<const AuditVisit*> visits;
  Numbers places;
  Numbers inspectors;
  Numbers items;
  std::vector<InspectionSheet> sheets;
};
SheetVisits sheet_visits(std::vector<const AuditVisit*> visits);

/// The check of a visit and its first line: where to begin to read.
void add_beginning(Question& question, const AuditVisit& visit);

}  // namespace sihu
