#include "check/explain.hpp"

#include "base/utf8.hpp"
#include "report/score_sheet.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/inspection_report.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/records.hpp"

#include <algorithm>

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

// The day up to which rows counted when an answer was given.
Date day_of(const Event& event, const Inspection& inspection) {
  const auto on = Date::parse(event.get("on"));
  const Date day = on ? *on : inspection.workspace().zone().date_of(event.at);
  return std::min(day, inspection.key.quarter.last_day());
}

// What records said when the items were answered, and the rows behind it where they are the same.
Result<void> add_records(const Inspection& inspection, const CheckSummary& summary,
                         Explanation& explanation) {
  std::optional<RecordsRead> records;
  const Workspace& workspace = inspection.workspace();
  for (ExplainedItem& explained : explanation.items) {
    const Item& item = *explained.line.item;
    const ItemState* state = summary.state.find(item.id);
    if (!state || explained.line.counting >= state->standing.size()) continue;
    const Event& event =
        inspection.reading.ledger.entries[state->standing[explained.line.counting].entry].event;
    if (event.get("computed").empty()) continue;
    if (!records) {
      auto read = read_records(workspace);
      if (!read) return tl::unexpected(read.error());
      records = std::move(*read);
    }
    const RecordScene scene{
        records->tables,
        workspace.organisation(),
        workspace.workdays(),
        inspection.key.branch,
        inspection.key.quarter,
        day_of(event, inspection),
        asked_before(inspection.reading.ledger, workspace.zone(), inspection.key)};
    const auto computed = parse_computed(item.computed_rule);
    std::optional<RecordOffer> now;
    if (computed) now = make_offer(item, *computed, compute(*computed, scene), Lang::zh);
    for (Phrase& line : explain_records(event, now ? &*now : nullptr))
      explained.why.push_back(std::move(line));
  }
  return {};
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
  auto explanation = explain_check(scene, *summary);
  if (auto added = add_records(*inspection, *summary, explanation); !added)
    return report_failure(world, added.error());
  const auto table = explanation_table(explanation);
  if (*format != Format::table) return print_table(world, options.output, table);
  const auto shown = render(table, *format, look_for(world, options.output));
  const auto differ = conflict_lines(*summary, inspection->workspace().organisation());
  return print_text(world, options.output,
                    framed(*summary, explanation, shown, world.lang) + differ.in(world.lang));
}

}  // namespace

Command check_explain_command() {
  return make_command<CheckExplainOptions>(
      "check explain",
      {"逐项说明得分怎么来的、改好一项能增几分",
       "how the score came about, and what mending each item would gain"},
      {"$ sihu check explain zb05 --checklist basics --quarter 2026Q3",
       "$ sihu check explain zb05 --checklist basics --quarter 2026Q3"},
      declare, run);
}

}  // namespace sihu
