#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// A day of the proleptic Gregorian calendar, years 1 to 9999. A local date: what the calendar on
/// the office wall says.
class Date {
 public:
  constexpr Date() = default;  ///< 1970-01-01
  constexpr explicit Date(std::chrono::sys_days day) : day_(day) {}
  constexpr Date(int year, unsigned month, unsigned day)
      : day_(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}) {}

  /// Reads exactly `YYYY-MM-DD`; nothing if it is anything else or there is no such day.
  static std::optional<Date> parse(std::string_view text);

  constexpr std::chrono::sys_days day() const { return day_; }
  constexpr std::chrono::year_month_day ymd() const { return {day_}; }
  constexpr int year() const { return static_cast<int>(ymd().year()); }
  constexpr unsigned month() const { return static_cast<unsigned>(ymd().month()); }
  constexpr unsigned day_of_month() const { return static_cast<unsigned>(ymd().day()); }
  /// 1 is Monday, 7 is Sunday (ISO 8601).
  constexpr unsigned weekday() const { return std::chrono::weekday{day_}.iso_encoding(); }

  friend constexpr auto operator<=>(const Date&, const Date&) = default;
  friend constexpr Date operator+(Date date, int days) {
    return Date{date.day_ + std::chrono::days{days}};
  }
  friend constexpr Date operator-(Date date, int days) { return date + -days; }
  /// Days from `b` to `a`.
  friend constexpr int operator-(Date a, Date b) {
    return static_cast<int>((a.day_ - b.day_).count());
  }

 private:
  std::chrono::sys_days day_{};
};

/// `YYYY-MM-DD`.
std::string to_string(Date date);

}  // namespace sihu
