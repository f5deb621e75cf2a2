#include "learn/record.hpp"

namespace sihu {
namespace {

void refuse(Failure& failure, const Place& place, std::string name, Phrase what, Phrase hint = {}) {
  failure.kind = Kind::refused;
  failure.faults.push_back({place, std::move(name), std::move(what), std::move(hint)});
}

std::optional<RoleName> recording_role(const SessionsScene& scene) {
  for (const RoleName role : {RoleName::committee, RoleName::secretary})
    if (scene.person.has_role(role, scene.today)) return role;
  return std::nullopt;
}

void refuse_role(Failure& failure, const SessionsScene& scene) {
  refuse(failure, {}, "not-entitled",
         phrase(Text{"{0}在 {1} 不是书记，也不是委员会成员，不能登记学习",
                     "{0} is neither secretary nor committee member on {1} and can't record "
                     "learning"},
                scene.person.name, to_string(scene.today)));
}

// Whether the own branch taught it.
bool has_taught(const SessionsScene& scene, const NewSession& session) {
  return !session.teacher.empty() &&
         teaching_branch(scene.organisation, session.teacher, scene.person) == scene.person.branch;
}

// Whom a secretary may not record for, first of several.
const Person* stranger_in(const SessionsScene& scene, const NewSession& session) {
  if (has_taught(scene, session)) return nullptr;
  for (const auto& [id, hours] : session.attended) {
    const Person* person = scene.organisation.find_person(id);
    if (person && person->branch != scene.person.branch) return person;
  }
  return nullptr;
}

void check_people(Failure& failure, const SessionsScene& scene, const NewSession& session) {
  const Person* stranger = stranger_in(scene, session);
  if (!stranger) return;
  refuse(failure, session.place, "not-own-people",
         phrase(Text{"{0}不是本支部的人，这次也不是本支部讲的，由其书记或委员会登记",
                     "{0} is not of the own branch, which did not teach either: that branch's "
                     "secretary or the committee records it"},
                stranger->name));
}

// Whoever was there for a part has a part of the hours.
void check_hours(Failure& failure, const NewSession& session) {
  for (const auto& [id, hours] : session.attended) {
    if (hours <= session.hours) continue;
    return refuse(failure, session.place, "more-than-the-session",
                  phrase(Text{"{0} 记了 {1} 学时，这次只有 {2} 学时",
                              "{0} has {1} hours of a session of {2}"},
                         id, hours.shortest(), session.hours.shortest()));
  }
}

void check_day(Failure& failure, const SessionsScene& scene, const NewSession& session) {
  if (session.key.on <= scene.today) return;
  failure.kind = Kind::refused;
  failure.faults.push_back(still_to_come(session.key.on, session.place));
}

void refuse_second(Failure& failure, const SessionKey& key, const Place& place) {
  refuse(failure, place, "recorded-already",
         phrase(Text{"{0} 的 {1}（{2}）已登记，内容不同",
                     "{1} on {0} ({2}) is recorded already, "
                     "and otherwise"},
                to_string(key.on), key.course, key.host),
         phrase(Text{"要更正，重写整条并用 --reason 说明理由",
                     "to correct it give all of it anew, and why with --reason"}));
}

void refuse_correction(Failure& failure, const SessionKey& key, const Place& place) {
  refuse(failure, place, "nothing-to-correct",
         phrase(Text{"没有登记过 {0} 的 {1}（{2}），无可更正；--reason 只用于更正",
                     "{1} on {0} ({2}) is not recorded: nothing to correct, which is what "
                     "--reason is for"},
                to_string(key.on), key.course, key.host));
}

bool says_the_same(const Session& recorded, const NewSession& session) {
  return recorded.kind == session.kind && recorded.hours == session.hours &&
         recorded.attended == session.attended && recorded.teacher == session.teacher &&
         recorded.note == session.note;
}

bool is_own(const SessionsScene& scene, const std::string& id) {
  const Person* person = scene.organisation.find_person(id);
  return person && person->branch == scene.person.branch;
}

// Adds only people who were not in it before; all else is as it was recorded.
bool only_adds(const Session& recorded, const NewSession& session) {
  for (const auto& [person, hours] : session.attended)
    if (recorded.attended.contains(person)) return false;
  return recorded.kind == session.kind && recorded.hours == session.hours &&
         recorded.teacher == session.teacher && recorded.note == session.note;
}

// A secretary of a branch that did not teach speaks for the own people; of everybody else in it
// stays what was recorded.
NewSession with_others(const SessionsScene& scene, const Session& recorded, NewSession session) {
  for (const auto& [person, hours] : recorded.attended)
    if (!is_own(scene, person)) session.attended.emplace(person, hours);
  return session;
}

// People of a session whom another one of that course and day has.
void add_again(const LearnState& state, const NewSession& session,
               std::vector<CountedOnce>& again) {
  const SessionKey from{session.key.on, session.key.course, {}};
  for (auto at = state.sessions.lower_bound(from); at != state.sessions.end(); ++at) {
    const auto& [key, other] = *at;
    if (key.on != from.on || key.course != from.course) return;
    if (key.host == session.key.host) continue;
    for (const auto& [person, hours] : session.attended)
      if (const auto known = other.attended.find(person); known != other.attended.end())
        again.push_back({person, key, session.key, known->second, hours});
  }
}

Draft draft_of(const NewSession& session, const std::string& reason) {
  return {"learn.session",
          subject_of(session.key),
          {{"version", session.version},
           {"note", session.note},
           {"reason", reason},
           {"doc", session.doc},
           {"attended", write_attendance(session.attended, session.hours)},
           {"hours", session.hours.shortest()},
           {"kind", std::string(to_string(session.kind))},
           {"teacher", session.teacher}}};
}

}  // namespace

Fault still_to_come(Date on, const Place& place) {
  return {place, "still-to-come",
          phrase(Text{"{0} 还没有到，学过了再登记", "{0} is still to come; record it afterwards"},
                 to_string(on))};
}

std::string teaching_branch(const Organisation& organisation, const std::string& teacher,
                            const Person& recorder) {
  const Person* person = organisation.find_person(teacher);
  const std::string& branch = organisation.find_branch(teacher) ? teacher
                              : person                          ? person->branch
                                                                : recorder.branch;
  return branch.empty() ? "hq" : branch;
}

Result<SessionsRecording> record_sessions(const SessionsScene& scene,
                                          const std::vector<NewSession>& sessions) {
  Failure failure;
  const auto role = recording_role(scene);
  if (!role) refuse_role(failure, scene);
  SessionsRecording recording{role.value_or(RoleName::secretary), {}, 0, {}};
  for (const NewSession& session : sessions) {
    if (role == RoleName::secretary) check_people(failure, scene, session);
    check_day(failure, scene, session);
    check_hours(failure, session);
    const Session* recorded = scene.state.find(session.key);
    const bool own_only = recorded && role == RoleName::secretary && !has_taught(scene, session);
    const NewSession whole = own_only ? with_others(scene, *recorded, session) : session;
    // One session alone may be said again with a reason: that settles which of two copies is right.
    const bool asserts = !scene.reason.empty() && sessions.size() == 1;
    if (recorded && !asserts && says_the_same(*recorded, whole)) {
      ++recording.unchanged;
      continue;
    }
    const bool adds = own_only && only_adds(*recorded, session);
    if (recorded && scene.reason.empty() && !adds)
      refuse_second(failure, session.key, session.place);
    if (!recorded && !scene.reason.empty()) refuse_correction(failure, session.key, session.place);
    recording.drafts.push_back(draft_of(scene.reason.empty() ? session : whole, scene.reason));
    add_again(scene.state, session, recording.again);
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return recording;
}

Result<SessionsRecording> cancel_session(const SessionsScene& scene, const SessionKey& key) {
  if (scene.reason.empty())
    return fail(Kind::usage, "reason-missing",
                phrase(Text{"取消登记必须用 --reason 说明理由",
                            "to cancel a session say why, with --reason"}));
  Failure failure;
  const auto role = recording_role(scene);
  if (!role) refuse_role(failure, scene);
  const Session* recorded = scene.state.find(key);
  if (!recorded) refuse_correction(failure, key, {});
  if (recorded && role == RoleName::secretary)
    check_people(failure, scene,
                 {key, recorded->kind, {}, recorded->attended, recorded->teacher, {}, {}, {}});
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return SessionsRecording{
      *role, {{"learn.cancel", subject_of(key), {{"reason", scene.reason}}}}, 0, {}};
}

}  // namespace sihu
