#pragma once

#include "problem/problem.hpp"
#include "problem/problem_id.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// The steps of a problem's life; `sihu rectify` has a verb for each. Events are `problem.<step>`.
enum class StepName {
  note,
  assign,
  extend,
  grant,
  refuse,
  submit,
  verify,
  reject,
  dispute,
  uphold,
  withdraw,
  reopen
};

std::optional<StepName> parse_step(std::string_view text);
/// The step that an event's name records (`problem.submit`), or nothing.
std::optional<StepName> step_of_event(std::string_view event_name);
std::string_view to_string(StepName step);
const Text& wording(StepName step);

/// What somebody wants to do with a problem.
struct Step {
  StepName name = StepName::note;
  std::string note;                   ///< `--note`
  std::string reason;                 ///< `--reason`: stands for a note, or beside it for `on`
  std::vector<std::string> evidence;  ///< `<sha256>.<ext>`, already kept
  std::string to;                     ///< assign: person
  std::optional<Date> due;            ///< extend, grant: the new date; reopen: the new due date
  std::optional<Date> on;             ///< 补录: the day it was really done; needs a reason
  std::string kind = {};              ///< note: `NoteKind`, where it is about one of those
};

/// The state that `step` leaves `status` in, or nothing if the life of a problem has no such step:
///
///     open ──submit──▶ submitted ──verify──▶ closed ──reopen──▶ open
///       ▲                 │  └──reject──▶ open
///       └──dispute ──▶ disputed ──uphold──▶ open | ──withdraw──▶ withdrawn
///
/// `withdraw` is also possible from open and submitted, by those who may, with a reason: an opening
/// by mistake, or twice. `assign`, `grant` and `refuse` are possible until it has ended, `extend`
/// while it is open, `note` always.
std::optional<Status> next_status(Status status, StepName step);

/// What a step needs to be judged: the day and the rules of that day.
struct Judgement {
  const Organisation& organisation;
  const Workdays& workdays;
  Date today;
};

/// The event that records a step, and under which role the person acts, for the line's `role=`.
/// The draft names the line it rests on (`after=`) itself.
struct StepDecision {
  RoleName role = RoleName::member;
  Draft draft;
};

/// The event that records `step` by `person`, or why not: `Kind::refused` with the rule's name and
/// reason, `Kind::usage` for what the step lacks (a note, a date), `Kind::input` for a person that
/// sihu.yaml does not have.
///
/// Who submits may not verify; a problem is verified by the inspecting branch or the committee,
/// never by the branch that answers for it, its owner or its submitter; closing needs hashed
/// evidence or a reason; an extension is asked before the due date by the answering branch and
/// decided by another, entitled person, at most as often and as long as sihu.yaml allows; a
/// reopening may name a due date up to the problem's own limit or its severity's, whichever is
/// longer, from today, and the days that sihu.yaml allows an extension.
Result<StepDecision> take_step(const Problem& problem, const Step& step, const Person& person,
                               const Judgement& judgement);

/// The event that withdraws a problem because the answer that opened it was corrected. No
/// judgement: whoever may change the answer may do it, as long as the problem has neither ended nor
/// moved on. Nothing if it has.
std::optional<Draft> withdraw_opening(const Problem& problem, const std::string& note);

/// The limit for a finding, the item's own or else the severity's, and the date that comes out.
struct DueDate {
  Limit limit;
  Deadline deadline;
};
DueDate due_date(Severity severity, const std::optional<Limit>& own, Date from,
                 const Organisation& organisation, const Workdays& workdays);

/// The event that opens a problem, for an item that was failed or lost points.
struct Finding {
  std::string id;  ///< from `next_problem_id`
  std::string checklist;
  std::string item;
  std::string doc;
  std::string title;
  std::string text;
  std::string basis;
  Severity severity = Severity::general;
  std::optional<Limit> due;  ///< the item's own; else the severity's
  std::string branch;
  std::string by = {};          ///< the branch that inspects for itself and found it
  std::optional<Date> on = {};  ///< 补录
};

/// The owner is the branch's first secretary of that day; none: nobody yet.
Draft open_problem(const Finding& finding, const Judgement& judgement);

}  // namespace sihu
