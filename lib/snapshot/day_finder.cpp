#include "snapshot/day_finder.hpp"

namespace sihu {

namespace {

constexpr std::int64_t minute = 60000;

}  // namespace

SmallDay DayFinder::find_anew(std::string_view instant) {
  const auto at = Instant::parse(instant);
  const auto date = at ? std::optional(zone_.date_of(*at)) : std::nullopt;
  const auto day = date ? small_day(*date) : std::nullopt;
  if (!day) return no_day;
  Span& span = known_[*day];
  if (span.day == no_day) {
    const Instant begin = zone_.at(*date);
    const Instant end = zone_.at(*date + 1);
    // Where clocks are set around midnight the day's edges are not what they seem.
    const bool plain = zone_.date_of(begin) == *date && zone_.date_of(begin + -1) < *date &&
                       zone_.date_of(end) > *date && zone_.date_of(end + -1) == *date &&
                       begin.milliseconds % minute == 0 && end.milliseconds % minute == 0;
    if (!plain) return *day;
    span = {InstantKey(to_string(begin).data()).minute(),
            InstantKey(to_string(end).data()).minute(), *day};
  }
  last_ = span;
  return *day;
}

}  // namespace sihu
