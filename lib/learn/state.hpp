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

/// A person to whom two records give different hours; the smaller ones count.
struct DifferentHours {
  std::string person;
  Rational first;
  Rational again;

  friend bool operator==(const DifferentHours&, const DifferentHours&) = default;
};

/// A line that records a session which is there already, without a reason and otherwise, as on
/// another device.
struct DoubledSession {
  std::size_t entry = 0;              ///< index into `Ledger::entries`
  std::vector<DifferentHours> hours;  ///< by person
  bool otherwise = false;             ///< kind, teacher, note: the first ones stand
};

/// All learning in the ledger.
struct LearnState {
  std::map<SessionKey, Session> sessions;
  std::vector<DoubledSession> doubled;  ///< in the order of the ledger

  const Session* find(const SessionKey& key) const;
};

/// Sessions as the last correction leaves them. `learn.session` with a reason replaces what was
/// recorded before; without one the first stays, with the people of both, and of different hours of
/// one person the smaller. `learn.cancel` takes a session out.
LearnState fold_learning(const Ledger& ledger);

/// A person who is in two sessions of one course on one day, as when two branches record the same
/// hour: it counts once, with the fewest hours that any of them gives.
struct CountedOnce {
  std::string person;
  SessionKey first;  ///< by host
  SessionKey again;
  Rational first_hours = {};  ///< of the person
  Rational again_hours = {};

  friend auto operator<=>(const CountedOnce&, const CountedOnce&) = default;
};

/// By day, course and host, then by person.
std::vector<CountedOnce> counted_once(const LearnState& state);

/// 学时 that somebody attained from `first` to `last`: of each course once a day.
Rational hours_attained(const LearnState& state, std::string_view person, Date first, Date last);

/// The same of everybody who attended anything.
Attendance all_hours(const LearnState& state, Date first, Date last);

}  // namespace sihu
