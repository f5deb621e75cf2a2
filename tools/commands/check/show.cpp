#include "base/utf8.hpp"
#include "check/explain.hpp"
#include "check/planned.hpp"
#include "report/score_sheet.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/inspection_report.hpp"
#include "tools/cli/output.hpp"

// sihu check show: the score sheet of one check.
namespace sihu {
namespace {

struct CheckShowOptions {
  InspectionFlags inspection;
  std::string seal;
  Output output;
};

void declare(Flags& flags, CheckShowOptions& options) {
  declare_branch(flags, options.inspection);
  declare_checklist(flags, options.inspection);
  declare_by(flags, options.inspection);
  declare_self(flags, options.inspection);
  declare_seal(flags, options.seal);
  declare_output(flags, options.output);
}

// People want the heading and the sum around the table; programs want the table alone.
std::string framed(const CheckSummary& check, const std::string& table,
                   const Organisation& organisation, Lang lang) {
  std::string outside;
  for (const auto& reason : reasons_outside_plan(check.state))
    outside += visible(say(lang, Text{"计划外：{0}", "outside the plan: {0}"}, reason)) + "\n";
  return visible(title_of(check).in(lang)) + "\n" + outside + table +
         describe(check.score).in(lang) + "\n" + conflict_lines(check, organisation).in(lang);
}

Exit run(const CheckShowOptions& options, World& world) {
  world.seal_given = options.seal;
  const auto inspection = open_past_inspection(world, options.inspection);
  if (!inspection) return report_failure(world, inspection.error());
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  Shelf shelf(inspection->workspace());
  const auto summary = summary_of(*inspection, shelf);
  if (!summary) return report_failure(world, summary.error());
  const auto sheet = score_sheet(*summary, overview_scene(inspection->reading, shelf));
  if (*format != Format::table) return print_table(world, options.output, sheet);
  const auto table = render(sheet, *format, look_for(world, options.output));
  return print_text(world, options.output,
                    framed(*summary, table, inspection->workspace().organisation(), world.lang));
}

}  // namespace

Command check_show_command() {
  return make_command<CheckShowOptions>(
      "check show", {"一次检查的打分表", "the score sheet of a check"},
      {"$ sihu check show zb05 --checklist basics --quarter 2026Q3",
       "$ sihu check show zb05 --checklist basics --quarter 2026Q3"},
      declare, run);
}

}  // namespace sihu
