#include "tools/cli/inspection_report.hpp"

#include "base/utf8.hpp"
#include "check/explain.hpp"
#include "check/planned.hpp"
#include "report/catalogue.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <ostream>

namespace sihu {
namespace {

std::string listed(const std::vector<std::string>& ids) {
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "" : ", ") + id;
  return list;
}

void say_list(World& world, Text words, const std::vector<std::string>& ids) {
  if (!ids.empty()) world.say_to_people(phrase(words, listed(ids)));
}

void say_migration(World& world, const Migration& migration) {
  world.say_to_people(phrase(Text{"检查表由版本 {0} 换成 {1}：{2} 项不变",
                                  "the checklist went from version {0} to {1}: {2} kept"},
                             visible(migration.from), visible(migration.to),
                             counted(std::ssize(migration.kept), "item")));
  say_list(world, Text{"  改了，须重新作答：{0}", "  changed, to be answered again: {0}"},
           migration.changed);
  say_list(world, Text{"  新增：{0}", "  new: {0}"}, migration.added);
  say_list(world,
           Text{"  取消，原答案留在台账里、不再计：{0}",
                "  gone, their answers stay in the ledger and count no more: {0}"},
           migration.gone);
}

const Text& status_of(const Inspection& inspection, const std::string& id) {
  const auto& problems = inspection.reading.findings.problems;
  const auto found = std::ranges::find(problems, id, &Problem::id);
  return wording(found == problems.end() ? Status::open : found->status);
}

void say_provisional(World& world, const Recording& recording) {
  std::set<int> years;
  for (const auto& problem : recording.opened)
    years.insert(problem.provisional_years.begin(), problem.provisional_years.end());
  for (const int year : years)
    world.say_to_people(
        phrase(Text{"注意：没有 {0} 年的日历，期限只是暂算；请加 calendars/cn-{0}.yaml",
                    "note: there is no calendar for {0}, due dates are provisional; "
                    "add calendars/cn-{0}.yaml"},
               year));
}

// Where a finding stands, and the problem that others found too where that stands elsewhere: the
// words of the lists.
Phrase where_it_stands(const ProblemReading& reading, const std::string& id) {
  const auto& findings = reading.findings.problems;
  const auto finding = std::ranges::find(findings, id, &Problem::id);
  const auto problem = reading.list.find(id);
  if (finding == findings.end() || !problem) return same(id);
  if ((*problem)->status == finding->status)
    return phrase(Text{"问题 {0} 现在的状态：{1}", "problem {0} is now: {1}"}, id,
                  wording(finding->status));
  return phrase(
      Text{
          "这次发现 {0} 现在的状态：{1}；问题 {2} 仍为{3}，因为别的检查也发现了它",
          "finding {0} is now: {1}; problem {2} is still: {3}, because another inspection found it "
          "too"},
      id, wording(finding->status), problem_names(**problem), wording((*problem)->status));
}

}  // namespace

void say_what_else(World& world, const Recording& recording, const Inspection& inspection) {
  if (recording.migration) say_migration(world, *recording.migration);
  for (const auto& item : recording.conflicts)
    world.say_to_people(
        phrase(Text{"注意：{0} 与他人的答案不一致；由组长裁定：{1}",
                    "note: {0} differs from another person's answer; a leader decides: {1}"},
               item, settle_command(inspection.key, item)));
  for (const auto& id : recording.standing)
    world.say_to_people(phrase(
        Text{"注意：问题 {0} 没有随答案撤销（状态：{1}）；须撤销时：sihu rectify withdraw {0}",
             "note: problem {0} was not withdrawn with the answer (it is {1}); if it must "
             "be: sihu rectify withdraw {0}"},
        id, status_of(inspection, id)));
  for (const auto& id : recording.shared)
    world.say_to_people(
        phrase(Text{"注意：该问题仍在，别的检查也发现了它：{0}",
                    "note: the problem stands, because another inspection found it too: {0}"},
               id));
  say_provisional(world, recording);
}

void say_kept_apart(World& world, const Inspection& inspection, const Acting& acting) {
  const Organisation& organisation = inspection.workspace().organisation();
  const Phrase warning =
      recusal_warning(KeptApart(organisation, inspection.key.quarter), organisation,
                      *organisation.find_person(acting.author.person), inspection.key,
                      acting.on.value_or(recording_day(acting.author, inspection.workspace())));
  if (!warning.empty()) world.say_to_people(warning);
}

std::string twin_line(const OpenedProblem& problem, Lang lang) {
  if (problem.same_as.empty()) return {};
  if (problem.closed_since)
    return say(
        lang,
        Text{"    与 {0} 是同一个问题，它在这次检查之后（{1}）已销号，仍算已销号；现在还没改的，"
             "重开：sihu rectify reopen {0}\n",
             "    the same problem as {0}, which was closed after this visit, on {1}: it "
             "stays closed; if it is not mended: sihu rectify reopen {0}\n"},
        problem.same_as, to_string(*problem.closed_since));
  return say(lang,
             Text{"    与别的检查发现的 {0} 是同一个问题，只算一个\n",
                  "    the same problem as {0}, which another inspection found: one\n"},
             problem.same_as);
}

std::string problem_lines(const Recording& recording, Lang lang) {
  std::string lines;
  for (const auto& problem : recording.opened)
    lines +=
        say(lang, Text{"  开出问题 {0}  {1}  {2}  期限 {3}\n", "  opened {0}  {1}  {2}  due {3}\n"},
            problem.id, problem.item, wording(problem.severity), to_string(problem.due)) +
        twin_line(problem, lang);
  for (const auto& id : recording.noted)
    lines += say(lang,
                 Text{"  问题 {0} 已在清单上，加了一条说明\n",
                      "  problem {0} was on the list already, a note was added\n"},
                 id);
  for (const auto& id : recording.upheld)
    lines +=
        say(lang,
            Text{"  维持问题 {0}，异议了结：由责任支部整改并报送\n",
                 "  upheld problem {0}, the dispute is over: the branch rectifies and submits\n"},
            id);
  for (const auto& id : recording.withdrawn)
    lines += say(lang, Text{"  撤销问题 {0}\n", "  withdrew problem {0}\n"}, id);
  return lines;
}

Phrase title_of(const CheckSummary& check) {
  const auto title = phrase(Text{"{0} {1} · {2}（{3} {4}）", "{0} {1} · {2} ({3} {4})"},
                            to_string(check.key.quarter), check.branch->name,
                            check.checklist->title, check.key.checklist, check.checklist->version);
  if (!check.key.by.empty())
    return phrase(Text{"{0}，{1}检查", "{0}, inspected by {1}"}, title,
                  check.by ? check.by->name : same(check.key.by));
  if (!check.key.self) return title;
  return phrase(Text{"{0} 自查", "{0}, self check"}, title);
}

std::string closing_words(const CheckSummary& check, const ProblemReading& reading, Lang lang) {
  std::string words = visible(title_of(check).in(lang)) + "\n";
  if (check.score.areas.size() > 1)
    for (const auto& area : check.score.areas)
      if (!area.applicable.is_zero())
        words += "  " + visible(area.title.in(lang)) + "  " + area.earned.rounded() + " / " +
                 area.points.shortest() + "\n";
  words += describe(check.score).in(lang) + "\n";
  if (check.key.self) return words;
  for (const auto& problem : reading.findings.problems)
    if (problem.quarter == check.key.quarter && problem.branch == check.key.branch &&
        problem.checklist == check.key.checklist && problem.by == check.key.by && !problem.ended())
      words += say(lang, Text{"  {0}  {1} {2}  {3}  期限 {4}\n", "  {0}  {1} {2}  {3}  due {4}\n"},
                   problem.id, problem.item, visible(problem.title), wording(problem.severity),
                   to_string(problem.due));
  return words;
}

Exit say_standing(World& world, Inspection& inspection, Shelf& shelf, Text done,
                  const std::vector<std::string>& moved) {
  if (auto again = reread(inspection); !again) return report_failure(world, again.error());
  for (const std::string& id : moved)
    world.say_recorded(visible(where_it_stands(inspection.reading, id).in(world.lang)) + "\n");
  const auto summary = summary_of(inspection, shelf);
  if (!summary) return report_failure(world, summary.error());
  const auto line = phrase(Text{"{0}：{1}，{2}", "{0}: {1}, {2}"}, done, title_of(*summary),
                           describe(summary->score));
  world.say_recorded(visible(line.in(world.lang)) + "\n");
  return Exit::done;
}

}  // namespace sihu
