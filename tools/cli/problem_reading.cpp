#include "tools/cli/problem_reading.hpp"

#include "problem/problem_id.hpp"
#include "problem/state.hpp"
#include "problem/twins.hpp"
#include "tools/cli/values.hpp"
#include "wording/number.hpp"
#include "wording/render.hpp"

#include <algorithm>
#include <map>
#include <ostream>

namespace sihu {
namespace {

std::ptrdiff_t lines_later_than(const Ledger& ledger, Date today, const Zone& zone) {
  return std::ranges::count_if(
      ledger.entries, [&](const Entry& entry) { return recorded_on(entry.event, zone) > today; });
}

void say_notes(World& world, const std::vector<Fault>& notes) {
  for (const Fault& note : notes) world.err << render(note, world.lang);
}

void say_later(World& world, std::int64_t lines, Date today) {
  if (lines > 0)
    world.say_to_people(
        phrase(Text{"注意：台账中有 {0} 行的日期晚于今天（{1}），照样计入",
                    "note: the ledger has {0} dated later than today ({1}), counted "
                    "all the same"},
               counted(lines, "line"), to_string(today)));
}

void say_duplicate(World& world, const std::string& id) {
  world.say_to_people(phrase(Text{"注意：编号重复，须由人处理：{0}（怎么办见 sihu verify）",
                                  "note: an id was opened twice: {0} (`sihu verify` says what to "
                                  "do)"},
                             id));
}

void say_what_is_odd(World& world, const ProblemReading& reading) {
  if (world.quiet) return;
  say_notes(world, reading.ledger.notes);
  say_later(world, lines_later_than(reading.ledger, reading.today, reading.workspace.zone()),
            reading.today);
  for (const Problem& problem : reading.list.problems)
    if (problem.duplicate_id) say_duplicate(world, problem.id);
}

void say_what_is_odd(World& world, const Current& current, Date today) {
  if (world.quiet) return;
  say_notes(world, current.notes());
  say_later(world, static_cast<std::int64_t>(current.lines_later_than(today)), today);
  for (const std::string& id : current.duplicates()) say_duplicate(world, id);
}

// Reads each checklist once; nothing for one that cannot be read.
using ReadChecklist = std::function<const Checklist*(std::string_view doc)>;

ReadChecklist checklists_of(const Workspace& workspace) {
  auto read = std::make_shared<std::map<std::string, std::optional<KeptChecklist>, std::less<>>>();
  return [read, &workspace](std::string_view doc) -> const Checklist* {
    auto found = read->find(doc);
    if (found == read->end()) {
      auto kept = workspace.checklist_by_digest(doc);
      found = read->emplace(doc, kept ? std::optional(std::move(*kept)) : std::nullopt).first;
    }
    return found->second ? &found->second->checklist : nullptr;
  };
}

// A checklist that cannot be read just has no other language.
Catalogue catalogue_of(const Workspace& workspace) {
  return [read = checklists_of(workspace)](std::string_view doc, std::string_view item) {
    const Checklist* checklist = read(doc);
    return checklist ? checklist->find(item) : nullptr;
  };
}

}  // namespace

Result<ProblemReading> read_problems(World& world, const ChooseLines& choose) {
  auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  const auto now = world.now(*workspace);
  if (!now) return tl::unexpected(now.error());
  const auto wanted = choose ? choose(*workspace) : WantLine{};
  if (!wanted) return tl::unexpected(wanted.error());
  const bool all = !*wanted || workspace->sealed();
  auto ledger = all ? workspace->read_ledger() : read_lines(*workspace, *wanted);
  if (!ledger) return tl::unexpected(ledger.error());
  auto findings = fold_problems(*ledger, workspace->organisation(), workspace->zone());
  auto list = join_twins(findings);
  const Date today = workspace->zone().date_of(*now);
  ProblemReading reading{
      std::move(*workspace), std::move(*ledger), std::move(list), std::move(findings), *now, today};
  say_what_is_odd(world, reading);
  return reading;
}

WantLine lines_of_branch(std::string branch) {
  // What has another kind of id says its branch in its opening.
  return [branch = std::move(branch)](std::string_view event, std::string_view subject) {
    return is_of_branch(subject, branch) ||
           (event.starts_with("problem.") && !parse_problem_id(subject));
  };
}

Result<OpenReading> read_open_problems(World& world, bool use_snapshot,
                                       const std::function<OpenQuestion(Date today)>& question) {
  auto workspace = world.open_workspace(use_snapshot);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto now = world.now(*workspace);
  if (!now) return tl::unexpected(now.error());
  const Date today = workspace->zone().date_of(*now);
  auto current = Current::read(*workspace, question(today), use_snapshot);
  if (!current) return tl::unexpected(current.error());
  say_what_is_odd(world, *current, today);
  return OpenReading{std::move(*workspace), std::move(*current), *now, today};
}

Result<ProblemList> OpenReading::list() const {
  ProblemList list;
  const auto read = current.each_row([&](const OpenRow& row) {
    list.problems.push_back(problem_of(row, workspace.organisation()));
  });
  if (!read) return tl::unexpected(read.error());
  std::ranges::sort(list.problems, in_list_order);
  return list;
}

ListContext list_context(const Workspace& workspace, Date today, Lang lang) {
  const Organisation& organisation = workspace.organisation();
  const bool own_language = organisation.language.value_or(Lang::zh) == lang;
  return {organisation, workspace.workdays(), today,
          own_language ? Catalogue{} : catalogue_of(workspace)};
}

std::function<Phrase(std::string_view doc, std::string_view item)> areas_of(
    const Workspace& workspace) {
  return [read = checklists_of(workspace)](std::string_view doc, std::string_view item) {
    const Checklist* checklist = read(doc);
    const Item* found = checklist ? checklist->find(item) : nullptr;
    if (!found) return Phrase{};
    const auto area = std::ranges::find(checklist->areas, found->area, &Area::id);
    return area == checklist->areas.end() ? Phrase{} : area->title;
  };
}

bool has_duplicate_ids(const ProblemList& list) {
  return std::ranges::any_of(list.problems, &Problem::duplicate_id);
}

Result<void> check_known_branch(const Organisation& organisation, const std::string& id) {
  if (id.empty() || organisation.find_branch(id)) return {};
  std::vector<std::string> known;
  for (const Branch& branch : organisation.branches) known.push_back(branch.id);
  return fail(Kind::input, "unknown-branch",
              phrase(Text{"sihu.yaml 中没有支部 \"{0}\"", "sihu.yaml has no branch \"{0}\""}, id),
              did_you_mean(id, known));
}

Result<void> check_known_person(const Organisation& organisation, const std::string& id) {
  if (id.empty() || organisation.find_person(id)) return {};
  std::vector<std::string> known;
  for (const Person& person : organisation.people) known.push_back(person.id);
  return fail(Kind::input, "unknown-person",
              phrase(Text{"sihu.yaml 中没有人员 \"{0}\"", "sihu.yaml has no person \"{0}\""}, id),
              did_you_mean(id, known));
}

Result<void> check_known_quarter(const ProblemReading& reading, std::optional<Quarter> quarter) {
  if (!quarter || *quarter == Quarter::of(reading.today)) return {};
  const auto in_file = [&](const LedgerFileFacts& file) { return file.header.quarter == *quarter; };
  const auto in_id = [&](const Problem& problem) { return problem.quarter == *quarter; };
  if (std::ranges::any_of(reading.ledger.files, in_file) ||
      std::ranges::any_of(reading.list.problems, in_id))
    return {};
  return unknown_quarter(*quarter);
}

tl::unexpected<Failure> unknown_quarter(Quarter quarter) {
  return fail(Kind::input, "unknown-quarter",
              phrase(Text{"工作区中没有季度 {0} 的记录", "the workspace has no records of {0}"},
                     to_string(quarter)));
}

}  // namespace sihu
