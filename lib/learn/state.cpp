#include "learn/state.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::optional<Session> session_of(const Event& event, std::size_t entry) {
  const auto kind = parse_course_kind(event.get("kind"));
  const auto hours = read_session_hours(event.get("hours"));
  if (!kind || !hours) return std::nullopt;
  auto attended = read_attendance(event.get("attended"), *hours);
  if (!attended || attended->empty()) return std::nullopt;
  return Session{*kind,
                 *hours,
                 std::move(*attended),
                 std::string(event.get("teacher")),
                 std::string(event.get("note")),
                 std::string(event.get("reason")),
                 event.person,
                 entry};
}

bool is_same_course(const SessionKey& a, const SessionKey& b) {
  return a.on == b.on && a.course == b.course;
}

// Two that recorded one session without knowing of each other, or each for its own people: who is
// in both counts once, with the smaller hours, and what else they say differently is the first
// one's.
void join_session(LearnState& state, Session& first, const Session& second, std::size_t entry) {
  DoubledSession doubled{entry, {}, false};
  doubled.otherwise =
      first.kind != second.kind || first.teacher != second.teacher || first.note != second.note;
  for (const auto& [person, hours] : second.attended) {
    const auto [at, fresh] = first.attended.emplace(person, hours);
    if (fresh || at->second == hours) continue;
    doubled.hours.push_back({person, at->second, hours});
    at->second = std::min(at->second, hours);
  }
  if (doubled.hours.empty()) doubled.otherwise = doubled.otherwise || first.hours != second.hours;
  if (doubled.otherwise || !doubled.hours.empty()) state.doubled.push_back(std::move(doubled));
}

void take_session(LearnState& state, const Event& event, std::size_t entry) {
  const auto key = parse_session_subject(event.subject);
  auto session = key ? session_of(event, entry) : std::nullopt;
  if (!session) return;
  if (!session->reason.empty()) {
    state.sessions.insert_or_assign(*key, std::move(*session));
    return;
  }
  const auto [first, fresh] = state.sessions.try_emplace(*key, *session);
  if (!fresh) join_session(state, first->second, *session, entry);
}

}  // namespace

const Session* LearnState::find(const SessionKey& key) const {
  const auto found = sessions.find(key);
  return found == sessions.end() ? nullptr : &found->second;
}

LearnState fold_learning(const Ledger& ledger) {
  LearnState state;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const Event& event = ledger.entries[i].event;
    if (event.name == "learn.session") take_session(state, event, i);
    if (event.name != "learn.cancel") continue;
    if (const auto key = parse_session_subject(event.subject)) state.sessions.erase(*key);
  }
  return state;
}

std::vector<CountedOnce> counted_once(const LearnState& state) {
  std::vector<CountedOnce> list;
  std::map<std::string, std::pair<const SessionKey*, Rational>> seen;
  const SessionKey* before = nullptr;
  for (const auto& [key, session] : state.sessions) {
    if (!before || !is_same_course(*before, key)) seen.clear();
    before = &key;
    for (const auto& [person, hours] : session.attended)
      if (const auto [at, fresh] = seen.try_emplace(person, &key, hours); !fresh)
        list.push_back({person, *at->second.first, key, at->second.second, hours});
  }
  return list;
}

Rational hours_attained(const LearnState& state, std::string_view person, Date first, Date last) {
  const Attendance all = all_hours(state, first, last);
  const auto found = all.find(std::string(person));
  return found == all.end() ? Rational() : found->second;
}

Attendance all_hours(const LearnState& state, Date first, Date last) {
  // Sessions of a day and course stand beside each other.
  Attendance sums;
  Attendance of_course;
  const SessionKey* before = nullptr;
  for (const auto& [key, session] : state.sessions) {
    if (key.on < first || last < key.on) continue;
    if (!before || !is_same_course(*before, key)) of_course.clear();
    before = &key;
    for (const auto& [person, hours] : session.attended) {
      const auto [counted, fresh] = of_course.try_emplace(person, hours);
      if (fresh) sums[person] += hours;
      if (hours >= counted->second) continue;
      sums[person] -= counted->second - hours;
      counted->second = hours;
    }
  }
  return sums;
}

}  // namespace sihu
