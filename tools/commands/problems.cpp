// sihu problems: the problem list (问题清单), filtered.
#include "problem/due.hpp"
#include "report/branch_counts.hpp"
#include "report/columns.hpp"
#include "report/problem_list.hpp"
#include "report/rectification_list.hpp"
#include "report/slip.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr int soon_days = 7;

struct ProblemsOptions {
  std::optional<Quarter> quarter;
  std::string branch;
  std::string status;
  std::string severity;
  std::string owner;
  bool overdue = false;
  bool counts = false;
  bool no_cache = false;
  std::string fail_on = "none";
  std::string columns;
  std::string layout;
  std::string seal;
  Output output;
};

void declare(Flags& flags, ProblemsOptions& options) {
  flags.quarter("--quarter", options.quarter,
                {"只列该季度发现的", "only those found in that quarter"});
  flags.text("--branch", options.branch, {"只列该支部的", "only those of that branch"},
             Flags::What::branch);
  flags.choice("--status", options.status, {"open", "submitted", "disputed", "closed", "withdrawn"},
               {"只列该状态的", "only those in that status"});
  flags.choice("--severity", options.severity, {"minor", "general", "serious", "critical"},
               {"只列该程度的", "only those of that severity"});
  flags.text("--owner", options.owner, {"只列该责任人的", "only those of that owner"},
             Flags::What::person);
  flags.flag("--overdue", options.overdue, {"只列逾期的", "only what is overdue"});
  flags.choice(
      "--fail-on", options.fail_on,
      {"minor", "general", "serious", "critical", "overdue", "due-soon", "incomplete", "none"},
      {"列出的未了结问题达到它时退出码为 1",
       "exit 1 when one that is listed and not ended is that bad"});
  flags.flag("--counts", options.counts,
             {"只给各支部各状态的问题数（几处发现的算一个，发现次数另列）",
              "only how many of each branch stand where (what several found is one; findings "
              "stand beside)"});
  flags.text(
      "--columns", options.columns,
      {"只要这些栏，按此顺序：id,branch_name,due", "these columns alone: id,branch_name,due"});
  flags.choice("--layout", options.layout, {"list", "ledger", "slip"},
               {"办公用的样式：问题清单、整改台账（填好用 rectify import 读回）、整改通知单"
                "（只列未了结的，除非写了 --status）",
                "as offices have it: list, ledger (comes back by rectify import), or a slip for "
                "each branch to sign (of what has not ended, unless --status says otherwise)"});
  flags.flag("--no-cache", options.no_cache,
             {"计数时不用 .sihu/ 里的快照，从全部台账算起（答案相同）",
              "count from the whole ledger, not the snapshot in .sihu/ (the answer is the same)"});
  declare_seal(flags, options.seal);
  declare_output(flags, options.output);
}

Result<void> check_filters(const ProblemsOptions& options, const ProblemReading& reading) {
  Failure failure;
  for (const auto& checked :
       {check_known_quarter(reading, options.quarter), check_known_branch(reading, options.branch),
        check_known_person(reading, options.owner)})
    if (!checked)
      failure.faults.insert(failure.faults.end(), checked.error().faults.begin(),
                            checked.error().faults.end());
  if (failure.faults.empty()) return {};
  return tl::unexpected(std::move(failure));
}

Lateness lateness_in(const ProblemReading& reading, const Problem& problem) {
  return lateness(problem, reading.today, reading.workspace.organisation().rectification,
                  reading.workspace.workdays());
}

// A slip asks a branch to act: there is nothing to do about what has ended.
bool has_slip(const ProblemsOptions& options, const Problem& problem) {
  return options.layout != "slip" || !options.status.empty() || !problem.ended();
}

bool is_wanted(const ProblemsOptions& options, const ProblemReading& reading,
               const Problem& problem) {
  return has_slip(options, problem) && (!options.quarter || problem.quarter == *options.quarter) &&
         (options.branch.empty() || problem.branch == options.branch) &&
         (options.status.empty() || problem.status == parse_status(options.status)) &&
         (options.severity.empty() || problem.severity == parse_severity(options.severity)) &&
         (options.owner.empty() || problem.owner == options.owner) &&
         (!options.overdue || lateness_in(reading, problem).days_overdue > 0);
}

bool is_bad_news(const std::string& fail_on, const ProblemReading& reading,
                 const Problem& problem) {
  if (problem.ended() || fail_on == "none") return false;
  if (fail_on == "incomplete") return true;
  if (const auto least = parse_severity(fail_on)) return problem.severity >= *least;
  const Lateness late = lateness_in(reading, problem);
  return late.days_overdue > 0 || (fail_on == "due-soon" && late.days_left <= soon_days);
}

// What is counted is everything: a filter would have to be looked up in every problem.
Exit count(const ProblemsOptions& options, World& world) {
  if (options.quarter || !options.branch.empty() || !options.status.empty() ||
      !options.severity.empty() || !options.owner.empty() || options.overdue ||
      !options.seal.empty() || !options.layout.empty())
    return report_failure(
        world,
        Failure{
            Kind::usage,
            {{{},
              "counts-of-all",
              phrase(Text{
                  "--counts 计全部问题，不和筛选条件、--layout、--seal 一起用",
                  "--counts is of all problems and goes with no filter, --layout or --seal"})}}});
  const auto reading = read_open_problems(world, !options.no_cache, [](Date) {
    return OpenQuestion{Date(), false};
  });
  if (!reading) return report_failure(world, reading.error());
  const auto table = branch_counts_table(
      reading->current.counts(), reading->workspace.organisation(), reading->current.again());
  const Exit printed = print_table(world, options.output, table);
  if (printed != Exit::done) return printed;
  return reading->current.duplicates().empty() ? Exit::done : Exit::integrity;
}

Table table_of(const ProblemsOptions& options, const ProblemReading& reading,
               const std::vector<const Problem*>& wanted, Lang lang) {
  ListContext context = list_context(reading, lang);
  if (options.layout == "list") return office_list(wanted, context);
  if (options.layout != "ledger") return problem_table(wanted, context);
  context.area = areas_of(reading.workspace);
  return rectification_table(wanted, reading.ledger, reading.workspace.zone(), context);
}

Exit print_slips(const ProblemsOptions& options, World& world, const ProblemReading& reading,
                 const std::vector<const Problem*>& wanted) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  if (!is_for_slips(*format) || !options.columns.empty())
    return report_failure(
        world,
        Failure{
            Kind::usage,
            {{{},
              "slip-is-paper",
              phrase(Text{"整改通知单是给人签字的纸，没有这种格式，也不选栏",
                          "a slip is paper to sign: not for this format, nor with --columns"}),
              phrase(Text{"用 --format html、md 或 table", "use --format html, md or table"})}}});
  if (wanted.empty())
    world.say_to_people(phrase(
        Text{"没有要整改的问题，没有通知单", "no problem is left to rectify: there are no slips"}));
  return print_data(
      world, options.output,
      slips(wanted, list_context(reading, world.lang), *format, look_for(world, options.output)));
}

Exit print_wanted(const ProblemsOptions& options, World& world, const ProblemReading& reading,
                  const std::vector<const Problem*>& wanted) {
  if (options.layout == "slip") return print_slips(options, world, reading, wanted);
  Table table = table_of(options, reading, wanted, world.lang);
  if (!options.columns.empty()) {
    auto chosen = with_columns(table, column_keys(options.columns));
    if (!chosen) return report_failure(world, chosen.error());
    table = std::move(*chosen);
  }
  return print_table(world, options.output, table);
}

Exit run(const ProblemsOptions& options, World& world) {
  world.seal_given = options.seal;
  if (options.counts) return count(options, world);
  const auto reading = read_problems(world, [&](const Workspace&) {
    return options.branch.empty() ? WantLine{} : lines_of_branch(options.branch);
  });
  if (!reading) return report_failure(world, reading.error());
  if (const auto known = check_filters(options, *reading); !known)
    return report_failure(world, known.error());
  std::vector<const Problem*> wanted;
  for (const Problem& problem : reading->list.problems)
    if (is_wanted(options, *reading, problem)) wanted.push_back(&problem);
  const Exit printed = print_wanted(options, world, *reading, wanted);
  if (printed != Exit::done) return printed;
  if (has_duplicate_ids(reading->list)) return Exit::integrity;
  const bool bad = std::ranges::any_of(wanted, [&](const Problem* problem) {
    return is_bad_news(options.fail_on, *reading, *problem);
  });
  return bad ? Exit::bad_news : Exit::done;
}

}  // namespace

Command problems_command() {
  return make_command<ProblemsOptions>(
      "problems", {"问题清单", "the problem list"},
      {"$ sihu problems --quarter 2026Q3 --overdue", "$ sihu problems --quarter 2026Q3 --overdue"},
      declare, run);
}

}  // namespace sihu
