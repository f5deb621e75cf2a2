#include "calendar/limit.hpp"

#include <charconv>

namespace sihu {

std::optional<Limit> Limit::parse(std::string_view text) {
  if (text == "now") return Limit{};
  Unit unit = Unit::days;
  if (text.ends_with("wd")) {
    unit = Unit::workdays;
    text.remove_suffix(2);
  } else if (text.ends_with('d')) {
    text.remove_suffix(1);
  } else {
    return std::nullopt;
  }
  if (text.empty() || text.front() < '1' || text.front() > '9') return std::nullopt;
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size() || count > 3650)
    return std::nullopt;
  return Limit{unit, count};
}

std::string to_string(const Limit& limit) {
  if (limit.unit == Limit::Unit::now) return "now";
  return std::to_string(limit.count) + (limit.unit == Limit::Unit::days ? "d" : "wd");
}

Deadline deadline(const Limit& limit, Date from, const Workdays& calendar) {
  if (limit.unit != Limit::Unit::workdays) return {from + limit.count, {}};
  const Date date = add_workdays(calendar, from, limit.count);
  return {date, years_without_calendar(calendar, from, date)};
}

}  // namespace sihu
