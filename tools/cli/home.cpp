#include "tools/cli/home.hpp"

#include "report/home.hpp"
#include "store/plans.hpp"
#include "tools/cli/inspection.hpp"
#include "tools/cli/output.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

struct Plans {
  const PlanFile* now;
  const PlanFile* last;
};

// The inspections of this quarter and of the last, which wait on, as far as their checklists can be
// read. Of the last those that were planned or begun: without a plan nobody was to make another.
std::vector<CheckSummary> checks_now(const ProblemReading& reading, Shelf& shelf,
                                     const Plans& plans) {
  const auto ids = reading.workspace.checklist_ids();
  if (!ids) return {};
  std::vector<std::string> readable;
  for (const std::string& id : *ids)
    if (shelf.current(id)) readable.push_back(id);
  OverviewScene scene = overview_scene(reading, shelf);
  scene.plan = plans.now;
  const Quarter now = Quarter::of(reading.today);
  auto checks = scored_checks(scene, now, readable);
  scene.plan = plans.last;
  auto last =
      scored_checks(scene, now.previous(), plans.last ? readable : std::vector<std::string>());
  std::ranges::move(last, std::back_inserter(checks));
  return checks;
}

Phrase head(const ProblemReading& reading, const Person& person, std::size_t things) {
  const Phrase& of = reading.workspace.organisation().name;
  if (things == 0)
    return phrase(Text{"{0} · {1} · {2}：没有等你办的", "{0} · {1} · {2}: nothing waits for you"},
                  of, to_string(reading.today), person.name);
  return phrase(Text{"{0} · {1} · 等{2}办的：", "{0} · {1} · waiting for {2}:"}, of,
                to_string(reading.today), person.name);
}

// What to look at before one signs, or takes a step.
void say_where_to_look(World& world, const std::vector<WaitingThing>& things) {
  const auto any = [&](std::string_view command) {
    return std::ranges::any_of(
        things, [&](const WaitingThing& thing) { return thing.command.starts_with(command); });
  };
  if (any("rectify "))
    world.say_to_people(phrase(Text{"先看问题的全部情况：sihu rectify show 编号",
                                    "all about a problem first: sihu rectify show ID"}));
  if (any("check sign ") || any("check confirm "))
    world.say_to_people(
        phrase(Text{"签字、确认之前先看答案：sihu check show 支部 --checklist 检查表",
                    "before you sign or confirm, see the answers: sihu check show BRANCH "
                    "--checklist CHECKLIST"}));
}

}  // namespace

Exit show_home(World& world) {
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  const Workspace& workspace = reading->workspace;
  const auto person = world.person(workspace);
  if (!person) return report_failure(world, person.error());
  const Quarter now = Quarter::of(reading->today);
  const auto plan = read_plan(workspace, now);
  if (!plan) return report_failure(world, plan.error());
  const auto last =
      read_plan(workspace, now.previous());  // one that can't be read keeps nothing back
  const Plans plans{*plan ? &**plan : nullptr, last && *last ? &**last : nullptr};
  Shelf shelf(workspace);
  const auto checks = checks_now(*reading, shelf, plans);
  const ExamState exams = fold_exams(reading->ledger);
  const LearnState learnt = fold_learning(reading->ledger);
  const auto years =
      learning_in({workspace.organisation(), learnt, reading->today.year(), reading->today});
  const auto own = std::ranges::find(years, *person, &LearnerYear::person);
  const ListContext context = list_context(*reading, world.lang);
  const HalfYear half = HalfYear::of(reading->today);
  const std::vector<AppraiseState> appraisals{fold_appraisal(reading->ledger, half.previous()),
                                              fold_appraisal(reading->ledger, half)};
  const auto things = waiting_for({**person, reading->list, checks, plans.now, plans.last, exams,
                                   own == years.end() ? nullptr : &*own, appraisals, context});
  world.say_to_people(head(*reading, **person, things.size()));
  const Exit printed =
      things.empty() ? Exit::done : print_table(world, {}, waiting_table(things, **person));
  say_where_to_look(world, things);
  world.say_to_people(phrase(Text{"全部命令：sihu --help", "all commands: sihu --help"}));
  return printed;
}

bool is_in_workspace(const World& world) {
  World quiet = world;
  quiet.quiet = true;
  quiet.person_given.clear();
  const auto workspace = quiet.open_workspace();
  return workspace || workspace.error().faults.front().name != "no-workspace";
}

}  // namespace sihu
