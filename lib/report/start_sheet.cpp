#include "report/start_sheet.hpp"

#include "report/coded.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::vector<const Problem*> open_problems_of(const ProblemList& list, const Person& person) {
  std::vector<const Problem*> open;
  for (const Problem& problem : list.problems)
    if (problem.owner == person.id && !problem.ended()) open.push_back(&problem);
  std::ranges::stable_sort(open, {}, [](const Problem* problem) { return problem->due; });
  return open;
}

Table checks_table(const std::vector<CheckKey>& checks, const Organisation& organisation) {
  Table table{phrase(Text{"没有签字的检查", "Checks that are not signed off"}),
              {{"quarter", {"季度", "quarter"}},
               {"branch", {"支部", "branch"}},
               {"checklist", {"检查表", "checklist"}}},
              {}};
  for (const CheckKey& key : checks)
    table.rows.push_back(
        {to_string(key.quarter), branch_phrase(organisation, key.branch), key.checklist});
  return table;
}

// Other people who have the role there today.
std::vector<Phrase> others_with(RoleName role, std::string_view branch, const StartSheet& sheet) {
  std::vector<Phrase> names;
  const ListContext& context = sheet.context;
  for (const Person* person : context.organisation.people_with(role, branch, context.today))
    if (person->id != sheet.newcomer.id && person->id != sheet.predecessor.id)
      names.push_back(person->name);
  return names;
}

std::vector<Phrase> committee_names(const StartSheet& sheet) {
  std::vector<Phrase> names;
  for (const Person& person : sheet.context.organisation.people)
    if (person.has_role(RoleName::committee, sheet.context.today) &&
        person.id != sheet.newcomer.id && person.id != sheet.predecessor.id)
      names.push_back(person.name);
  return names;
}

Phrase whom_to_ask(const StartSheet& sheet) {
  std::vector<Phrase> people{
      phrase(Text{"{0}（前任）", "{0} (before you)"}, sheet.predecessor.name)};
  const auto secretaries = others_with(RoleName::secretary, sheet.newcomer.branch, sheet);
  if (!sheet.newcomer.branch.empty() && !secretaries.empty())
    people.push_back(phrase(Text{"{0}（书记）", "{0} (secretary)"}, enumerated(secretaries)));
  if (const auto committee = committee_names(sheet); !committee.empty())
    people.push_back(phrase(Text{"{0}（委员会）", "{0} (committee)"}, enumerated(committee)));
  return phrase(Text{"问谁：{0}", "whom to ask: {0}"}, enumerated(people));
}

std::string first_commands(const StartSheet& sheet, const std::vector<const Problem*>& open) {
  std::string commands = "sihu me " + sheet.newcomer.id;
  if (!sheet.newcomer.branch.empty()) commands += "; sihu due --branch " + sheet.newcomer.branch;
  if (!open.empty()) commands += "; sihu rectify show " + open.front()->id;
  return commands + "; sihu learn hours " + sheet.newcomer.id;
}

Phrase names_of(const std::vector<RoleName>& roles) {
  std::vector<Phrase> names;
  for (const RoleName role : roles) names.push_back(phrase(wording(role)));
  return enumerated(names);
}

}  // namespace

Table handover_table(const std::vector<const Problem*>& problems, const ListContext& context) {
  const auto left = Column::Align::left;
  Table table{phrase(Text{"没有办完的问题", "Open problems"}),
              {{"id", {"编号", "id"}},
               {"branch", {"支部", "branch"}, left, true, 8},
               {"title", {"问题", "problem"}, left, true, 10},
               {"status", {"状态", "status"}},
               {"due", {"期限", "due"}}},
              {}};
  for (const Problem* problem : problems)
    table.rows.push_back({problem->id, branch_phrase(context.organisation, problem->branch),
                          title_of(*problem, context), coded(problem->status), problem->due});
  return table;
}

std::vector<Phrase> handover_words(const Handover& handover, const HandoverScene& scene) {
  std::vector<Phrase> words;
  for (const CheckKey& key : handover.checks)
    words.push_back(phrase(Text{"没有签字的检查：{0}，由{1}接着做，或请组长签字",
                                "check not signed off: {0}; {1} goes on with it, or the leader "
                                "signs it off"},
                           subject_of(key), scene.to.name));
  if (!handover.staying.empty())
    words.push_back(phrase(
        Text{"角色（{0}）是{1}所在支部的，{2}不属于这个支部，不交接",
             "roles ({0}) are in the branch of {1}, which {2} is not of: they do not pass on"},
        names_of(handover.staying), scene.from.name, scene.to.name));
  if (handover.roles.empty()) return words;
  words.push_back(phrase(Text{"角色（{0}）写在 sihu.yaml 里，请改成：",
                              "roles ({0}) stand in sihu.yaml; write there:"},
                         names_of(handover.roles)));
  for (const auto& [id, line] : {std::pair{scene.from.id, handover.lines.giving},
                                 std::pair{scene.to.id, handover.lines.taking}})
    if (!line.empty()) words.push_back(phrase(Text{"  {0}  {1}", "  {0}  {1}"}, id, line));
  return words;
}

Briefing start_sheet(const StartSheet& sheet) {
  const auto open = open_problems_of(sheet.list, sheet.newcomer);
  Table problems = handover_table(open, sheet.context);
  problems.title = phrase(
      Text{"{0}接手：没有办完的问题，急的在前", "{0} takes over: open problems, most urgent first"},
      sheet.newcomer.name);
  Briefing page{{std::move(problems), checks_table(sheet.checks, sheet.context.organisation)}, {}};
  std::vector<Phrase> notes;
  notes.push_back(phrase(Text{"{0}：{1} 接 {2}", "{0}: {1} takes over from {2}"},
                         to_string(sheet.context.today), sheet.newcomer.name,
                         sheet.predecessor.name));
  if (open.empty()) notes.push_back(phrase(Text{"没有要接着办的问题", "no problem is open"}));
  notes.push_back(whom_to_ask(sheet));
  notes.push_back(phrase(Text{"先运行：{0}", "type first: {0}"}, first_commands(sheet, open)));
  page.say(notes);
  return page;
}

}  // namespace sihu
