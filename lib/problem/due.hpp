#pragma once

#include "problem/problem.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sihu {

/// How late a problem is on a day. Computed, never stored.
struct Lateness {
  int days_overdue = 0;          ///< 0: not overdue
  int days_left = 0;             ///< until `due`, when not overdue and not ended
  std::optional<RoleName> step;  ///< the escalation step reached
  int days_verifier_late = 0;    ///< submitted in time, waiting longer than `verify-within`
  Date verify_by;                ///< meaningful while submitted
};

/// What of a problem makes it late or not.
struct DueFacts {
  Status status = Status::open;
  Date due;
  std::optional<Date> submitted;

  bool ended() const { return status == Status::closed || status == Status::withdrawn; }
};

/// Overdue: neither closed nor withdrawn, `due` has passed, and no submission that came by `due` is
/// waiting or accepted. A late problem stays overdue while somebody works on it, after it was
/// submitted late, and while it is disputed, until it is closed. The verifier's time begins on the
/// day the submission was recorded, whatever day it counts for.
Lateness lateness(const DueFacts& problem, Date today, const RectificationRules& rules,
                  const Workdays& workdays);
inline Lateness lateness(const Problem& problem, Date today, const RectificationRules& rules,
                         const Workdays& workdays) {
  return lateness(DueFacts{problem.status, problem.due, problem.submitted}, today, rules, workdays);
}

/// A row of `sihu due`.
struct DueRow {
  enum class Why { overdue, verifier_late, due_soon };
  const Problem* problem = nullptr;
  Lateness late;
  Why why = Why::overdue;
  std::vector<std::string> ask;  ///< people to ask, by the step reached
};

/// The stable word: `overdue`, `verifier-late`, `due-soon`.
std::string_view to_string(DueRow::Why why);
const Text& wording(DueRow::Why why);

/// Why a problem is listed, if it is; and how urgent it is among those listed for the same reason:
/// smaller is more urgent.
std::optional<DueRow::Why> why_listed(Status status, const Lateness& late, int within);
int urgency(DueRow::Why why, const Lateness& late);

/// Whether it is disputed, or one of its findings is.
bool has_dispute(const Problem& problem);

/// Whether nothing moves it but the decision on a dispute: its own, or, handed in, that of one of
/// its findings. While it is open the branch has to move as well.
bool waits_for_decision(const Problem& problem);

/// Leaders, else the committee, but nobody of the branch that answers.
std::vector<std::string> who_decides_disputes(const Problem& problem, Date today,
                                              const Organisation& organisation);

/// Whoever may decide on the extension that was asked for.
std::vector<std::string> who_decides_extensions(const Problem& problem, Date today,
                                                const Organisation& organisation);

/// Its owner, else the secretary of the branch that answers, else the committee.
std::vector<std::string> who_rectifies(const Problem& problem, Date today,
                                       const Organisation& organisation);

/// Whom to ask on a day. Overdue: who has the role that the escalation step names, or before any
/// step the owner; late for the verifier: the inspecting branch's inspectors; due soon: the owner.
/// Where a role is vacant the next one is asked: owner, secretary, committee; inspector, leader,
/// committee. While an extension, or the dispute of one of several findings, waits for its
/// decision, whoever may decide it is asked first.
std::vector<std::string> whom_to_ask(const Problem& problem, DueRow::Why why,
                                     const std::optional<RoleName>& step, Date today,
                                     const Organisation& organisation);

/// `whom_to_ask`, worked out once for all problems that have in common what it depends on.
class Asker {
 public:
  Asker(Date today, const Organisation& organisation)
      : today_(today), organisation_(organisation) {}

  /// What it depends on besides the day.
  struct Case {
    DueRow::Why why = DueRow::Why::overdue;
    Status status = Status::open;
    std::optional<RoleName> step;
    std::string_view inspecting_branch;
    std::string_view branch;
    std::string_view owner;
    std::optional<std::string_view> asked_by;  ///< who asked for an extension, while it waits
  };
  static std::string key(const Case& of);

  const std::vector<std::string>& ask(const Problem& problem, DueRow::Why why,
                                      const std::optional<RoleName>& step);

 private:
  Date today_;
  const Organisation& organisation_;
  std::unordered_map<std::string, std::vector<std::string>> known_;
};

/// What is overdue, what waits too long for its verifier and what is due within `within` days, most
/// urgent first: by kind, days, severity, id. What was submitted in time is not due soon.
std::vector<DueRow> due_rows(const ProblemList& list, Date today, int within,
                             const Organisation& organisation, const Workdays& workdays);

}  // namespace sihu
