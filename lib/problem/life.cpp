#include "problem/life.hpp"

#include "problem/authority.hpp"
#include "wording/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

using Faults = std::vector<Fault>;

void add(Faults& faults, std::string name, Phrase what) {
  faults.push_back({{}, std::move(name), std::move(what)});
}

bool needs_note(StepName step) {
  switch (step) {
    case StepName::extend:
    case StepName::refuse:
    case StepName::reject:
    case StepName::dispute:
    case StepName::uphold:
    case StepName::withdraw:
    case StepName::reopen:
      return true;
    default:
      return false;
  }
}

// A reason alone is the note.
const std::string& words_of(const Step& step) {
  return step.note.empty() ? step.reason : step.note;
}

// What the command line does not say but the step needs: exit 2.
Faults what_is_missing(const Step& step) {
  Faults faults;
  const bool silent = words_of(step).empty() && step.evidence.empty();
  if (needs_note(step.name) && words_of(step).empty())
    add(faults, "note-missing",
        phrase(Text{"“{0}”必须用 --note 说明理由", "{0} needs a reason, with --note"},
               wording(step.name)));
  else if (step.on && step.reason.empty())
    add(faults, "reason-missing",
        phrase(Text{"补录（--on）必须用 --reason 说明理由", "--on needs a reason, with --reason"}));
  else if ((step.name == StepName::note || step.name == StepName::submit) && silent)
    add(faults, "note-or-evidence-missing",
        phrase(Text{"“{0}”需要说明（--note）或佐证材料（--evidence）",
                    "{0} needs a --note or --evidence"},
               wording(step.name)));
  if (step.name == StepName::assign && step.to.empty())
    add(faults, "person-missing",
        phrase(Text{"指定责任人需要 --to 人员编号", "assign needs --to PERSON"}));
  if (step.name == StepName::extend && !step.due)
    add(faults, "due-missing",
        phrase(Text{"申请延期需要 --due 新期限", "extend needs the new date, --due YYYY-MM-DD"}));
  return faults;
}

Faults status_objections(const Problem& problem, StepName step) {
  Faults faults;
  if (next_status(problem.status, step)) return faults;
  if (problem.status == Status::withdrawn)
    add(faults, "withdrawn",
        phrase(Text{"{0} 已撤销，只能添加备注", "{0} is withdrawn and admits only notes"},
               problem.id));
  else
    add(faults, "step-not-possible",
        phrase(Text{"{0} 的状态是“{1}”，这一步不能进行：{2}",
                    "{0} is {1}, which does not admit this step: {2}"},
               problem.id, wording(problem.status), wording(step)));
  return faults;
}

void object_to_day(Faults& faults, const Problem& problem, const Step& step, Date today) {
  if (!step.on) return;
  const bool follows_submission = step.name == StepName::verify || step.name == StepName::reject;
  Date earliest = problem.opened;
  if (follows_submission && problem.submitted) earliest = *problem.submitted;
  if (step.name == StepName::reopen && problem.closed) earliest = *problem.closed;
  if (*step.on > today)
    add(faults, "day-in-future",
        phrase(Text{"--on {0} 晚于今天 {1}", "--on {0} is later than today, {1}"},
               to_string(*step.on), to_string(today)));
  else if (*step.on < earliest)
    add(faults, "day-too-early",
        phrase(Text{"--on {0} 早于前一步的日期 {1}", "--on {0} is before the step it follows, {1}"},
               to_string(*step.on), to_string(earliest)));
}

void object_to_length(Faults& faults, const Problem& problem, Date due,
                      const RectificationRules& rules) {
  if (due <= problem.due)
    add(faults, "extension-not-later",
        phrase(
            Text{"新期限 {0} 不晚于现期限 {1}", "{0} is not later than the present due date, {1}"},
            to_string(due), to_string(problem.due)));
  const Date last = problem.agreed_due + rules.extension_days;
  if (due > last)
    add(faults, "extension-too-long",
        phrase(Text{"新期限 {0} 超过原期限 {1} 之后 {2} 天（最晚 {3}）",
                    "{0} is more than {2} after the original due date, {1} (at the latest: {3})"},
               to_string(due), to_string(problem.agreed_due), counted(rules.extension_days, "day"),
               to_string(last)));
}

void object_to_request(Faults& faults, const Problem& problem, const Step& step,
                       const Judgement& judgement) {
  const RectificationRules& rules = judgement.organisation.rectification;
  if (problem.asked)
    add(faults, "extension-pending",
        phrase(
            Text{"已有一份延期申请（至 {0}）等待决定", "an extension to {0} is already asked for"},
            to_string(problem.asked->due)));
  if (problem.extensions >= rules.extensions_most)
    add(faults, "extensions-used-up",
        phrase(Text{"已延期 {0} 次，最多 {1} 次", "{0} granted already, at most {1} allowed"},
               counted(problem.extensions, "extension"), rules.extensions_most));
  // The day it is recorded counts, not `--on`: a request is no work that could be entered later.
  if (judgement.today > problem.due)
    add(faults, "extension-after-due",
        phrase(Text{"期限 {0} 已过，延期必须在期限当天或之前申请",
                    "the due date {0} has passed, and an extension is asked for by then"},
               to_string(problem.due)));
  object_to_length(faults, problem, *step.due, rules);
}

void object_to_grant(Faults& faults, const Problem& problem, const Step& step,
                     const Judgement& judgement) {
  if (!problem.asked)
    return add(faults, "extension-not-asked",
               phrase(Text{"没有等待决定的延期申请", "no extension was asked for"}));
  if (step.name == StepName::refuse) return;
  object_to_length(faults, problem, step.due.value_or(problem.asked->due),
                   judgement.organisation.rectification);
}

void object_to_assignee(Faults& faults, const Problem& problem, const Person& assignee,
                        RoleName by) {
  if (by != RoleName::committee && !is_of_answering_branch(problem, assignee))
    add(faults, "assignee-of-other-branch",
        phrase(Text{"{0}不属于责任支部，只有委员会可以这样指定",
                    "{0} is not of the branch that answers, only the committee may assign so"},
               assignee.name));
}

DueDate new_due_date(const Problem& problem, const Judgement& judgement) {
  return due_date(problem.severity, Limit::parse(problem.rule), judgement.today,
                  judgement.organisation, judgement.workdays);
}

void object_to_new_due(Faults& faults, const Problem& problem, Date due,
                       const Judgement& judgement) {
  if (due < judgement.today)
    add(faults, "due-in-past",
        phrase(Text{"新期限 {0} 早于今天 {1}", "the new due date {0} is before today, {1}"},
               to_string(due), to_string(judgement.today)));
  // What was to be put right at once (`now`, `1wd`) may need its severity's time the second time.
  const Limit usual = judgement.organisation.rectification.limits.at(problem.severity);
  const Date by_severity = deadline(usual, judgement.today, judgement.workdays).date;
  const Date by_itself = new_due_date(problem, judgement).deadline.date;
  const int more = judgement.organisation.rectification.extension_days;
  const Date last = std::max(by_severity, by_itself) + more;
  if (due > last)
    add(faults, "due-too-late",
        phrase(Text{"新期限 {0} 太晚：最多为重开后的整改时限再加 {1} 天（最晚 {2}）",
                    "the new due date {0} is too late: at most the time for rectifying it, and "
                    "{1} more (at the latest: {2})"},
               to_string(due), counted(more, "day"), to_string(last)));
}

Faults rule_objections(const Problem& problem, const Step& step, const Judgement& judgement) {
  Faults faults;
  object_to_day(faults, problem, step, judgement.today);
  switch (step.name) {
    case StepName::extend:
      object_to_request(faults, problem, step, judgement);
      break;
    case StepName::grant:
    case StepName::refuse:
      object_to_grant(faults, problem, step, judgement);
      break;
    case StepName::verify:
      if (problem.evidence.empty() && step.evidence.empty() && words_of(step).empty())
        add(faults, "nothing-to-close-by",
            phrase(Text{"销号需要佐证材料，或用 --note 说明理由",
                        "closing needs evidence, or a reason with --note"}));
      break;
    case StepName::dispute:
      if (problem.ever_submitted)
        add(faults, "dispute-after-submission",
            phrase(Text{"整改结果已报送过，异议须在报送之前提出",
                        "it was submitted already, and a dispute comes before that"}));
      break;
    case StepName::reopen:
      if (step.due) object_to_new_due(faults, problem, *step.due, judgement);
      break;
    default:
      break;
  }
  return faults;
}

void set_new_due(Draft& draft, const Problem& problem, const Step& step,
                 const Judgement& judgement) {
  if (step.due) return draft.fields.push_back({"due", to_string(*step.due)});
  const DueDate due = new_due_date(problem, judgement);
  draft.fields.push_back({"due", to_string(due.deadline.date)});
  draft.fields.push_back({"rule", to_string(due.limit)});
  if (due.limit.unit == Limit::Unit::workdays)
    draft.fields.push_back({"calendar", judgement.workdays.version});
}

Draft draft_of(const Problem& problem, const Step& step, const Judgement& judgement) {
  Draft draft{fmt::format("problem.{}", to_string(step.name)), std::string(problem.subject()), {}};
  if (step.name == StepName::assign) draft.fields.push_back({"to", step.to});
  if (step.name == StepName::extend) draft.fields.push_back({"due", to_string(*step.due)});
  if (step.name == StepName::grant)
    draft.fields.push_back({"due", to_string(step.due.value_or(problem.asked->due))});
  if (step.name == StepName::reopen) set_new_due(draft, problem, step, judgement);
  draft.fields.push_back({"note", words_of(step)});
  if (!step.note.empty()) draft.fields.push_back({"reason", step.reason});
  draft.fields.push_back({"evidence", fmt::format("{}", fmt::join(step.evidence, ";"))});
  if (step.on) draft.fields.push_back({"on", to_string(*step.on)});
  if (step.name == StepName::note) draft.fields.push_back({"kind", step.kind});
  draft.fields.push_back({"after", problem.last_check});
  return draft;
}

}  // namespace

std::optional<Status> next_status(Status status, StepName step) {
  const bool ended = status == Status::closed || status == Status::withdrawn;
  const auto only_from = [&](Status from, Status to) {
    return status == from ? std::optional(to) : std::nullopt;
  };
  switch (step) {
    case StepName::note:
      return status;
    case StepName::assign:
    case StepName::grant:
    case StepName::refuse:
      return ended ? std::nullopt : std::optional(status);
    case StepName::extend:
      return only_from(Status::open, Status::open);
    case StepName::submit:
      return only_from(Status::open, Status::submitted);
    case StepName::verify:
      return only_from(Status::submitted, Status::closed);
    case StepName::reject:
      return only_from(Status::submitted, Status::open);
    case StepName::dispute:
      return only_from(Status::open, Status::disputed);
    case StepName::uphold:
      return only_from(Status::disputed, Status::open);
    case StepName::withdraw:
      return ended ? std::nullopt : std::optional(Status::withdrawn);
    case StepName::reopen:
      return only_from(Status::closed, Status::open);
  }
  return std::nullopt;
}

Result<StepDecision> take_step(const Problem& problem, const Step& step, const Person& person,
                               const Judgement& judgement) {
  if (Faults faults = what_is_missing(step); !faults.empty())
    return fail(Kind::usage, std::move(faults));
  const Person* assignee =
      step.name == StepName::assign ? judgement.organisation.find_person(step.to) : nullptr;
  if (step.name == StepName::assign && !assignee)
    return fail(Kind::input, "unknown-person",
                phrase(Text{"sihu.yaml 中没有人员 {0}", "sihu.yaml has no person {0}"}, step.to));
  if (Faults faults = status_objections(problem, step.name); !faults.empty())
    return fail(Kind::refused, std::move(faults));

  const auto role = authority_for(problem, step.name, person, judgement);
  Faults faults = role ? Faults{} : role.error().faults;
  for (Fault& fault : rule_objections(problem, step, judgement)) faults.push_back(std::move(fault));
  if (assignee && role) object_to_assignee(faults, problem, *assignee, *role);
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  return StepDecision{*role, draft_of(problem, step, judgement)};
}

}  // namespace sihu
