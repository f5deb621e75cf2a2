#include "tools/cli/appraise.hpp"

#include "base/utf8.hpp"
#include "problem/due.hpp"
#include "problem/twins.hpp"
#include "tools/cli/author_now.hpp"
#include "tools/cli/quarter_result.hpp"

#include <algorithm>

namespace sihu {
namespace {

// Problems that somebody answers for, as their owner or as the branch's secretary.
int overdue_of(const ProblemReading& reading, const Person& person) {
  const Organisation& organisation = reading.workspace.organisation();
  const bool secretary = person.has_role(RoleName::secretary, reading.today);
  return static_cast<int>(std::ranges::count_if(reading.list.problems, [&](const Problem& problem) {
    if (problem.owner != person.id && !(secretary && problem.branch == person.branch)) return false;
    return lateness(problem, reading.today, organisation.rectification,
                    reading.workspace.workdays())
               .days_overdue > 0;
  }));
}

AppraiseEntry entry_of(const ProblemReading& reading, const HalfResult& result,
                       const Person& person, const AppraiseRules& rules,
                       const QuartersScore& quarters) {
  const PersonAppraisal* file = result.state.find(person.id);
  AppraiseEntry entry;
  entry.person = &person;
  entry.sheet = appraise_sheet(
      {result.kept->checklist, rules, file, &result.filled_of(person.id), &quarters},
      reading.workspace.organisation().find_branch(person.branch), result.state.half);
  if (file) {
    entry.veto = file->veto;
    entry.within_quota = file->within_quota;
    entry.open_appeals = file->open_appeals();
  }
  entry.newcomer = person.since && HalfYear::of(*person.since) == result.state.half;
  entry.overdue = overdue_of(reading, person);
  return entry;
}

Result<std::vector<QuarterResult>> both_quarters(const ProblemReading& reading, Shelf& shelf,
                                                 HalfYear half) {
  std::vector<QuarterResult> results;
  for (const Quarter quarter : {half.first_quarter(), half.second_quarter()}) {
    auto result = quarter_alone(reading, shelf, quarter);
    if (!result) return tl::unexpected(result.error());
    results.push_back(std::move(*result));
  }
  return results;
}

// What was published goes by the rules and the checklist of that day.
AppraiseRules rules_of(const HalfResult& result, const Organisation& organisation) {
  const auto& publication = result.state.publication;
  const auto published = publication ? parse_appraise_rules(publication->rules) : std::nullopt;
  return published.value_or(appraise_rules(organisation, result.settings));
}

// All of it but the comparison with the half-year before.
Result<HalfResult> appraise_alone(const ProblemReading& reading, Shelf& shelf, HalfYear half) {
  const Organisation& organisation = reading.workspace.organisation();
  HalfResult result;
  auto settings = load_appraise_settings(reading.workspace.organisation_text(), "sihu.yaml");
  if (!settings) return tl::unexpected(settings.error());
  result.settings = std::move(*settings);
  result.state = fold_appraisal(reading.ledger, half);
  const auto kept = result.state.publication ? shelf.recorded(result.state.publication->doc)
                                             : shelf.current(result.settings.checklist);
  if (!kept) return tl::unexpected(kept.error());
  result.kept = *kept;
  const auto people = appraised_people(organisation, result.settings, result.state, reading.today);
  const AppraiseRules rules = rules_of(result, organisation);
  const auto quarters = both_quarters(reading, shelf, half);
  if (!quarters) return tl::unexpected(quarters.error());
  const LearnState learning = fold_learning(reading.ledger);
  const ExamState exams = fold_exams(reading.ledger);
  FillScene fill{organisation,
                 result.settings,
                 result.kept->checklist,
                 reading.ledger,
                 learning,
                 exams,
                 half,
                 {}};
  for (const QuarterResult& one : *quarters)
    fill.quarters.push_back({one.ranking.tally.quarter, one.parts, one.ranking.tally});
  std::vector<AppraiseEntry> entries;
  for (const Person* person : people) {
    result.filled.emplace(person->id, filled_marks(fill, *person));
    entries.push_back(entry_of(reading, result, *person, rules, quarters_score(fill, *person)));
  }
  result.appraisal = make_appraisal(half, rules, std::move(entries));
  return result;
}

// Somebody has said something of that half-year.
bool has_appraisal(const AppraiseState& state) {
  return state.publication || !state.people.empty();
}

void add_earlier_totals(const ProblemReading& reading, Shelf& shelf, HalfResult& result) {
  const HalfYear before = result.state.half.previous();
  if (!has_appraisal(fold_appraisal(reading.ledger, before))) return;
  const auto earlier = appraise_alone(reading, shelf, before);
  if (!earlier) return;
  result.earlier = before;
  for (AppraiseRow& row : result.appraisal.rows) {
    const AppraiseRow* found = earlier->appraisal.find(row.entry.person->id);
    if (found && found->rank) row.entry.earlier = found->entry.sheet.total;
  }
}

AppraiseScene scene_of(const AppraiseDesk& desk, const HalfResult& result) {
  return {desk.organisation(),
          result.settings,
          result.kept->checklist,
          result.kept->digest.substr(0, 16),
          result.state,
          desk.person(),
          recording_day(desk.author, desk.reading.workspace)};
}

}  // namespace

void declare_half(Flags& flags, AppraiseChoice& choice) {
  flags.text("HALF", choice.half, {"半年，如 2026H2", "the half-year, such as 2026H2"});
}

void declare_appraised(Flags& flags, AppraiseChoice& choice) {
  declare_half(flags, choice);
  flags.text("PERSON", choice.person, {"考核谁", "who is appraised"}, Flags::What::person);
}

const FilledMarks& HalfResult::filled_of(const std::string& person) const {
  static const FilledMarks none;
  const auto found = filled.find(person);
  return found == filled.end() ? none : found->second;
}

Result<HalfYear> known_half(const ProblemReading& reading, const std::string& typed) {
  const auto half = HalfYear::parse(typed);
  if (!half)
    return fail(Kind::usage, "not-a-half-year",
                phrase(Text{"半年: 应写成 2026H1 或 2026H2，实际为 \"{0}\"",
                            "HALF: must look like 2026H1 or 2026H2, found \"{0}\""},
                       visible(typed)));
  const bool seen = std::ranges::any_of(reading.ledger.files, [&](const LedgerFileFacts& file) {
    return file.header.quarter == half->first_quarter() ||
           file.header.quarter == half->second_quarter();
  });
  if (seen || *half == HalfYear::of(reading.today) ||
      has_appraisal(fold_appraisal(reading.ledger, *half)))
    return *half;
  return fail(Kind::input, "unknown-half-year",
              phrase(Text{"工作区里没有 {0} 的记录", "the workspace has nothing of {0}"},
                     to_string(*half)));
}

Result<HalfResult> appraise_half(const ProblemReading& reading, Shelf& shelf, HalfYear half) {
  auto result = appraise_alone(reading, shelf, half);
  if (result) add_earlier_totals(reading, shelf, *result);
  return result;
}

Result<AppraiseDesk> open_appraise_desk(World& world, const AppraiseChoice& choice) {
  auto reading = read_problems(world);
  if (!reading) return tl::unexpected(reading.error());
  const auto half = known_half(*reading, choice.half);
  if (!half) return tl::unexpected(half.error());
  if (auto known = check_known_person(*reading, choice.person); !known)
    return tl::unexpected(known.error());
  const auto author = world.author(reading->workspace);
  if (!author) return tl::unexpected(author.error());
  return AppraiseDesk{std::move(*reading), *half, *author};
}

Result<AppraiseRecording> judge_appraisal(const AppraiseDesk& desk, const JudgeAppraisal& judge) {
  Shelf shelf(desk.reading.workspace);
  const auto result = appraise_half(desk.reading, shelf, desk.half);
  if (!result) return tl::unexpected(result.error());
  return judge(scene_of(desk, *result), *result);
}

Result<AppraiseRecording> record_appraisal(World& world, const AppraiseDesk& desk,
                                           const JudgeAppraisal& judge) {
  const Workspace& workspace = desk.reading.workspace;
  AppraiseRecording recording;
  const Author author = as_of_now(desk.author, world);
  const auto receipt = workspace.record(author, [&](const Ledger& ledger) -> Result<Decision> {
    const auto findings = fold_problems(ledger, workspace.organisation(), workspace.zone());
    const ProblemReading now{workspace, ledger,           join_twins(findings),
                             findings,  desk.reading.now, recording_day(author, workspace)};
    Shelf shelf(workspace);
    const auto result = appraise_half(now, shelf, desk.half);
    if (!result) return tl::unexpected(result.error());
    auto wanted = judge(scene_of(desk, *result), *result);
    if (!wanted) return tl::unexpected(wanted.error());
    recording = std::move(*wanted);
    Decision decision{recording.drafts, recording.role, {}};
    if (!recording.drafts.empty()) decision.documents.push_back(result->kept->text);
    return decision;
  });
  if (!receipt) return tl::unexpected(receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  return recording;
}

Result<AppraiseMark> typed_mark(const std::string& option, const std::string& typed) {
  auto mark = parse_appraise_mark(typed);
  if (mark) return std::move(*mark);
  return fail(Kind::usage, "not-points",
              phrase(Text{"{0}: 应为分数（最多两位小数）或 na，实际为 \"{1}\"",
                          "{0}: must be points (at most two decimals) or na, found \"{1}\""},
                     option, visible(typed)));
}

}  // namespace sihu
