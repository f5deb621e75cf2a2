#include "tools/cli/problem_reading.hpp"

#include "problem/state.hpp"
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

void say_what_is_odd(World& world, const ProblemReading& reading) {
  if (world.quiet) return;
  for (const Fault& note : reading.ledger.notes) world.err << render(note, world.lang);
  const auto later = lines_later_than(reading.ledger, reading.today, reading.workspace.zone());
  if (later > 0)
    world.say_to_people(
        phrase(Text{"注意：台账中有 {0} 行的日期晚于今天（{1}），照样计入",
                    "note: the ledger has {0} dated later than today ({1}), counted "
                    "all the same"},
               counted(later, "line"), to_string(reading.today)));
  for (const Problem& problem : reading.list.problems)
    if (problem.duplicate_id)
      world.say_to_people(phrase(Text{"注意：编号重复，须由人撤销其一：{0}",
                                      "note: an id was opened twice, one has to be withdrawn: {0}"},
                                 problem.id));
}

// Reads each checklist once; a checklist that cannot be read just has no other language.
Catalogue catalogue_of(const Workspace& workspace) {
  auto read = std::make_shared<std::map<std::string, std::optional<KeptChecklist>, std::less<>>>();
  return [read, &workspace](std::string_view doc, std::string_view item) -> const Item* {
    auto found = read->find(doc);
    if (found == read->end()) {
      auto kept = workspace.checklist_by_digest(doc);
      found = read->emplace(doc, kept ? std::optional(std::move(*kept)) : std::nullopt).first;
    }
    return found->second ? found->second->checklist.find(item) : nullptr;
  };
}

}  // namespace

Result<ProblemReading> read_problems(World& world) {
  auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  const auto now = world.now(*workspace);
  if (!now) return tl::unexpected(now.error());
  auto ledger = workspace->read_ledger();
  if (!ledger) return tl::unexpected(ledger.error());
  auto list = fold_problems(*ledger, workspace->organisation(), workspace->zone());
  const Date today = workspace->zone().date_of(*now);
  ProblemReading reading{std::move(*workspace), std::move(*ledger), std::move(list), *now, today};
  say_what_is_odd(world, reading);
  return reading;
}

ListContext list_context(const ProblemReading& reading, Lang lang) {
  const Organisation& organisation = reading.workspace.organisation();
  const bool own_language = organisation.language.value_or(Lang::zh) == lang;
  return {organisation, reading.workspace.workdays(), reading.today,
          own_language ? Catalogue{} : catalogue_of(reading.workspace)};
}

bool has_duplicate_ids(const ProblemList& list) {
  return std::ranges::any_of(list.problems, &Problem::duplicate_id);
}

Result<void> check_known_branch(const ProblemReading& reading, const std::string& id) {
  const Organisation& organisation = reading.workspace.organisation();
  if (id.empty() || organisation.find_branch(id)) return {};
  std::vector<std::string> known;
  for (const Branch& branch : organisation.branches) known.push_back(branch.id);
  return fail(Kind::input, "unknown-branch",
              phrase(Text{"sihu.yaml 中没有支部 \"{0}\"", "sihu.yaml has no branch \"{0}\""}, id),
              did_you_mean(id, known));
}

Result<void> check_known_person(const ProblemReading& reading, const std::string& id) {
  const Organisation& organisation = reading.workspace.organisation();
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
  return fail(Kind::input, "unknown-quarter",
              phrase(Text{"工作区中没有季度 {0} 的记录", "the workspace has no records of {0}"},
                     to_string(*quarter)));
}

Date recording_day(const Author& author, const Workspace& workspace) {
  const bool pretends = author.pretended && workspace.organisation().practice;
  return workspace.zone().date_of(pretends ? *author.pretended : author.clock);
}

}  // namespace sihu
