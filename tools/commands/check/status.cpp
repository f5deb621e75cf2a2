#include "report/check_status.hpp"
#include "store/plans.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/inspection.hpp"
#include "tools/cli/output.hpp"

// sihu check status: how far every check of a quarter has come.
namespace sihu {
namespace {

struct CheckStatusOptions {
  std::optional<Quarter> quarter;
  std::string branch;
  std::string seal;
  Output output;
};

void declare(Flags& flags, CheckStatusOptions& options) {
  flags.quarter("--quarter", options.quarter,
                {"季度；默认本季度", "the quarter; this one by default"});
  flags.text("--branch", options.branch, {"只看一个支部", "only this branch"}, Flags::What::branch);
  declare_seal(flags, options.seal);
  declare_output(flags, options.output);
}

Exit run(const CheckStatusOptions& options, World& world) {
  world.seal_given = options.seal;
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  if (auto known = check_known_branch(*reading, options.branch); !known)
    return report_failure(world, known.error());
  if (auto known = check_known_quarter(*reading, options.quarter); !known)
    return report_failure(world, known.error());
  const auto ids = reading->workspace.checklist_ids();
  if (!ids) return report_failure(world, ids.error());
  Shelf shelf(reading->workspace);
  for (const auto& id : *ids)
    if (auto kept = shelf.current(id); !kept) return report_failure(world, kept.error());
  const Quarter quarter = options.quarter.value_or(Quarter::of(reading->today));
  const auto plan = read_plan(reading->workspace, quarter);
  if (!plan) return report_failure(world, plan.error());
  auto scene = overview_scene(*reading, shelf);
  scene.plan = *plan ? &**plan : nullptr;
  auto checks = check_overview(scene, quarter, *ids);
  if (!options.branch.empty())
    std::erase_if(checks,
                  [&](const CheckSummary& check) { return check.key.branch != options.branch; });
  return print_table(world, options.output,
                     check_status_table(checks, reading->workspace.organisation()));
}

}  // namespace

Command check_status_command() {
  return make_command<CheckStatusOptions>(
      "check status",
      {"各支部、各检查表的进度和得分", "progress and score of every branch and checklist"},
      {"$ sihu check status --quarter 2026Q4", "$ sihu check status --quarter 2026Q4"}, declare,
      run);
}

}  // namespace sihu
