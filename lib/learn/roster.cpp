#include "learn/roster.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

constexpr std::array worded_roles{RoleName::secretary, RoleName::inspector, RoleName::leader,
                                  RoleName::committee};

bool holds(const Role& role, Date on) {
  return (!role.from || *role.from <= on) && (!role.until || on <= *role.until);
}

std::optional<Date> end_of_term(const Role& role, const RosterSettings& settings) {
  if (role.until || role.name != RoleName::secretary || !role.from) return role.until;
  return after(settings.term, *role.from) - 1;
}

std::optional<HeldRole> held_role(const Person& person, RoleName name, Date today,
                                  const RosterSettings& settings) {
  for (const Role& role : person.roles) {
    if (role.name != name || !holds(role, today)) continue;
    const std::optional<Date> since = role.from ? role.from : person.since;
    HeldRole held{name, {}, end_of_term(role, settings)};
    if (since && *since <= today) held.months = whole_months(*since, today);
    return held;
  }
  return std::nullopt;
}

void look_at_term(RosterRow& row, Date today, const RosterSettings& settings) {
  for (const HeldRole& held : row.roles)
    if (held.term_end && (!row.term_end || *held.term_end < *row.term_end))
      row.term_end = held.term_end;
  if (!row.term_end) return;
  row.term = *row.term_end < today                            ? TermState::over
             : *row.term_end <= after(settings.notice, today) ? TermState::ending
                                                              : TermState::running;
}

RosterRow roster_row(LearnerYear year, Date today, const LearnSettings& learn,
                     const RosterSettings& settings) {
  RosterRow row;
  const Person& person = *year.person;
  row.year = std::move(year);
  for (const RoleName name : worded_roles)
    if (auto held = held_role(person, name, today, settings)) row.roles.push_back(*held);
  look_at_term(row, today, settings);
  if (!person.since || *person.since > today) return row;
  row.fresh = after(learn.onboarding, *person.since) >= today;
  if (person.duty != "full-time") return row;
  row.exchange_due = after(settings.exchange, *person.since);
  row.exchange = *row.exchange_due <= today;
  return row;
}

GuideWord guide_word(const StaffShare& share) {
  if (share.members < few_members)
    return share.full_time + share.part_time > 0 ? GuideWord::few_with : GuideWord::few_without;
  if (share.per_cent < Rational(1)) return GuideWord::below;
  return share.per_cent > Rational(2) ? GuideWord::above : GuideWord::within;
}

StaffShare finished(StaffShare share) {
  share.per_cent = Rational(100) * Rational(share.full_time) / Rational(share.members);
  share.word = guide_word(share);
  return share;
}

void count_duty(const Person& person, int& full_time, int& part_time) {
  if (person.duty == "full-time") ++full_time;
  if (person.duty == "part-time") ++part_time;
}

void add_shares(Roster& roster, const Organisation& organisation, const RosterSettings& settings,
                std::string_view only) {
  StaffShare all;
  for (const Branch& branch : organisation.branches) {
    const auto members = settings.members.find(branch.id);
    if (members == settings.members.end()) continue;
    StaffShare share{branch.id, 0, 0, members->second, {}, {}};
    for (const Person& person : organisation.people)
      if (person.branch == branch.id) count_duty(person, share.full_time, share.part_time);
    all.members += share.members;
    if (only.empty() || only == branch.id) roster.shares.push_back(finished(share));
  }
  const bool complete = settings.members.size() == organisation.branches.size();
  if (!only.empty() || !complete || organisation.branches.size() < 2) return;
  all.full_time = roster.full_time;
  all.part_time = roster.part_time;
  roster.shares.push_back(finished(all));
}

bool somebody_has(const Organisation& organisation, RoleName role, Date on) {
  return std::ranges::any_of(organisation.people,
                             [&](const Person& person) { return person.has_role(role, on); });
}

void add_vacancies(Roster& roster, const Organisation& organisation, Date today,
                   std::string_view only) {
  for (const Branch& branch : organisation.branches)
    for (const RoleName role : {RoleName::secretary, RoleName::inspector})
      if ((only.empty() || only == branch.id) &&
          organisation.people_with(role, branch.id, today).empty())
        roster.vacancies.push_back({branch.id, role});
  if (!only.empty()) return;
  for (const RoleName role : {RoleName::leader, RoleName::committee})
    if (!somebody_has(organisation, role, today)) roster.vacancies.push_back({{}, role});
}

struct TermName {
  std::string_view word;
  Text words;
};

constexpr std::array<TermName, 4> term_names{{{"none", {"–", "–"}},
                                              {"running", {"任期内", "running"}},
                                              {"ending", {"将届满", "ending"}},
                                              {"over", {"已届满", "over"}}}};

}  // namespace

std::string_view to_string(TermState state) {
  return term_names[static_cast<std::size_t>(state)].word;
}
const Text& wording(TermState state) {
  return term_names[static_cast<std::size_t>(state)].words;
}

int whole_months(Date from, Date to) {
  const int months = (to.year() - from.year()) * 12 + static_cast<int>(to.month()) -
                     static_cast<int>(from.month());
  return to.day_of_month() < from.day_of_month() ? months - 1 : months;
}

Roster roster_of(const LearnYearScene& scene, const RosterSettings& settings,
                 std::string_view branch) {
  Roster roster;
  for (LearnerYear& year : learning_in(scene)) {
    const Person& person = *year.person;
    if (!branch.empty() && person.branch != branch) continue;
    count_duty(person, roster.full_time, roster.part_time);
    if (person.duty.empty()) ++roster.unsaid;
    roster.rows.push_back(
        roster_row(std::move(year), scene.today, scene.organisation.learn, settings));
  }
  add_shares(roster, scene.organisation, settings, branch);
  add_vacancies(roster, scene.organisation, scene.today, branch);
  return roster;
}

}  // namespace sihu
