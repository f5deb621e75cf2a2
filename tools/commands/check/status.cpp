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
  std::optional<Quarter> by_flag;
  std::string branch;
  std::string seal;
  Output output;
};

void declare(Flags& flags, CheckStatusOptions& options) {
  flags.quarter("--quarter", options.by_flag,
                {"也可以这样写季度", "the quarter may also be given like this"});
  flags.text("--branch", options.branch, {"只看一个支部", "only this branch"}, Flags::What::branch);
  declare_seal(flags, options.seal);
  declare_output(flags, options.output);
  flags.optional_from_here();
  flags.quarter("QUARTER", options.quarter,
                {"季度；默认本季度", "the quarter; this one by default"});
}

Result<std::optional<Quarter>> quarter_meant(const CheckStatusOptions& options) {
  if (!options.quarter) return options.by_flag;
  if (!options.by_flag || options.by_flag == options.quarter) return options.quarter;
  return fail(
      Kind::usage, "two-quarters",
      phrase(Text{"写了两个季度：{0}，--quarter 又写了 {1}",
                  "two quarters were given: {0}, and {1} with --quarter"},
             to_string(*options.quarter), to_string(*options.by_flag)),
      phrase(Text{"只写一个，如 sihu check status {0}", "give one of them: sihu check status {0}"},
             to_string(*options.quarter)));
}

Exit run(const CheckStatusOptions& options, World& world) {
  const auto meant = quarter_meant(options);
  if (!meant) return report_failure(world, meant.error());
  world.seal_given = options.seal;
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  if (auto known = check_known_branch(*reading, options.branch); !known)
    return report_failure(world, known.error());
  if (auto known = check_known_quarter(*reading, *meant); !known)
    return report_failure(world, known.error());
  const auto ids = reading->workspace.checklist_ids();
  if (!ids) return report_failure(world, ids.error());
  Shelf shelf(reading->workspace);
  for (const auto& id : *ids)
    if (auto kept = shelf.current(id); !kept) return report_failure(world, kept.error());
  const Quarter quarter = meant->value_or(Quarter::of(reading->today));
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
      {"$ sihu check status 2026Q3", "$ sihu check status 2026Q3"}, declare, run);
}

}  // namespace sihu
