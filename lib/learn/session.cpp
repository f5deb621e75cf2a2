#include "learn/session.hpp"

#include "ledger/grammar.hpp"
#include "problem/state.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::string_view subject_prefix = "learn/";

}  // namespace

std::string subject_of(const SessionKey& key) {
  return std::string(subject_prefix) + to_string(key.on) + '/' + key.course + '/' + key.host;
}

std::optional<SessionKey> parse_session_subject(std::string_view subject) {
  if (!subject.starts_with(subject_prefix)) return std::nullopt;
  subject.remove_prefix(subject_prefix.size());
  const std::size_t first = subject.find('/');
  const std::size_t second = first == subject.npos ? first : subject.find('/', first + 1);
  if (second == subject.npos) return std::nullopt;
  const auto on = Date::parse(subject.substr(0, first));
  SessionKey key{on.value_or(Date{}), std::string(subject.substr(first + 1, second - first - 1)),
                 std::string(subject.substr(second + 1))};
  if (!on || !is_ledger_id(key.course) || !is_ledger_id(key.host)) return std::nullopt;
  return key;
}

std::string write_attendance(const Attendance& attendance, const Rational& hours) {
  std::string text;
  for (const auto& [person, own] : attendance) {
    text += (text.empty() ? "" : ";") + person;
    if (own != hours) text += '=' + own.shortest();
  }
  return text;
}

std::optional<Attendance> read_attendance(std::string_view text, const Rational& hours) {
  Attendance attendance;
  for (const std::string& one : split_list(text)) {
    const std::size_t equals = std::min(one.find('='), one.size());
    const std::string person = one.substr(0, equals);
    const auto own = equals < one.size() ? read_session_hours(one.substr(equals + 1)) : hours;
    if (!is_ledger_id(person) || !own || !attendance.emplace(person, *own).second)
      return std::nullopt;
  }
  return attendance;
}

std::optional<Rational> read_session_hours(std::string_view text) {
  const auto hours = Rational::parse(text);
  const bool fits = hours && *hours > Rational(0) && *hours <= Rational(longest_session_hours);
  return fits ? hours : std::nullopt;
}

}  // namespace sihu
