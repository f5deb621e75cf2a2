#include "learn/state.hpp"

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

void take_session(LearnState& state, const Event& event, std::size_t entry) {
  const auto key = parse_session_subject(event.subject);
  auto session = key ? session_of(event, entry) : std::nullopt;
  if (!session) return;
  if (!session->reason.empty())
    state.sessions.insert_or_assign(*key, std::move(*session));
  else if (!state.sessions.emplace(*key, std::move(*session)).second)
    state.doubled.push_back(entry);
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

Rational hours_attained(const LearnState& state, std::string_view person, Date first, Date last) {
  const Attendance all = all_hours(state, first, last);
  const auto found = all.find(std::string(person));
  return found == all.end() ? Rational() : found->second;
}

Attendance all_hours(const LearnState& state, Date first, Date last) {
  Attendance sums;
  for (const auto& [key, session] : state.sessions)
    if (first <= key.on && key.on <= last)
      for (const auto& [person, hours] : session.attended) sums[person] += hours;
  return sums;
}

}  // namespace sihu
