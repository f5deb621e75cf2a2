// sihu due: what is overdue, and what soon will be, most urgent first.
#include "problem/due.hpp"

#include "report/calendar.hpp"
#include "report/due_lines.hpp"
#include "report/due_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr int most_days = 3660;

struct DueOptions {
  int within = 7;
  bool overdue = false;
  std::string branch;
  bool no_cache = false;
  Output output;
};

void declare(Flags& flags, DueOptions& options) {
  flags.integer("--within", options.within,
                {"也列出这些天内到期的", "also what is due within so many days"}, 0, most_days);
  flags.flag("--overdue", options.overdue, {"只列逾期的", "only what is overdue"});
  flags.text("--branch", options.branch, {"只列该支部的", "only what that branch answers for"},
             Flags::What::branch);
  flags.flag("--no-cache", options.no_cache,
             {"不用 .sihu/ 里的快照，从全部台账算起（答案相同）",
              "fold the whole ledger, not the snapshot in .sihu/ (the answer is the same)"});
  declare_output(flags, options.output, true);
}

std::vector<DueRow> wanted_rows(const DueOptions& options, const ProblemList& list,
                                const OpenReading& reading) {
  auto rows = due_rows(list, reading.today, options.within, reading.workspace.organisation(),
                       reading.workspace.workdays());
  std::erase_if(rows, [&](const DueRow& row) {
    return (options.overdue && row.why != DueRow::Why::overdue) ||
           (!options.branch.empty() && row.problem->branch != options.branch);
  });
  return rows;
}

Exit print_rows(const std::vector<DueRow>& rows, const DueOptions& options, Format format,
                const OpenReading& reading, World& world) {
  const ListContext context = list_context(reading.workspace, reading.today, world.lang);
  if (format == Format::ics)
    return print_data(world, options.output, due_calendar(rows, context, reading.now, world.lang));
  return print_table(world, options.output, due_table(rows, context));
}

// For people and calendars: as many rows as somebody looks at.
Exit answer_people(const DueOptions& options, Format format, const OpenReading& reading,
                   World& world, bool& late) {
  const auto list = reading.list();
  if (!list) return report_failure(world, list.error());
  const auto rows = wanted_rows(options, *list, reading);
  late =
      std::ranges::any_of(rows, [](const DueRow& row) { return row.why != DueRow::Why::due_soon; });
  return print_rows(rows, options, format, reading, world);
}

Exit answer_programs(const DueOptions& options, Format format, const OpenReading& reading,
                     World& world, bool& late) {
  const Produce lines = [&](const Sink& sink) -> Result<void> {
    const auto bad_news = write_due_lines(
        [&](const auto& visit) { return reading.current.each_row(visit); },
        {reading.today, options.within, options.overdue, options.branch},
        reading.workspace.organisation(), reading.workspace.workdays(), format, sink);
    if (!bad_news) return tl::unexpected(bad_news.error());
    late = *bad_news;
    return {};
  };
  return stream_data(world, options.output, lines);
}

Exit run(const DueOptions& options, World& world) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  const auto reading = read_open_problems(world, !options.no_cache, [&](Date today) {
    return options.overdue ? OpenQuestion{today - 1, false}
                           : OpenQuestion{today + options.within, true};
  });
  if (!reading) return report_failure(world, reading.error());
  const auto& organisation = reading->workspace.organisation();
  if (const auto known = check_known_branch(organisation, options.branch); !known)
    return report_failure(world, known.error());
  // In another language than the ledger's own the checklists are asked for words.
  const bool plain = (*format == Format::tsv || *format == Format::csv) &&
                     organisation.language.value_or(Lang::zh) == world.lang;
  bool late = false;
  const Exit printed = plain ? answer_programs(options, *format, *reading, world, late)
                             : answer_people(options, *format, *reading, world, late);
  if (printed != Exit::done) return printed;
  if (!reading->current.duplicates().empty()) return Exit::integrity;
  return late ? Exit::bad_news : Exit::done;
}

}  // namespace

Command due_command() {
  return make_command<DueOptions>(
      "due", {"逾期的和快到期的，最急的在前", "what is overdue or due soon, most urgent first"},
      {"$ sihu due --within 14", "$ sihu due --within 14"}, declare, run);
}

}  // namespace sihu
