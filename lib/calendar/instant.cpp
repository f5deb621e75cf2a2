#include "calendar/instant.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t day = 86400 * second;

std::int64_t floor_days(std::int64_t milliseconds) {
  return milliseconds >= 0 ? milliseconds / day : -((-milliseconds + day - 1) / day);
}

Date date_at(std::int64_t milliseconds) {
  return Date{std::chrono::sys_days{
      std::chrono::days{static_cast<int>(floor_days(milliseconds))}}};
}

Instant at_midnight_utc(Date date) {
  return Instant{date.day().time_since_epoch().count() * day};
}

// `HH`, `HH:MM` ...: two digits at `at`, at most `most`.
std::optional<int> two_digits(std::string_view text, std::size_t at, int most) {
  if (at + 2 > text.size()) return std::nullopt;
  const int tens = text[at] - '0';
  const int ones = text[at + 1] - '0';
  if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return std::nullopt;
  const int value = tens * 10 + ones;
  return value <= most ? std::optional(value) : std::nullopt;
}

// `HH:MM` or `HH:MM:SS`, as seconds of the day.
std::optional<int> seconds_of_day(std::string_view text) {
  if (text.size() != 5 && text.size() != 8) return std::nullopt;
  const auto hours = two_digits(text, 0, 23);
  const auto minutes = two_digits(text, 3, 59);
  const auto seconds = text.size() == 8 ? two_digits(text, 6, 59) : std::optional(0);
  if (!hours || !minutes || !seconds || text[2] != ':') return std::nullopt;
  if (text.size() == 8 && text[5] != ':') return std::nullopt;
  return *hours * 3600 + *minutes * 60 + *seconds;
}

// The offset behind a time: `Z`, `+08:00`, or nothing; takes it off `text`.
struct Offset {
  bool given = false;
  int seconds_east = 0;
};

std::optional<Offset> take_offset(std::string_view& text) {
  if (text.ends_with('Z')) {
    text.remove_suffix(1);
    return Offset{true, 0};
  }
  if (text.size() < 6 || (text[text.size() - 6] != '+' && text[text.size() - 6] != '-'))
    return Offset{};
  const std::string_view part = text.substr(text.size() - 6);
  const auto seconds = seconds_of_day(part.substr(1));
  if (!seconds) return std::nullopt;
  text.remove_suffix(6);
  return Offset{true, part[0] == '-' ? -*seconds : *seconds};
}

}  // namespace

std::optional<Instant> Instant::parse(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[19] != '.' || text[23] != 'Z')
    return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  const auto seconds = seconds_of_day(text.substr(11, 8));
  const auto high = two_digits(text, 20, 99);
  const int low = text[22] - '0';
  if (!date || !seconds || !high || low < 0 || low > 9) return std::nullopt;
  return at_midnight_utc(*date) + (*seconds * second + *high * 10 + low);
}

std::string to_string(Instant at) {
  const std::int64_t rest = at.milliseconds - floor_days(at.milliseconds) * day;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_string(date_at(at.milliseconds)),
                     rest / 3600000, rest / 60000 % 60, rest / second % 60, rest % second);
}

int Zone::offset_at(Instant at) const {
  const auto next = std::ranges::upper_bound(changes, at, {}, &Change::from);
  return next == changes.begin() ? seconds_east : std::prev(next)->seconds_east;
}

Date Zone::date_of(Instant at) const {
  return date_at(at.milliseconds + offset_at(at) * second);
}

Instant Zone::at(Date date, int hour, int minute, int seconds) const {
  const Instant as_if_utc =
      at_midnight_utc(date) + (hour * 3600 + minute * 60 + seconds) * second;
  // The offset that holds there; one correction is enough because zones change by hours.
  const Instant guess = as_if_utc + -offset_at(as_if_utc) * second;
  return as_if_utc + -offset_at(guess) * second;
}

std::optional<Instant> parse_time(std::string_view text, const Zone& zone) {
  const auto date = Date::parse(text.substr(0, 10));
  if (!date) return std::nullopt;
  if (text.size() == 10) return zone.at(*date, 9);
  if (text.size() == 24 && text[19] == '.') return Instant::parse(text);
  if (text[10] != 'T' && text[10] != ' ') return std::nullopt;
  std::string_view time = text.substr(11);
  const auto offset = take_offset(time);
  const auto seconds = seconds_of_day(time);
  if (!offset || !seconds) return std::nullopt;
  if (offset->given)
    return at_midnight_utc(*date) + (*seconds - offset->seconds_east) * second;
  return zone.at(*date, 0, 0, *seconds);
}

std::string to_local_string(Instant at, const Zone& zone) {
  return to_string(at + zone.offset_at(at) * second).substr(0, 16).replace(10, 1, " ");
}

}  // namespace sihu
