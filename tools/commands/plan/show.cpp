// sihu plan show: the plan of a quarter, or what of it concerns a branch.
#include "report/plan_list.hpp"
#include "store/plans.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"

namespace sihu {
namespace {

struct PlanShowOptions {
  std::optional<Quarter> quarter;
  std::string branch;
  Output output;
};

void declare(Flags& flags, PlanShowOptions& options) {
  flags.text("--branch", options.branch, {"只看与这个支部有关的", "only what concerns this branch"},
             Flags::What::branch);
  declare_output(flags, options.output);
  flags.optional_from_here();
  flags.quarter("QUARTER", options.quarter,
                {"季度；默认本季度", "the quarter; this one by default"});
}

Result<PlanFile> find_plan(const Workspace& workspace, Quarter quarter) {
  auto plan = read_plan(workspace, quarter);
  if (!plan) return tl::unexpected(plan.error());
  if (*plan) return std::move(**plan);
  return fail(Kind::input, "no-such-plan",
              phrase(Text{"{0} 没有计划", "there is no plan of {0}"}, to_string(quarter)),
              phrase(Text{"由委员会排：sihu plan {0}", "the committee makes it: sihu plan {0}"},
                     to_string(quarter)));
}

Exit run(const PlanShowOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto today = world.today(*workspace);
  if (!today) return report_failure(world, today.error());
  if (auto known = check_known_branch(workspace->organisation(), options.branch); !known)
    return report_failure(world, known.error());
  const auto plan = find_plan(*workspace, options.quarter.value_or(Quarter::of(*today)));
  if (!plan) return report_failure(world, plan.error());
  for (const Phrase& sentence : plan->broken)
    world.say_to_people(phrase(Text{"不得不违反：{0}", "had to be broken: {0}"}, sentence));
  return print_table(world, options.output,
                     plan_table(*plan, workspace->organisation(), options.branch));
}

}  // namespace

Command plan_show_command() {
  return make_command<PlanShowOptions>("plan show", {"看一个季度的计划", "the plan of a quarter"},
                                       {"$ sihu plan 2026Q4 --seed \"双色球 2026117\"\n"
                                        "$ sihu plan show 2026Q4 --branch zb05",
                                        "$ sihu plan 2026Q4 --seed \"lottery 2026117\"\n"
                                        "$ sihu plan show 2026Q4 --branch zb05"},
                                       declare, run);
}

}  // namespace sihu
