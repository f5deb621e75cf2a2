#pragma once

#include "audit/question.hpp"
#include "audit/visits.hpp"

#include <cstddef>
#include <vector>

namespace sihu {

/// An item that one inspector passed, and of which the next says that the fault was there then.
struct MissedItem {
  const VisitItem* passed = nullptr;
  const VisitItem* found = nullptr;
  const AuditVisit* finder = nullptr;
};

/// A visit that somebody else's visit to the same place followed.
struct FollowedVisit {
  const AuditVisit* visit = nullptr;
  Quarter next;  ///< of the visits that followed; the first quarter in which there was one
  std::vector<MissedItem> missed;
  std::size_t found = 0;    ///< findings of the visit itself
  std::size_t undated = 0;  ///< passed and found later, and nobody can say since when

  std::size_t faults() const { return missed.size() + found; }
};

/// All such visits, in the order given. Where several people came next, whoever found an item
/// counts; the same person coming again tells nothing.
std::vector<FollowedVisit> followed_visits(const std::vector<const AuditVisit*>& visits);

/// Puts what was missed behind a question: items as the earlier visit has them, both lines.
void add_missed(Question& question, const FollowedVisit& followed);

}  // namespace sihu
