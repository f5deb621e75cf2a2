// sihu records check: what the branches' own records say of the items that can be computed.
#include "check/state.hpp"
#include "report/records_list.hpp"
#include "store/problem_lines.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/records.hpp"

#include <algorithm>
#include <deque>

namespace sihu {
namespace {

struct RecordsCheckOptions {
  std::string branch;
  std::optional<Quarter> quarter;
  std::string checklist;
  std::string fail_on = "gap";
  Output output;
};

void declare(Flags& flags, RecordsCheckOptions& options) {
  flags.text("--checklist", options.checklist, {"只算这份检查表", "this checklist alone"},
             Flags::What::checklist);
  flags.choice("--fail-on", options.fail_on, {"gap", "unsaid", "none"},
               {"哪种结果以状态 1 结束：gap 未达到（默认），unsaid 说不了的也算，none 都不算",
                "what ends with status 1: gap (the default), unsaid as well, or none"});
  declare_output(flags, options.output);
  flags.optional_from_here();
  flags.text("BRANCH", options.branch, {"支部；不写是所有支部", "the branch; else all of them"},
             Flags::What::branch);
  flags.quarter("QUARTER", options.quarter,
                {"季度；默认本季度", "the quarter; this one by default"});
}

Result<void> check_begun(Quarter quarter, Date today) {
  if (quarter.first_day() <= today) return {};
  return fail(Kind::refused, "future-quarter",
              phrase(Text{"{0} 还没开始，今天是 {1}", "{0} has not begun, today is {1}"},
                     to_string(quarter), to_string(today)));
}

Result<std::vector<KeptChecklist>> chosen_checklists(const Workspace& workspace,
                                                     const std::string& only) {
  std::vector<std::string> ids{only};
  if (only.empty()) {
    auto all = workspace.checklist_ids();
    if (!all) return tl::unexpected(all.error());
    ids = std::move(*all);
  }
  std::vector<KeptChecklist> checklists;
  for (const std::string& id : ids) {
    auto kept = workspace.checklist(id);
    if (!kept) return tl::unexpected(kept.error());
    checklists.push_back(std::move(*kept));
  }
  return checklists;
}

// What was answered in the quarter before: what an early check could not see yet counts now.
Result<Ledger> answers_before(const Workspace& workspace, Quarter quarter) {
  return read_lines(workspace, [&](std::string_view, std::string_view subject) {
    const auto about = parse_check_subject(subject);
    return about && about->key.quarter == quarter.previous();
  });
}

// The lines of one branch after the other; the offers they point at are kept in `offers`.
std::vector<RecordsLine> lines_of(const RecordsCheckOptions& options, const RecordsDesk& desk,
                                  const std::vector<KeptChecklist>& checklists, Quarter quarter,
                                  const Ledger& earlier, std::deque<RecordOffers>& offers) {
  const Organisation& organisation = desk.workspace.organisation();
  const Date day = std::min(desk.today, quarter.last_day());
  std::vector<RecordsLine> lines;
  for (const Branch& branch : organisation.branches) {
    if (!options.branch.empty() && branch.id != options.branch) continue;
    for (const KeptChecklist& kept : checklists) {
      const ScoreBasis basis{kept.checklist, branch, day};
      const RecordScene scene{
          desk.records.tables,
          organisation,
          desk.workspace.workdays(),
          branch.id,
          quarter,
          desk.today,
          asked_before(earlier, desk.workspace.zone(), {quarter, branch.id, kept.checklist.id})};
      offers.push_back(offers_for(basis, scene, organisation.language.value_or(Lang::zh)));
      for (const Item& item : kept.checklist.items)
        if (const auto offer = offers.back().find(item.id); offer != offers.back().end())
          lines.push_back({&branch, kept.checklist.id, &item, &offer->second});
    }
  }
  return lines;
}

// Whether a table's fault keeps rows of the branch out; others' rows are theirs to mend.
bool concerns(const Fault& fault, const RecordTables& tables, const std::string& branch) {
  const RecordFileName name = parse_record_name(fault.place.file);
  const auto table = tables.find(name.records);
  if (branch.empty() || !fault.place.file.ends_with(".csv") || table == tables.end()) return true;
  return table->second.is_broken_for(branch) && (name.branch.empty() || name.branch == branch);
}

std::vector<Fault> faults_for(const RecordsRead& records, const std::string& branch) {
  std::vector<Fault> faults;
  std::ranges::copy_if(records.faults, std::back_inserter(faults),
                       [&](const Fault& fault) { return concerns(fault, records.tables, branch); });
  return faults;
}

bool is_bad_news(const std::vector<RecordsLine>& lines, const std::string& fail_on) {
  return std::ranges::any_of(lines, [&](const RecordsLine& line) {
    const RecordVerdict verdict = line.offer->result.verdict;
    return (verdict == RecordVerdict::gap && fail_on != "none") ||
           (verdict == RecordVerdict::unsaid && fail_on == "unsaid");
  });
}

// The rows with something wrong, each where it stands.
void say_rows(World& world, const std::vector<RecordsLine>& lines) {
  for (const RecordsLine& line : lines)
    for (const RowSeen& row : line.offer->result.rows)
      if (!row.amiss.empty())
        world.say_to_people(phrase(Text{"{0}  {1}:{2}  {3}", "{0}  {1}:{2}  {3}"}, line.item->id,
                                   row.place.file, row.place.line, row.amiss));
}

// `sihu records check 2026Q4` means the quarter, of all branches.
RecordsCheckOptions understood(RecordsCheckOptions options) {
  if (options.quarter || options.branch.empty()) return options;
  options.quarter = Quarter::parse(options.branch);
  if (options.quarter) options.branch.clear();
  return options;
}

Exit run(const RecordsCheckOptions& typed, World& world) {
  const RecordsCheckOptions options = understood(typed);
  const auto desk = open_records(world);
  if (!desk) return report_failure(world, desk.error());
  if (const auto known = check_known_branch(desk->workspace.organisation(), options.branch); !known)
    return report_failure(world, known.error());
  const Quarter quarter = options.quarter.value_or(Quarter::of(desk->today));
  if (const auto begun = check_begun(quarter, desk->today); !begun)
    return report_failure(world, begun.error());
  const auto checklists = chosen_checklists(desk->workspace, options.checklist);
  if (!checklists) return report_failure(world, checklists.error());
  const auto earlier = answers_before(desk->workspace, quarter);
  if (!earlier) return report_failure(world, earlier.error());
  std::deque<RecordOffers> offers;
  const auto lines = lines_of(options, *desk, *checklists, quarter, *earlier, offers);
  const Exit printed = print_table(world, options.output, records_check_table(lines));
  if (printed != Exit::done) return printed;
  say_rows(world, lines);
  world.say_to_people(records_check_words(lines));
  say_repeated(world, desk->records.tables);
  if (auto faults = faults_for(desk->records, options.branch); !faults.empty())
    return report_failure(world, {Kind::input, std::move(faults)});
  return is_bad_news(lines, options.fail_on) ? Exit::bad_news : Exit::done;
}

}  // namespace

Command records_check_command() {
  return make_command<RecordsCheckOptions>(
      "records check",
      {"按台账自查：哪些项目达到了，缺哪几个月",
       "what records say of each item, and which months are missing"},
      {"$ sihu records check zb05\n$ sihu records check zb05 2026Q4 --checklist basics",
       "$ sihu records check zb05\n$ sihu records check zb05 2026Q4 --checklist basics"},
      declare, run);
}

}  // namespace sihu
