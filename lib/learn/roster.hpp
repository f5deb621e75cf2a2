#pragma once

#include "document/roster_settings.hpp"
#include "learn/hours.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// A role that somebody holds on a day.
struct HeldRole {
  RoleName name = RoleName::member;
  std::optional<int> months;  ///< in it, whole ones; nothing: nobody wrote since when
  std::optional<Date> term_end =
      {};  ///< last day: as written, of a secretary else by `roster: term`
};

/// How a term stands.
enum class TermState { none, running, ending, over };

std::string_view to_string(TermState state);
const Text& wording(TermState state);

/// Somebody in the roster.
struct RosterRow {
  LearnerYear year;              ///< the person, hours, on-boarding and mentors
  std::vector<HeldRole> roles;   ///< held today, without `member`
  std::optional<Date> term_end;  ///< the earliest of them
  TermState term = TermState::none;
  /// Full-time people alone: the day from which an exchange with other work may be thought of.
  std::optional<Date> exchange_due;
  bool exchange = false;  ///< that day has come
  bool fresh = false;     ///< the time for on-boarding (`learn: onboarding`) has not ended yet
};

/// A role that nobody has today.
struct Vacancy {
  std::string branch;  ///< empty: the whole organisation
  RoleName role = RoleName::secretary;
};

/// What the share of full-time people says (工作条例 article 30: usually 1 to 2 in 100; where few
/// people work, somebody who is named is enough).
enum class GuideWord { within, below, above, few_with, few_without };

/// Full-time people beside how many work there.
struct StaffShare {
  std::string branch;  ///< empty: all of the organisation
  int full_time = 0;
  int part_time = 0;
  int members = 0;
  Rational per_cent;  ///< 100 times full_time over members
  GuideWord word = GuideWord::within;
};

/// Below so many people one in a hundred is nobody: there a named person is asked for.
inline constexpr int few_members = 100;

/// Who there is, and what is worth saying about it. Nothing here is a fault.
struct Roster {
  std::vector<RosterRow> rows;  ///< in the order of sihu.yaml
  int full_time = 0;
  int part_time = 0;
  int unsaid = 0;                  ///< people whose duty nobody wrote
  std::vector<StaffShare> shares;  ///< branches with `members:`; then all, where all have
  std::vector<Vacancy> vacancies;  ///< by branch, in the order of sihu.yaml, then of the whole
};

/// The roster of a day, or of one branch (id; empty: all). Whole months are counted from a role's
/// `from:`, or where it has none from the person's `since:`.
Roster roster_of(const LearnYearScene& scene, const RosterSettings& settings,
                 std::string_view branch = {});

/// Whole months from one day to a later one: from the 31st to the 30th of the next is none.
int whole_months(Date from, Date to);

}  // namespace sihu
