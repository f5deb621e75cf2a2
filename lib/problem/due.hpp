#pragma once

#include <optional>
#include <string>
#include <vector>

#include "problem/problem.hpp"

namespace sihu {

/// How late a problem is on a day. Computed, never stored.
struct Lateness {
  int days_overdue = 0;          ///< 0: not overdue
  int days_left = 0;             ///< until `due`, when not overdue and not ended
  std::optional<RoleName> step;  ///< the escalation step reached
  int days_verifier_late = 0;    ///< submitted in time, waiting longer than `verify-within`
  Date verify_by;                ///< meaningful while submitted
};

/// Overdue: neither closed nor withdrawn, `due` has passed, and no submission that came by `due` is
/// waiting or accepted. A late problem stays overdue while somebody works on it, after it was
/// submitted late, and while it is disputed, until it is closed.
Lateness lateness(const Problem& problem, Date today, const RectificationRules& rules,
                  const Workdays& workdays);

/// A row of `sihu due`.
struct DueRow {
  enum class Why { overdue, verifier_late, due_soon };
  const Problem* problem = nullptr;
  Lateness late;
  Why why = Why::overdue;
  std::vector<std::string> ask;  ///< people to ask, by the step reached
};

/// What is overdue, what waits too long for its verifier and what is due within `within` days, most
/// urgent first: by kind, days overdue, severity, id.
std::vector<DueRow> due_rows(const ProblemList& list, Date today, int within,
                             const Organisation& organisation, const Workdays& workdays);

}  // namespace sihu
