#include "tools/cli/rectify.hpp"

#include "base/utf8.hpp"
#include "report/next_step.hpp"
#include "tools/cli/answers_input.hpp"
#include "tools/cli/problem_reading.hpp"

#include <ostream>

namespace sihu {
namespace {

bool may_name_a_date(StepName step) {
  return step == StepName::extend || step == StepName::grant || step == StepName::reopen;
}

Step step_of(StepName name, const RectifyOptions& options) {
  return {name,       options.note, options.reason, options.evidence,
          options.to, options.due,  options.on};
}

// What happens under the lock: the problem as it is now, judged, and its line.
Result<Decision> decide(const Ledger& ledger, const Workspace& workspace, const std::string& id,
                        const Step& step, const Author& author) {
  const Organisation& organisation = workspace.organisation();
  const ProblemList list = fold_problems(ledger, organisation, workspace.zone());
  const auto problem = list.find(id);
  if (!problem) return tl::unexpected(problem.error());
  const Person* person = organisation.find_person(author.person);
  if (!person)
    return fail(Kind::input, "unknown-person",
                phrase(Text{"sihu.yaml 中没有人员 \"{0}\"", "sihu.yaml has no person \"{0}\""},
                       author.person));
  auto taken = take_step(**problem, step, *person,
                         {organisation, workspace.workdays(), recording_day(author, workspace)});
  if (!taken) return tl::unexpected(taken.error());
  Decision decision;
  decision.role = taken->role;
  decision.drafts.push_back(std::move(taken->draft));
  return decision;
}

Result<void> keep_evidence(const World& world, const Workspace& workspace, Step& step) {
  std::vector<Fault> faults;
  for (const std::string& file : step.evidence)
    if (auto fault = evidence_fault(world.directory / file, file)) faults.push_back(*fault);
  if (!faults.empty()) return fail(Kind::input, std::move(faults));
  for (std::string& file : step.evidence) {
    auto kept = workspace.keep_evidence(world.directory / file);
    if (!kept) return tl::unexpected(kept.error());
    file = std::move(*kept);
  }
  return {};
}

// Today, for a person who has just recorded something, is the day it was judged by.
Exit say_what_comes_next(World& world, const Workspace& workspace, const std::string& id,
                         const Step& step, Date today) {
  const auto ledger = workspace.read_ledger();
  if (!ledger) return report_failure(world, ledger.error());
  const auto list = fold_problems(*ledger, workspace.organisation(), workspace.zone());
  const auto problem = list.find(id);
  if (!problem) return report_failure(world, problem.error());
  const ListContext context{workspace.organisation(), workspace.workdays(), today};
  const Phrase said = phrase(Text{"{0} 已记录：{1}。接下来：{2}", "{0} recorded: {1}. Next: {2}"},
                             (*problem)->id, wording(step.name), next_step(**problem, context));
  world.say_recorded(visible(said.in(world.lang)) + "\n");
  return Exit::done;
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
  if (may_name_a_date(step)) flags.date("--due", options.due, {"新期限", "the new due date"});
  flags.date("--on", options.on,
             {"补录：实际发生的日期", "entered later: the day it was really done"});
}

Exit run_step(StepName step_name, const RectifyOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  const auto ledger = workspace->read_ledger();
  if (!ledger) return report_failure(world, ledger.error());

  Step step = step_of(step_name, options);
  if (const auto judged = decide(*ledger, *workspace, options.id, step, *author); !judged)
    return report_failure(world, judged.error());
  const auto list = fold_problems(*ledger, workspace->organisation(), workspace->zone());
  const std::string id = (*list.find(options.id))->id;
  if (const auto kept = keep_evidence(world, *workspace, step); !kept)
    return report_failure(world, kept.error());

  const auto receipt = workspace->record(
      *author, [&](const Ledger& now) { return decide(now, *workspace, id, step, *author); });
  if (!receipt) return report_failure(world, receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  return say_what_comes_next(world, *workspace, id, step, recording_day(*author, *workspace));
}

}  // namespace sihu
