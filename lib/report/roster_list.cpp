#include "report/roster_list.hpp"

#include "report/catalogue.hpp"
#include "report/coded.hpp"
#include "wording/number.hpp"

#include <functional>

namespace sihu {
namespace {

Phrase months_in(const HeldRole& held) {
  if (!held.months) return phrase(wording(held.name));
  return phrase(Text{"{0} {1} 个月", "{0} {1} mo"}, wording(held.name), *held.months);
}

Phrase held_words(const RosterRow& row) {
  std::vector<Phrase> roles;
  for (const HeldRole& held : row.roles) roles.push_back(months_in(held));
  return enumerated(roles);
}

Phrase exchange_words(const RosterRow& row) {
  if (!row.exchange_due) return same("–");
  return row.exchange ? phrase(Text{"可考虑", "may be"}) : same(to_string(*row.exchange_due));
}

std::vector<std::string> role_codes(const RosterRow& row) {
  std::vector<std::string> codes;
  for (const HeldRole& held : row.roles) codes.emplace_back(to_string(held.name));
  return codes;
}

std::vector<std::string> month_texts(const RosterRow& row) {
  std::vector<std::string> texts;
  for (const HeldRole& held : row.roles)
    texts.push_back(held.months ? std::to_string(*held.months) : std::string());
  return texts;
}

template <class Optional>
Value value_of(const Optional& optional) {
  return optional ? Value(*optional) : Value();
}

Value duty_value(const std::string& duty) {
  if (duty.empty()) return {};
  return Coded{duty, duty_words(duty)};
}

std::vector<Value> values_of(const RosterRow& row, const Organisation& organisation) {
  const Person& person = *row.year.person;
  return {person.id,
          person.name,
          person.branch,
          branch_phrase(organisation, person.branch),
          duty_value(person.duty),
          value_of(person.since),
          role_codes(row),
          month_texts(row),
          held_words(row),
          coded(row.term),
          value_of(row.term_end),
          coded(row.year.onboarding),
          value_of(row.year.onboarding_due),
          row.year.attained.shortest(),
          row.year.required.shortest(),
          coded(row.year.mentoring),
          row.year.mentors,
          person_names(organisation, row.year.mentors),
          row.exchange,
          value_of(row.exchange_due),
          exchange_words(row)};
}

Phrase unit_name(const StaffShare& share, const Organisation& organisation) {
  return share.branch.empty() ? phrase(Text{"全单位", "the whole organisation"})
                              : branch_phrase(organisation, share.branch);
}

Phrase share_words(const StaffShare& share, const Organisation& organisation) {
  const Phrase unit = unit_name(share, organisation);
  if (share.word == GuideWord::few_with)
    return phrase(
        Text{"{0}：工作人员 {1} 人，人员较少，有专人负责即可，已有人（专职 {2}，兼职 {3}）",
             "{0}: {1} people, so few that somebody in charge is enough, as there is "
             "(full time {2}, part time {3})"},
        unit, share.members, share.full_time, share.part_time);
  if (share.word == GuideWord::few_without)
    return phrase(Text{"提醒：{0}：工作人员 {1} 人，人员较少，应有专人负责，没有人写了 duty",
                       "reminder: {0}: {1} people, so few that somebody in charge is enough, but "
                       "nobody has a duty"},
                  unit, share.members);
  const Phrase figures = phrase(
      Text{"{0}：专职 {1} 人，占工作人员 {2} 人的 {3}%", "{0}: full time {1}, of {2} people {3} %"},
      unit, share.full_time, share.members, share.per_cent.shortest());
  if (share.word == GuideWord::within)
    return phrase(Text{"{0}，一般 1%–2%", "{0}; 1 to 2 is usual"}, figures);
  return phrase(share.word == GuideWord::below
                    ? Text{"提醒：{0}，低于一般的 1%–2%；只提醒，不算不合格",
                           "reminder: {0}, less than the usual 1 to 2; a reminder, not a failure"}
                    : Text{"提醒：{0}，高于一般的 1%–2%；任务重的可以增加，只提醒",
                           "reminder: {0}, more than the usual 1 to 2; where there is much to do "
                           "that may be, a reminder only"},
                figures);
}

Phrase vacancy_words(const std::vector<Vacancy>& vacancies, const Organisation& organisation) {
  std::vector<Phrase> named;
  for (const Vacancy& vacancy : vacancies)
    named.push_back(vacancy.branch.empty()
                        ? phrase(Text{"全单位没有{0}", "no {0} at all"}, wording(vacancy.role))
                        : phrase(Text{"{0}没有{1}", "{0} has no {1}"},
                                 branch_phrase(organisation, vacancy.branch),
                                 wording(vacancy.role)));
  return phrase(Text{"空缺：{0}", "vacant: {0}"}, enumerated(named));
}

std::vector<Phrase> names_where(const Roster& roster,
                                const std::function<bool(const RosterRow&)>& holds) {
  std::vector<Phrase> names;
  for (const RosterRow& row : roster.rows)
    if (holds(row)) names.push_back(row.year.person->name);
  return names;
}

}  // namespace

Phrase duty_words(const std::string& duty) {
  if (duty == "full-time") return phrase(Text{"专职", "full time"});
  if (duty == "part-time") return phrase(Text{"兼职", "part time"});
  return same(duty);
}

Table roster_table(const Roster& roster, const Organisation& organisation) {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  Table table{phrase(Text{"党务人员名册", "Roster"}),
              {{"person", {"编号", "id"}},
               {"person_name", {"姓名", "name"}, left, true, 6},
               {"branch", {"支部编号", "branch id"}, left, false},
               {"branch_name", {"支部", "branch"}, left, true, 8},
               {"duty", {"专兼职", "duty"}},
               {"since", {"起始", "since"}, left, false},
               {"roles", {"角色编号", "role ids"}, left, false},
               {"months", {"任职月数", "months"}, left, false},
               below_rows({"roles_held", {"角色、任职", "roles"}, left, true, 10, false}),
               {"term", {"任期", "term"}},
               below_rows({"term_end", {"届满", "ends"}}),
               {"onboarding", {"岗前培训", "on-boarding"}},
               {"onboarding_due", {"限期", "by"}, left, false},
               {"hours", {"已学", "hours"}, right},
               {"required", {"应学", "of"}, right},
               {"mentoring", {"带教", "mentoring"}, left, false},
               {"mentors", {"带教人编号", "mentor ids"}, left, false},
               below_rows({"mentor_names", {"带教人", "mentors"}, left, true, 6, false}),
               {"exchange", {"可考虑交流", "exchange"}, left, false},
               {"exchange_due", {"交流起算", "exchange from"}, left, false},
               below_rows({"exchange_words", {"交流", "exchange"}, left, true, 0, false})},
              {}};
  for (const RosterRow& row : roster.rows) table.rows.push_back(values_of(row, organisation));
  return table;
}

std::vector<Phrase> roster_words(const Roster& roster, const Organisation& organisation,
                                 const RosterSettings& settings) {
  std::vector<Phrase> words{phrase(Text{"专职 {0} 人，兼职 {1} 人，没写 duty 的 {2} 人",
                                        "full time {0}, part time {1}, duty not "
                                        "written {2}"},
                                   roster.full_time, roster.part_time, roster.unsaid)};
  for (const StaffShare& share : roster.shares) words.push_back(share_words(share, organisation));
  if (!roster.vacancies.empty()) words.push_back(vacancy_words(roster.vacancies, organisation));
  const auto add = [&](Text sentence, const std::function<bool(const RosterRow&)>& holds) {
    const auto names = names_where(roster, holds);
    if (!names.empty()) words.push_back(phrase(sentence, enumerated(names), std::ssize(names)));
  };
  add({"新人：{0}（{1} 人）", "new: {0} ({1})"}, [](const RosterRow& row) { return row.fresh; });
  add({"还没有岗前培训：{0}（{1} 人）", "not on-boarded: {0} ({1})"}, [](const RosterRow& row) {
    return row.year.onboarding == Newcomer::due || row.year.onboarding == Newcomer::overdue;
  });
  add({"还没有带教人：{0}（{1} 人）", "without a mentor: {0} ({1})"},
      [](const RosterRow& row) { return row.year.mentoring == Newcomer::due; });
  add({"任期已届满：{0}（{1} 人）", "term over: {0} ({1})"},
      [](const RosterRow& row) { return row.term == TermState::over; });
  const auto ending =
      names_where(roster, [](const RosterRow& row) { return row.term == TermState::ending; });
  if (!ending.empty())
    words.push_back(phrase(Text{"任期 {0} 内届满：{1}", "term ends within {0}: {1}"},
                           to_string(settings.notice), enumerated(ending)));
  const auto exchanged = names_where(roster, [](const RosterRow& row) { return row.exchange; });
  if (!exchanged.empty())
    words.push_back(
        phrase(Text{"专职满 {0}，可考虑交流：{1}；去不去由单位定",
                    "full time for {0}, an exchange may be thought of: {1}; the unit decides"},
               to_string(settings.exchange), enumerated(exchanged)));
  return words;
}

}  // namespace sihu
