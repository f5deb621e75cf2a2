#pragma once

#include "calendar/instant.hpp"
#include "calendar/period.hpp"
#include "check/overview.hpp"
#include "statistics/sheets.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What an inspector said of one item.
struct VisitItem {
  std::string id;  ///< `dues/DF-02`
  Seen seen = Seen::passed;
  std::optional<int>
      mark;          ///< percent of its points, where it can be anything between all and none
  std::string note;  ///< of a finding, in the inspector's own words
  std::optional<int> took;  ///< seconds
  Instant at;               ///< when it was recorded, by the machine's clock
  std::size_t entry = 0;    ///< index into `Ledger::entries`
  bool mended = false;      ///< passed once the branch had handed in a problem of the quarter there
};

/// One person's inspection: a checklist at a branch.
struct AuditVisit {
  CheckKey check;
  std::string inspector;
  std::string home;              ///< the inspector's branch; empty: headquarters
  double score = 0;              ///< 0 to 100, of the items that this person answered
  std::vector<VisitItem> items;  ///< in the checklist's order, those that apply
  /// Findings that were on the problem list already and not rectified: the branch's doing, and so
  /// none of `items`, but the inspector's own words and time.
  std::vector<VisitItem> known = {};

  /// Where it was, for comparing who was there: `zb05/dues`.
  std::string place() const { return check.branch + "/" + check.checklist; }
};

/// Visits in the order of their checks and inspectors, and what had to be left out.
struct AuditVisits {
  std::vector<AuditVisit> visits;
  std::vector<Quarter> without_checklist;  ///< a checklist that checks went by is not at hand
};

/// Every inspection by others from `first` to `last`, as `personal_scores` has it: who answered
/// less than half of the points helped, and settlements are a leader's. A finding that was already
/// on the problem list, and not rectified yet, is the branch's doing and stands apart (`known`).
AuditVisits gather_visits(const OverviewScene& scene, Quarter first, Quarter last);

/// When a line was recorded by the machine's clock: `clock=`, else the instant.
Instant recorded_at(const Event& event);

/// Everything answered in a visit, `items` and then `known`.
std::vector<const VisitItem*> answered_in(const AuditVisit& visit);

/// `26Q4/zb05/dues/DF-02`.
std::string subject_of(const AuditVisit& visit, const VisitItem& item);

/// Those from one quarter on, and up to another.
std::vector<const AuditVisit*> visits_between(const std::vector<AuditVisit>& visits, Quarter first,
                                              Quarter last);

/// `2026Q4`, `2026Q3 to 2026Q4`: the quarters that these visits are of; without any: `quarter`.
Phrase quarters_of(const std::vector<const AuditVisit*>& visits, Quarter quarter);

}  // namespace sihu
