#pragma once

#include "document/organisation.hpp"
#include "learn/state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// 学时 that somebody needs in the first `months` months (1 to 12) of a year. Each month asks for a
/// twelfth of what the person's roles on its last day need in a year, of several roles the most;
/// months before the one of `since:` ask for nothing. So whoever comes in October needs three
/// twelfths, and whoever becomes secretary in July half of each.
Rational hours_required(const LearnSettings& settings, const Person& person, int year,
                        int months = 12);

/// How a newcomer stands with something that has to happen in time.
enum class Newcomer { not_asked, done, due, overdue };

std::string_view to_string(Newcomer newcomer);
const Text& wording(Newcomer newcomer);

/// Somebody's learning in a year.
struct LearnerYear {
  const Person* person = nullptr;
  Rational attained;
  Rational required;  ///< in the whole year
  Newcomer onboarding = Newcomer::not_asked;
  std::optional<Date> onboarding_due;  ///< last day; nothing: not asked
  Newcomer mentoring = Newcomer::not_asked;
  std::vector<std::string> mentors;  ///< ids, by the day of the first session, until the year ends

  /// What is still to be learnt, never below 0.
  Rational missing() const;
};

/// What a year is looked at by.
struct LearnYearScene {
  const Organisation& organisation;
  const LearnState& state;
  int year = 0;
  Date today;
};

/// Everybody, in the order of sihu.yaml. Sessions up to `today` count.
///
/// On-boarding is asked of people whose time for it (`onboarding:` from `since:`) ends in that year
/// or later, at any day it may have been; a mentor of those who are in their time of mentoring on
/// `today`, or on the last day of a year that is over.
std::vector<LearnerYear> learning_in(const LearnYearScene& scene);

}  // namespace sihu
