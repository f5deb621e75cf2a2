#include "learn/hours.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace sihu {
namespace {

Date last_day_of_month(int year, int month) {
  return month == 12 ? Date(year, 12, 31) : Date(year, static_cast<unsigned>(month) + 1, 1) - 1;
}

Rational yearly_hours(const LearnSettings& settings, const Person& person, Date on) {
  Rational most;
  for (const auto& [role, hours] : settings.hours)
    if (person.has_role(role, on)) most = std::max(most, hours);
  return most;
}

// Who was led by whom, and who was on-boarded, of everybody at once.
struct Led {
  std::unordered_map<std::string_view, std::vector<std::string>> mentors;
  std::unordered_map<std::string_view, bool> onboarded;
};

// Mentors until the end of the year that is looked at; who was on-boarded late, was.
Led all_led(const LearnState& state, Date today, Date last) {
  Led led;
  for (const auto& [key, session] : state.sessions) {
    if (key.on > today) continue;
    for (const auto& [person, hours] : session.attended) {
      if (session.kind == CourseKind::onboarding) led.onboarded[person] = true;
      if (session.kind != CourseKind::mentoring || person == session.teacher || key.on > last)
        continue;
      auto& mentors = led.mentors[person];
      if (std::ranges::find(mentors, session.teacher) == mentors.end())
        mentors.push_back(session.teacher);
    }
  }
  return led;
}

void look_at_onboarding(LearnerYear& one, const LearnYearScene& scene, const Led& led) {
  if (!one.person->since) return;
  const Date due = after(scene.organisation.learn.onboarding, *one.person->since);
  if (due < Date(scene.year, 1, 1) || *one.person->since > Date(scene.year, 12, 31)) return;
  one.onboarding_due = due;
  one.onboarding = led.onboarded.contains(one.person->id) ? Newcomer::done
                   : scene.today > due                    ? Newcomer::overdue
                                                          : Newcomer::due;
}

void look_at_mentors(LearnerYear& one, const LearnYearScene& scene, const Led& led) {
  if (const auto found = led.mentors.find(one.person->id); found != led.mentors.end())
    one.mentors = found->second;
  const auto& mentoring = scene.organisation.learn.mentoring;
  const Date on = std::min(scene.today, Date(scene.year, 12, 31));
  if (!mentoring || !one.person->since || *one.person->since > on) return;
  if (after(*mentoring, *one.person->since) < on) return;
  one.mentoring = one.mentors.empty() ? Newcomer::due : Newcomer::done;
}

struct NewcomerName {
  std::string_view word;
  Text words;
};

constexpr std::array<NewcomerName, 4> newcomer_names{{{"not-asked", {"不要求", "not asked"}},
                                                      {"done", {"已完成", "done"}},
                                                      {"due", {"待办", "to do"}},
                                                      {"overdue", {"逾期", "overdue"}}}};

}  // namespace

std::string_view to_string(Newcomer newcomer) {
  return newcomer_names[static_cast<std::size_t>(newcomer)].word;
}
const Text& wording(Newcomer newcomer) {
  return newcomer_names[static_cast<std::size_t>(newcomer)].words;
}

Rational LearnerYear::missing() const {
  return attained >= required ? Rational() : required - attained;
}

Rational hours_required(const LearnSettings& settings, const Person& person, int year, int months) {
  Rational sum;
  for (int month = 1; month <= months; ++month) {
    const Date last = last_day_of_month(year, month);
    if (!person.since || *person.since <= last) sum += yearly_hours(settings, person, last);
  }
  return sum / Rational(12);
}

std::vector<LearnerYear> learning_in(const LearnYearScene& scene) {
  const Date last = std::min(scene.today, Date(scene.year, 12, 31));
  const Attendance attained = all_hours(scene.state, Date(scene.year, 1, 1), last);
  const Led led = all_led(scene.state, scene.today, last);
  std::vector<LearnerYear> people;
  for (const Person& person : scene.organisation.people) {
    LearnerYear one;
    one.person = &person;
    if (const auto found = attained.find(person.id); found != attained.end())
      one.attained = found->second;
    one.required = hours_required(scene.organisation.learn, person, scene.year);
    look_at_onboarding(one, scene, led);
    look_at_mentors(one, scene, led);
    people.push_back(std::move(one));
  }
  return people;
}

}  // namespace sihu
