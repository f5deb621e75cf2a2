#include "check/explain.hpp"

#include "base/utf8.hpp"
#include "report/score_sheet.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/inspection_report.hpp"
#include "tools/cli/output.hpp"

// sihu check explain: how a score came about, and what mending each item would gain.
namespace sihu {
namespace {

struct CheckExplainOptions {
  InspectionFlags inspection;
  std::string seal;
  Output output;
};

void declare(Flags& flags, CheckExplainOptions& options) {
  declare_branch(flags, options.inspection);
  declare_checklist(flags, options.inspection);
  declare_by(flags, options.inspection);
  declare_self(flags, options.inspection);
  declare_seal(flags, options.seal);
  declare_output(flags, options.output);
}

std::string framed(const CheckSummary& check, const Explanation& explanation,
                   const std::string& table, Lang lang) {
  auto text = visible(title_of(check).in(lang)) + "\n" + table;
  for (const auto& total : explanation.totals) text += visible(total.in(lang)) + "\n";
  return text;
}

Exit run(const CheckExplainOptions& options, World& world) {
  world.seal_given = options.seal;
  const auto inspection = open_past_inspection(world, options.inspection);
  if (!inspection) return report_failure(world, inspection.error());
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  Shelf shelf(inspection->workspace());
  const auto scene = overview_scene(inspection->reading, shelf);
  const auto summary = summary_of(*inspection, shelf);
  if (!summary) return report_failure(world, summary.error());
  const auto explanation = explain_check(scene, *summary);
  const auto table = explanation_table(explanation);
  if (*format != Format::table) return print_table(world, options.output, table);
  const auto shown = render(table, *format, look_for(world, options.output));
  const auto differ = conflict_lines(*summary, inspection->workspace().organisation());
  return print_data(world, options.output,
                    framed(*summary, explanation, shown, world.lang) + differ.in(world.lang));
}

}  // namespace

Command check_explain_command() {
  return make_command<CheckExplainOptions>(
      "check explain",
      {"逐项说明得分怎么来的、改好一项能增几分",
       "how the score came about, and what mending each item would gain"},
      {"$ sihu check explain zb05 --checklist dues", "$ sihu check explain zb05 --checklist dues"},
      declare, run);
}

}  // namespace sihu
