#pragma once

#include "learn/session.hpp"
#include "ledger/ledger.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A session as the ledger has it.
struct Session {
  CourseKind kind = CourseKind::exchange;
  Rational hours;
  Attendance attended;  ///< of mentoring: with the mentor, if he is named among them
  std::string teacher;  ///< a branch or a person; empty: nobody was named
  std::string note;
  std::string reason;     ///< why it was corrected; empty: it was not
  std::string by;         ///< who recorded it
  std::size_t entry = 0;  ///< index into `Ledger::entries`
};

/// All learning in the ledger.
struct LearnState {
  std::map<SessionKey, Session> sessions;
  /// Lines that recorded a session that was there already, without a reason, on another device:
  /// they do not count.
  std::vector<std::size_t> doubled;

  const Session* find(const SessionKey& key) const;
};

/// Sessions as the last correction leaves them. `learn.session` with a reason replaces what was
/// recorded before; without one the first stays. `learn.cancel` takes a session out.
LearnState fold_learning(const Ledger& ledger);

/// A person who is in two sessions of one course on one day, as when two branches record the same
/// hour: it counts once, with the most hours that either gives.
struct CountedOnce {
  std::string person;
  SessionKey first;  ///< by host
  SessionKey again;

  friend auto operator<=>(const CountedOnce&, const CountedOnce&) = default;
};

/// By day, course and host, then by person.
std::vector<CountedOnce> counted_once(const LearnState& state);

/// 学时 that somebody attained from `first` to `last`: of each course once a day.
Rational hours_attained(const LearnState& state, std::string_view person, Date first, Date last);

/// The same of everybody who attended anything.
Attendance all_hours(const LearnState& state, Date first, Date last);

}  // namespace sihu
