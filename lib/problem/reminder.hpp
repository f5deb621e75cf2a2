#pragma once

#include "problem/due.hpp"
#include "problem/life.hpp"

#include <set>
#include <string>
#include <vector>

namespace sihu {

/// One thing that one person was told: of which problem, which step, for which date. A date that is
/// moved (an extension, a reopening) begins anew.
struct ReminderMark {
  std::string person;
  std::string problem;  ///< id
  std::string step;     ///< see `Reminder::step`
  Date by;

  friend auto operator<=>(const ReminderMark&, const ReminderMark&) = default;
};

/// What one person must be told of one problem.
struct Reminder {
  std::string person;
  const Problem* problem = nullptr;
  Lateness late;
  DueRow::Why why = DueRow::Why::due_soon;
  /// The last step that was reached: `due-soon`, `to-decide`, `to-verify`, `verify-late`, `overdue`
  /// (the first day), or an escalation step, by its limit and role: `7d:committee`.
  std::string step;
  std::vector<ReminderMark> marks;  ///< that were not told before, `step` the last of them
};

/// What everybody must be told on a day and was not: once per step that was reached since, also if
/// nobody was reminded for days; who is asked at a step by `whom_to_ask`. By person in the order of
/// their ids, most urgent first.
std::vector<Reminder> reminders(const ProblemList& list, const std::set<ReminderMark>& told,
                                const Limit& before, const Judgement& judgement);

/// What was told, by the lines that the committee's reminding left: `remind.told`, subject
/// `remind/p003`, `told=26Q4-zb05-k7m2qx-2 overdue 2026-11-09;…`.
std::set<ReminderMark> fold_reminders(const std::vector<Event>& events);

/// The lines that record what one person was told, each short enough for the ledger.
std::vector<Draft> reminder_drafts(const std::string& person,
                                   const std::vector<Reminder>& reminders);

}  // namespace sihu
