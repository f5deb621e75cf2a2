#include "report/learn_list.hpp"

#include "report/catalogue.hpp"
#include "report/coded.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

template <class Is>
std::ptrdiff_t count_people(const std::vector<LearnerYear>& people, Is is) {
  return std::ranges::count_if(people, is);
}

Phrase mentor_names(const LearnerYear& one, const Organisation& organisation) {
  std::vector<Phrase> names;
  for (const std::string& id : one.mentors) names.push_back(person_name(organisation, id));
  return enumerated(names);
}

// `32 member, 56 secretary`.
Phrase hours_rule(const LearnSettings& settings) {
  std::vector<Phrase> roles;
  for (const auto& [role, hours] : settings.hours)
    roles.push_back(phrase(Text{"{0} {1}", "{0} {1}"}, wording(role), hours.shortest()));
  return enumerated(roles);
}

}  // namespace

Table learning_table(const std::vector<LearnerYear>& people, const Organisation& organisation,
                     int year) {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  Table table{phrase(Text{"{0} 年学时", "Hours of learning in {0}"}, year),
              {{"person", {"编号", "id"}},
               {"person_name", {"姓名", "name"}, left, true, 6},
               {"branch", {"支部编号", "branch id"}, left, false},
               {"branch_name", {"支部", "branch"}, left, true, 8},
               {"year", {"年", "year"}, right, false},
               {"hours", {"已学", "hours"}, right},
               {"required", {"应学", "required"}, right},
               {"missing", {"还差", "missing"}, right},
               {"onboarding", {"岗前培训", "on-boarding"}},
               {"onboarding_due", {"限期", "by"}},
               {"mentoring", {"带教", "mentor"}},
               {"mentors", {"带教人编号", "mentor ids"}, left, false},
               {"mentor_names", {"带教人", "mentors"}, left, true, 6, false}},
              {}};
  for (const LearnerYear& one : people)
    table.rows.push_back({one.person->id, one.person->name, one.person->branch,
                          branch_phrase(organisation, one.person->branch),
                          static_cast<std::int64_t>(year), one.attained.shortest(),
                          one.required.shortest(), one.missing().shortest(), coded(one.onboarding),
                          one.onboarding_due ? Value(*one.onboarding_due) : Value(),
                          coded(one.mentoring), one.mentors, mentor_names(one, organisation)});
  return table;
}

std::vector<Phrase> learning_words(const std::vector<LearnerYear>& people,
                                   const LearnSettings& settings) {
  std::vector<Phrase> words;
  if (!settings.hours.empty())
    words.push_back(phrase(
        Text{"一年应学：{0}；每月要求十二分之一，角色、since 从当月起算，有几种角色的按多的算",
             "asked for in a year: {0}; each month asks for a twelfth, roles and since count from "
             "their month on, of several roles the most"},
        hours_rule(settings)));
  const auto short_of =
      count_people(people, [](const LearnerYear& one) { return !one.missing().is_zero(); });
  const auto late = count_people(people, [](const LearnerYear& one) {
    return one.onboarding == Newcomer::due || one.onboarding == Newcomer::overdue;
  });
  const auto alone =
      count_people(people, [](const LearnerYear& one) { return one.mentoring == Newcomer::due; });
  if (short_of > 0)
    words.push_back(phrase(Text{"学时还不够的 {0} 人", "short of hours: {0}"}, short_of));
  if (late > 0)
    words.push_back(
        phrase(Text{"还没有岗前培训的新人 {0} 人", "newcomers without on-boarding: {0}"}, late));
  if (alone > 0)
    words.push_back(
        phrase(Text{"还没有带教人的新人 {0} 人", "newcomers without a mentor: {0}"}, alone));
  return words;
}

}  // namespace sihu
