#include "tools/cli/rectify.hpp"

#include "base/utf8.hpp"
#include "problem/shared_step.hpp"
#include "problem/twins.hpp"
#include "report/next_step.hpp"
#include "store/problem_lines.hpp"
#include "store/record.hpp"
#include "tools/cli/answers_input.hpp"
#include "tools/cli/problem_reading.hpp"

#include <algorithm>
#include <ostream>

namespace sihu {
namespace {

bool may_name_a_date(StepName step) {
  return step == StepName::extend || step == StepName::grant || step == StepName::reopen;
}

Step step_of(StepName name, const RectifyOptions& options) {
  return {name,       options.note, options.reason, options.evidence,
          options.to, options.due,  options.on,     options.kind};
}

// What happens under the lock: the problem as it is now, judged, and its line.
Result<Decision> decide(const Ledger& ledger, const Workspace& workspace, const std::string& id,
                        const Step& step, const Author& author) {
  const Organisation& organisation = workspace.organisation();
  const ProblemList list = join_twins(fold_problems(ledger, organisation, workspace.zone()));
  const auto problem = list.find(id);
  if (!problem) return tl::unexpected(problem.error());
  const Person* person = organisation.find_person(author.person);
  if (!person)
    return fail(Kind::input, "unknown-person",
                phrase(Text{"sihu.yaml 中没有人员 \"{0}\"", "sihu.yaml has no person \"{0}\""},
                       author.person));
  auto taken =
      take_shared_step(**problem, id, step, *person,
                       {organisation, workspace.workdays(), recording_day(author, workspace)});
  if (!taken) return tl::unexpected(taken.error());
  Decision decision;
  decision.role = taken->role;
  decision.drafts = std::move(taken->drafts);
  return decision;
}

// A note is about the finding that is named, and quick to write in a ledger of any size.
Result<Ledger> read_around(const Workspace& workspace, const std::string& id, StepName step) {
  return step == StepName::note ? read_problem_lines(workspace, id)
                                : read_lines_beside(workspace, id);
}

bool has_last_line(const Problem& problem, const std::string& check) {
  return problem.last_check == check ||
         std::ranges::find(problem.findings, check, &Problem::last_check) != problem.findings.end();
}

// What others found of the same fault stands, whatever one of them takes back.
void say_what_stands(World& world, const ProblemList& list, const Problem& withdrawn) {
  for (const Problem& problem : list.problems)
    if (!problem.ended() && !problem.item.empty() && problem.quarter == withdrawn.quarter &&
        problem.branch == withdrawn.branch && problem.checklist == withdrawn.checklist &&
        problem.item == withdrawn.item)
      world.say_to_people(
          phrase(Text{"注意：该问题仍在，别的检查也发现了它：{0}",
                      "note: the problem stands, because another inspection found it too: {0}"},
                 problem.id));
}

// A day that was named makes nothing early: else nobody need ever be late.
void say_what_day_counts(World& world, Date named, Date today) {
  if (named == today) return;
  world.say_to_people(phrase(
      Text{"注意：{0} 只作记载；是否逾期按登记当天 {1} 算",
           "note: {0} is for the record; whether it is late goes by the day it was entered, {1}"},
      to_string(named), to_string(today)));
}

// The problem with the line that was just written. Today, for a person who has just recorded
// something, is the day it was judged by.
void say_what_comes_next(World& world, const Workspace& workspace, Ledger seen,
                         const Receipt& receipt, const Step& step, Date today) {
  for (const Event& event : receipt.events) seen.entries.push_back({event, 0, 0});
  const auto list = join_twins(fold_problems(seen, workspace.organisation(), workspace.zone()));
  const auto about = std::ranges::find_if(list.problems, [&](const Problem& problem) {
    return has_last_line(problem, receipt.events.back().check);
  });
  if (about == list.problems.end()) return;
  const ListContext context{workspace.organisation(), workspace.workdays(), today};
  const Phrase said = phrase(Text{"{0} 已记录：{1}。接下来：{2}", "{0} recorded: {1}. Next: {2}"},
                             problem_names(*about), wording(step.name), next_step(*about, context));
  world.say_recorded(visible(said.in(world.lang)) + "\n");
  if (step.name == StepName::submit && step.on) say_what_day_counts(world, *step.on, today);
  if (about->status == Status::withdrawn) say_what_stands(world, list, *about);
}

// Evidence is kept only for a step that is possible: looked at before, as it stands now.
Result<void> prepare_evidence(const World& world, const Workspace& workspace, const Author& author,
                              const std::string& id, Step& step) {
  if (step.evidence.empty()) return {};
  const auto seen = read_around(workspace, id, step.name);
  if (!seen) return tl::unexpected(seen.error());
  if (const auto judged = decide(*seen, workspace, id, step, author); !judged)
    return tl::unexpected(judged.error());
  auto kept = keep_files(world, workspace, step.evidence);
  if (!kept) return tl::unexpected(kept.error());
  step.evidence = std::move(*kept);
  return {};
}

}  // namespace

void declare_step(Flags& flags, RectifyOptions& options, StepName step) {
  flags.text(
      "ID", options.id,
      {"问题编号，或其中不含糊的一段", "a problem's id, or any part of it that fits no other"},
      Flags::What::problem);
  flags.text("--note", options.note, {"说明或理由", "what to say, or the reason"});
  flags.text("--reason", options.reason,
             {"理由（补录时说明为何补录）", "the reason (with --on: why it is entered later)"});
  flags.texts("--evidence", options.evidence, {"佐证材料文件", "a file as evidence"},
              Flags::What::file);
  if (step == StepName::assign)
    flags.text("--to", options.to, {"整改责任人", "who has to rectify it"}, Flags::What::person);
  if (step == StepName::note)
    flags.choice("--kind", options.kind,
                 {"lead", "supervisor", "goal", "measures", "progress", "remark"},
                 {"写进整改台账的哪一栏：牵头领导、督办人、整改目标、整改措施、整改进展、备注",
                  "the column of the rectification ledger that it is for"});
  if (may_name_a_date(step)) flags.date("--due", options.due, {"新期限", "the new due date"});
  flags.date("--on", options.on,
             step == StepName::submit
                 ? Text{"补录：实际整改的日期，只作记载；是否逾期按登记当天算",
                        "entered later: the day it was really done, for the record; whether it is "
                        "late goes by the day it is entered"}
                 : Text{"补录：实际发生的日期", "entered later: the day it was really done"});
}

Result<void> check_step(StepName step_name, const RectifyOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return tl::unexpected(author.error());
  const auto ledger = read_around(*workspace, options.id, step_name);
  if (!ledger) return tl::unexpected(ledger.error());
  Step step = step_of(step_name, options);
  step.note.assign(1, '-');  // stands for the one to come
  const auto decision = decide(*ledger, *workspace, options.id, step, *author);
  return decision ? Result<void>() : tl::unexpected(decision.error());
}

Exit run_step(StepName step_name, const RectifyOptions& options, World& world) {
  const auto workspace = world.open_workspace(true);
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  Step step = step_of(step_name, options);
  if (auto kept = prepare_evidence(world, *workspace, *author, options.id, step); !kept)
    return report_failure(world, kept.error());
  Ledger seen;
  const auto receipt = record_seeing(
      *workspace, *author, [&] { return read_around(*workspace, options.id, step_name); },
      [&](const Ledger& now) {
        seen = now;
        return decide(now, *workspace, options.id, step, *author);
      });
  if (!receipt) return report_failure(world, receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  say_what_comes_next(world, *workspace, std::move(seen), *receipt, step,
                      recording_day(*author, *workspace));
  return Exit::done;
}

}  // namespace sihu
