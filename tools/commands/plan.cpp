// sihu plan: who inspects, reviews, teaches and sets papers for whom in a quarter.
#include "learn/lessons.hpp"
#include "plan/quarter.hpp"
#include "plan/replace.hpp"
#include "plan/seed.hpp"
#include "report/plan_list.hpp"
#include "store/plans.hpp"
#include "store/rubrics.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/losses.hpp"
#include "tools/cli/output.hpp"

namespace sihu {
namespace {

struct PlanOptions {
  std::optional<Quarter> quarter;
  std::optional<std::string> seed;
  bool dry_run = false;
  bool replace = false;
  Output output;
};

void declare(Flags& flags, PlanOptions& options) {
  flags.quarter("QUARTER", options.quarter, {"季度", "the quarter"});
  flags.text("--seed", options.seed,
             {"抽签用的文字，如公开的开奖号码；同样的种子排出同样的计划",
              "any text to draw lots with, such as a public draw; the same seed, the same plan"});
  flags.flag("--dry-run", options.dry_run,
             {"只看会怎样，不写文件", "show what would happen, write nothing"});
  flags.flag("--replace", options.replace,
             {"替换已有的计划", "in place of the plan that is there"});
  declare_output(flags, options.output);
}

// A plan is dated as what is recorded: `--now` counts only in a workspace to practise in.
Result<Date> today_of(const World& world, const Workspace& workspace) {
  if (workspace.organisation().practice) return world.today(workspace);
  return workspace.zone().date_of(world.clock());
}

// Who gave a time must not believe that it counted.
void say_time_ignored(World& world, const Workspace& workspace) {
  if (world.now_given.empty() || workspace.organisation().practice) return;
  world.say_to_people(phrase(
      Text{"注意：--now 和 SIHU_NOW 在这里不算，按本机的今天排：本工作区不是练习用的"
           "（practice: true）",
           "note: --now and SIHU_NOW do not count here, the plan is of this machine's today: "
           "this is no workspace to practise in (practice: true)"}));
}

// Who makes the plan. A dry run makes none, so there it may be nobody.
Result<const Person*> find_planner(const World& world, const Workspace& workspace,
                                   const PlanOptions& options, Date today) {
  const auto person = world.person(workspace);
  if (!person && person.error().kind == Kind::usage && options.dry_run) return nullptr;
  if (!person) return person;
  if (auto may = may_plan(**person, today); !may) return tl::unexpected(may.error());
  return person;
}

// The plan that is to be replaced: it may have faults.
struct Before {
  std::optional<PlanFile> plan;
  std::optional<Failure> unread;
};

Result<Before> find_before(const PlanOptions& options, const Workspace& workspace) {
  auto plan = read_plan(workspace, *options.quarter);
  if (!plan && plan.error().kind == Kind::input && options.replace)
    return Before{{}, std::move(plan.error())};
  if (!plan) return tl::unexpected(plan.error());
  const bool may_stand_there = options.replace || options.dry_run;
  if (auto may = check_replacing(*options.quarter, plan->has_value(), may_stand_there); !may)
    return tl::unexpected(may.error());
  return Before{std::move(*plan), {}};
}

// The plans of other quarters.
struct Others {
  std::vector<PlanFile> earlier;
  std::vector<Quarter> planned_later;
  std::vector<PlanFile> later;  // those that can be understood
};

Result<Others> find_others(const Workspace& workspace, Quarter quarter) {
  auto earlier = read_plans_before(workspace, quarter);
  if (!earlier) return tl::unexpected(earlier.error());
  auto planned_later = planned_after(workspace, quarter);
  if (!planned_later) return tl::unexpected(planned_later.error());
  Others others{std::move(*earlier), std::move(*planned_later), {}};
  for (const Quarter later : others.planned_later) {
    auto plan = read_plan(workspace, later);
    if (!plan && plan.error().kind != Kind::input) return tl::unexpected(plan.error());
    if (plan && *plan) others.later.push_back(std::move(**plan));
  }
  return others;
}

Result<QuarterPlan> make(World& world, const PlanOptions& options, const Workspace& workspace,
                         const Others& others, const Person* person, Date today) {
  // What is wrong with rubrics keeps nobody from planning: `lint` and `review` say it.
  const auto kept = current_rubric(workspace);
  auto plan = plan_quarter(workspace.organisation(), *options.quarter, options.seed.value_or(""),
                           others.earlier, kept ? kept->rubric.least : 0);
  if (!plan) return plan;
  const auto lessons = plan_lessons(world, workspace.organisation(), plan->file);
  if (!lessons) return tl::unexpected(lessons.error());
  add_lessons(plan->file, lessons->rows);
  plan->notes.push_back(lessons_note(*lessons, workspace.organisation()));
  if (person) plan->file.made->by = person->id;
  plan->file.made->on = today;
  return plan;
}

// Somebody else may have made one since it was looked for.
Result<void> keep(const PlanOptions& options, const Workspace& workspace, const PlanFile& plan) {
  if (options.replace) return save_plan(workspace, plan);
  const auto made = create_plan(workspace, plan);
  if (!made) return tl::unexpected(made.error());
  return check_replacing(plan.quarter, !*made, false);
}

void tell_of_later(World& world, const Organisation& organisation, const QuarterPlan& plan,
                   const Others& others) {
  if (others.planned_later.empty()) return;
  world.say_to_people(later_note(others.planned_later));
  auto before = others.earlier;
  before.push_back(plan.file);
  for (const Phrase& conflict : later_conflicts(organisation, std::move(before), others.later))
    world.say_to_people(conflict);
}

void tell_of_file(World& world, const PlanOptions& options, const QuarterPlan& plan,
                  const Before& before) {
  if (before.unread) world.say_to_people(unread_note(*before.unread));
  if (before.plan && options.replace)
    for (const Phrase& line : replaced_rows(*before.plan, plan.file)) world.say_to_people(line);
  world.say_to_people(
      options.dry_run ? phrase(Text{"演练：没有写文件", "dry run: nothing was written"})
                      : phrase(Text{"已写入 {0}", "written to {0}"}, plan_name(*options.quarter)));
}

Exit plan_in(const PlanOptions& options, const Workspace& workspace, World& world) {
  const auto today = today_of(world, workspace);
  if (!today) return report_failure(world, today.error());
  say_time_ignored(world, workspace);
  const auto person = find_planner(world, workspace, options, *today);
  if (!person) return report_failure(world, person.error());
  const auto before = find_before(options, workspace);
  if (!before) return report_failure(world, before.error());
  const auto others = find_others(workspace, *options.quarter);
  if (!others) return report_failure(world, others.error());
  const auto plan = make(world, options, workspace, *others, *person, *today);
  if (!plan) return report_failure(world, plan.error());
  if (!options.dry_run) {
    if (auto kept = keep(options, workspace, plan->file); !kept)
      return report_failure(world, kept.error());
    *world.recorded = true;
  }
  if (const Phrase late = late_note(*options.quarter, *today); !late.empty())
    world.say_to_people(late);
  for (const Phrase& note : plan->notes) world.say_to_people(note);
  tell_of_later(world, workspace.organisation(), *plan, *others);
  tell_of_file(world, options, *plan, *before);
  return print_table(world, options.output, plan_table(plan->file, workspace.organisation(), ""));
}

Exit run(const PlanOptions& options, World& world) {
  if (const auto format = format_of(options.output); !format)
    return report_failure(world, format.error());
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  if (options.seed)
    if (const auto checked = check_seed(*options.seed); !checked)
      return report_failure(world, checked.error());
  return plan_in(options, *workspace, world);
}

}  // namespace

Command plan_command() {
  return make_command<PlanOptions>(
      "plan",
      {"排一个季度的计划：谁检查、评、教、考谁",
       "plan a quarter: who inspects, reviews, teaches and tests whom"},
      {"$ sihu plan 2026Q4 --seed \"双色球 2026117\" --dry-run\n$ sihu plan 2026Q4 --seed \"双色球 "
       "2026117\"",
       "$ sihu plan 2026Q4 --seed \"lottery 2026117\" --dry-run\n$ sihu plan 2026Q4 --seed "
       "\"lottery 2026117\""},
      declare, run);
}

}  // namespace sihu
