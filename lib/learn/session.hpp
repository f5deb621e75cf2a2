#pragma once

#include "base/rational.hpp"
#include "calendar/date.hpp"
#include "document/course.hpp"

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// Which session: on that day that course was held by that branch (`hq`: by the committee), or that
/// mentor. Nobody holds a course twice a day.
struct SessionKey {
  Date on;
  std::string course;
  std::string host;

  friend auto operator<=>(const SessionKey&, const SessionKey&) = default;
};

/// `learn/2026-10-12/dues/zb03`, and back.
std::string subject_of(const SessionKey& key);
std::optional<SessionKey> parse_session_subject(std::string_view subject);

/// 学时 of each person who attended, by id.
using Attendance = std::map<std::string, Rational>;

/// `p001;p002=1.5`: whoever was there for all of the hours is written without them.
std::string write_attendance(const Attendance& attendance, const Rational& hours);
/// Nothing for what `write_attendance` does not write.
std::optional<Attendance> read_attendance(std::string_view text, const Rational& hours);

/// The most 学时 that a session may have.
inline constexpr long longest_session_hours = 200;

/// Hours as people write them: more than 0, at most `longest_session_hours`, two decimals.
std::optional<Rational> read_session_hours(std::string_view text);

}  // namespace sihu
