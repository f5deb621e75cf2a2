// sihu rectify show: everything about one problem, its full history included.
#include "problem/forgetting.hpp"
#include "problem/problem_id.hpp"
#include "problem/state.hpp"
#include "problem/twins.hpp"
#include "report/history.hpp"
#include "report/problem_sheet.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"

namespace sihu {
namespace {

struct RectifyShowOptions {
  std::string id;
  Output output;
};

void declare(Flags& flags, RectifyShowOptions& options) {
  flags.text(
      "ID", options.id,
      {"问题编号，或其中不含糊的一段", "a problem's id, or any part of it that fits no other"},
      Flags::What::problem);
  declare_output(flags, options.output);
}

std::string write(const Problem& problem, const ProblemReading& reading, Format format,
                  const Look& look) {
  ListContext context = list_context(reading, look.lang);
  context.has_evidence = [&](std::string_view name) {
    return reading.workspace.has_evidence(name);
  };
  const Zone& zone = reading.workspace.zone();
  const auto removals = fold_removals(reading.ledger, reading.workspace.organisation(), zone);
  context.is_removed = [&](std::string_view name) { return removal_of(removals, name) != nullptr; };
  if (format == Format::table) return problem_sheet(problem, reading.ledger, zone, context, look);
  if (format == Format::json)
    return problem_json(problem, reading.ledger, zone, context, look.lang);
  if (format == Format::md)
    return problem_markdown(problem, reading.ledger, zone, context, look.lang);
  return render(history_table(problem, reading.ledger, zone, context), format, look);
}

// The id of the one problem that `part` names, from the lines that may be meant.
Result<std::string> whole_id(const Workspace& workspace, const std::string& part) {
  const auto ledger = read_lines_beside(workspace, part);
  if (!ledger) return tl::unexpected(ledger.error());
  const auto list = join_twins(fold_problems(*ledger, workspace.organisation(), workspace.zone()));
  const auto problem = list.find(part);
  if (!problem) return tl::unexpected(problem.error());
  return (*problem)->id;
}

// The problems of a problem's branch, among which it may have come again, and what evidence was
// removed.
WantLine lines_around(const std::string& id) {
  const auto parts = parse_problem_id(id.substr(0, id.find('~')));
  if (!parts) return {};
  return [of_branch = lines_of_branch(parts->branch)](std::string_view event,
                                                      std::string_view subject) {
    return event == removal_event || of_branch(event, subject);
  };
}

Exit run(const RectifyShowOptions& options, World& world) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  std::string id;
  const auto reading = read_problems(world, [&](const Workspace& workspace) -> Result<WantLine> {
    auto whole = whole_id(workspace, options.id);
    if (!whole) return tl::unexpected(whole.error());
    id = std::move(*whole);
    return lines_around(id);
  });
  if (!reading) return report_failure(world, reading.error());
  const auto problem = reading->list.find(id);
  if (!problem) return report_failure(world, problem.error());
  const std::string text = write(**problem, *reading, *format, look_for(world, options.output));
  return *format == Format::table ? print_text(world, options.output, text)
                                  : print_data(world, options.output, text);
}

}  // namespace

Command rectify_show_command() {
  return make_command<RectifyShowOptions>(
      "rectify show",
      {"一个问题的全部情况和经过；csv、tsv、jsonl 只有经过",
       "everything about one problem; csv, tsv and jsonl: its history"},
      {"$ sihu rectify show a7k2mc-7", "$ sihu rectify show a7k2mc-7"}, declare, run);
}

}  // namespace sihu
