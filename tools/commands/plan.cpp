// sihu plan: who inspects, reviews and sets papers for whom in a quarter.
#include "plan/quarter.hpp"
#include "plan/replace.hpp"
#include "report/plan_list.hpp"
#include "store/plans.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"

namespace sihu {
namespace {

struct Options {
  std::optional<Quarter> quarter;
  std::string seed;
  bool dry_run = false;
  bool replace = false;
  Output output;
};

void declare(Flags& flags, Options& options) {
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

Result<QuarterPlan> make(const Options& options, const Workspace& workspace, const Person& person,
                         Date today) {
  const auto earlier = read_plans_before(workspace, *options.quarter);
  if (!earlier) return tl::unexpected(earlier.error());
  auto plan = plan_quarter(workspace.organisation(), *options.quarter, options.seed, *earlier);
  if (!plan) return plan;
  plan->file.made->by = person.id;
  plan->file.made->on = today;
  return plan;
}

void tell(World& world, const Options& options, const QuarterPlan& plan, const PlanFile* before,
          Date today) {
  if (const Phrase late = late_note(*options.quarter, today); !late.empty())
    world.say_to_people(late);
  for (const Phrase& note : plan.notes) world.say_to_people(note);
  if (before && options.replace)
    for (const Phrase& line : replaced_rows(*before, plan.file)) world.say_to_people(line);
  world.say_to_people(
      options.dry_run ? phrase(Text{"演练：没有写文件", "dry run: nothing was written"})
                      : phrase(Text{"已写入 {0}", "written to {0}"}, plan_name(*options.quarter)));
}

Exit run(const Options& options, World& world) {
  if (const auto format = format_of(options.output); !format)
    return report_failure(world, format.error());
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto person = world.person(*workspace);
  if (!person) return report_failure(world, person.error());
  const auto today = today_of(world, *workspace);
  if (!today) return report_failure(world, today.error());
  if (auto may = may_plan(**person, *today); !may) return report_failure(world, may.error());
  const auto before = read_plan(*workspace, *options.quarter);
  if (!before) return report_failure(world, before.error());
  const PlanFile* old = *before ? &**before : nullptr;
  if (auto may = check_replacing(old, options.replace || options.dry_run); !may)
    return report_failure(world, may.error());
  const auto plan = make(options, *workspace, **person, *today);
  if (!plan) return report_failure(world, plan.error());
  if (!options.dry_run) {
    if (auto saved = save_plan(*workspace, plan->file); !saved)
      return report_failure(world, saved.error());
    *world.recorded = true;
  }
  tell(world, options, *plan, old, *today);
  return print_table(world, options.output, plan_table(plan->file, workspace->organisation(), ""));
}

}  // namespace

Command plan_command() {
  return make_command<Options>(
      "plan",
      {"排一个季度的计划：谁检查、评、考谁",
       "plan a quarter: who inspects, reviews and tests whom"},
      {"$ sihu plan 2026Q4 --seed \"双色球 2026117\" --dry-run\n$ sihu plan 2026Q4 --seed \"双色球 "
       "2026117\"",
       "$ sihu plan 2026Q4 --seed \"lottery 2026117\" --dry-run\n$ sihu plan 2026Q4 --seed "
       "\"lottery 2026117\""},
      declare, run);
}

}  // namespace sihu
