#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "problem/problem.hpp"

namespace sihu {

/// The steps of a problem's life; `sihu rectify` has a verb for each. Events are `problem.<step>`.
enum class StepName {
  note, assign, extend, grant, refuse, submit, verify, reject, dispute, uphold, withdraw, reopen
};

std::optional<StepName> parse_step(std::string_view text);
std::string_view to_string(StepName step);
const Text& wording(StepName step);

/// What somebody wants to do with a problem.
struct Step {
  StepName name = StepName::note;
  std::string note;                   ///< `--note` or `--reason`
  std::vector<std::string> evidence;  ///< `<sha256>.<ext>`, already kept
  std::string to;                     ///< assign: person
  std::optional<Date> due;            ///< extend, grant: the new date; reopen: the new due date
  std::optional<Date> on;             ///< 补录: the day it was really done; needs `note`
};

/// The state that `step` leaves `status` in, or nothing if the life of a problem has no such step:
///
///     open ──submit──▶ submitted ──verify──▶ closed ──reopen──▶ open
///       ▲                 │  └──reject──▶ open
///       └──dispute ──▶ disputed ──uphold──▶ open | ──withdraw──▶ withdrawn
///
/// `withdraw` is also possible from open and submitted, by those who may, with a reason: an opening
/// by mistake, or twice.
std::optional<Status> next_status(Status status, StepName step);

/// What a step needs to be judged: the day and the rules of that day.
struct Judgement {
  const Organisation& organisation;
  const Workdays& workdays;
  Date today;
};

/// The event that records `step` by `person`, or why not: `Kind::refused` with the rule's name and
/// reason, `Kind::usage` for what the step lacks (a note, a date).
///
/// Who submits may not verify; a problem is verified by the inspecting branch or the committee,
/// never by the branch that answers for it, its owner or its submitter; closing needs hashed evidence
/// or a reason; an extension is asked before the due date by the answering branch and decided by
/// another, entitled person, at most as often and as long as sihu.yaml allows.
struct StepDecision {
  RoleName role;  ///< under which the person acts, for the line's `role=`
  Draft draft;
};
Result<StepDecision> take_step(const Problem& problem, const Step& step, const Person& person,
                               const Judgement& judgement);

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
  std::optional<Date> on;    ///< 补录
};
Draft open_problem(const Finding& finding, const Judgement& judgement);

/// `26Q4-zb05-k7m2qx-17`: the next serial of `device` over all its files; `ahead` more than that.
std::string next_problem_id(const Ledger& ledger, Quarter quarter, std::string_view branch,
                            std::string_view device, int ahead = 0);

/// The parts of an id, or nothing if it is none.
struct ProblemId {
  Quarter quarter;
  std::string branch;
  std::string device;
  int serial = 0;
};
std::optional<ProblemId> parse_problem_id(std::string_view id);

}  // namespace sihu
