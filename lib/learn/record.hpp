#pragma once

#include "document/organisation.hpp"
#include "learn/state.hpp"
#include "ledger/event.hpp"
#include "wording/result.hpp"

#include <string>
#include <vector>

namespace sihu {

/// A session that is to be recorded; people, course and hours are known to be right.
struct NewSession {
  SessionKey key;
  CourseKind kind = CourseKind::exchange;
  Rational hours;
  Attendance attended;
  std::string teacher;  ///< a branch or a person; empty: nobody is named
  std::string note;
  std::string version;  ///< of the course
  std::string doc;      ///< first 16 digits of the course's digest
  Place place = {};     ///< where it is written, if it is
};

/// Everything that decides what recording sessions writes to the ledger.
struct SessionsScene {
  const Organisation& organisation;
  const LearnState& state;
  const Person& person;  ///< who records
  Date today;
  std::string reason = {};  ///< given: recorded sessions are corrected
};

/// What is written.
struct SessionsRecording {
  RoleName role = RoleName::secretary;
  std::vector<Draft> drafts;
  int unchanged = 0;  ///< sessions that were recorded just so before: not written again
  std::vector<CountedOnce> again = {};  ///< people who have that course of that day already
};

/// The branch that teaches: the teacher's, else the one of who records; `hq` where that is none.
std::string teaching_branch(const Organisation& organisation, const std::string& teacher,
                            const Person& recorder);

/// That a day has not come yet.
Fault still_to_come(Date on, const Place& place);

/// A `learn.session` for each. `Kind::refused` with every reason: the committee records for all, a
/// secretary for people of the own branch and for whoever the own branch taught; nothing that is
/// still to come; what is recorded otherwise only with a reason, and nothing is corrected that was
/// not recorded. The same session once more changes nothing and is no fault; alone and with a
/// reason it is written again. Who
/// is in another session of that course and day already is said: it counts once.
Result<SessionsRecording> record_sessions(const SessionsScene& scene,
                                          const std::vector<NewSession>& sessions);

/// A `learn.cancel`: the session was not held, or not then. Refused as above, and without a reason.
Result<SessionsRecording> cancel_session(const SessionsScene& scene, const SessionKey& key);

}  // namespace sihu
