#pragma once

#include <cstddef>
#include <vector>

namespace sihu {

/// How long a sheet took.
struct PaceInput {
  double seconds = 0;     ///< above 0
  std::size_t items = 0;  ///< answered, at least 1
};

/// How quickly sheets were filled in, against all of them.
struct Pace {
  double median_log = 0;  ///< of the logarithms of seconds per item
  double deviation = 0;   ///< median distance from that
  std::vector<double> z;  ///< of each sheet, modified (Iglewicz and Hoaglin 1993); below 0: quicker

  bool is_hasty(std::size_t sheet) const { return z[sheet] < -3.5; }
};

/// Of at least one sheet. Where more than half took exactly as long, nothing can be said: z is 0.
Pace judge_pace(const std::vector<PaceInput>& sheets);

/// When an inspector was where, in any unit.
struct TimeWindow {
  std::size_t inspector = 0;
  std::size_t branch = 0;
  long from = 0;
  long to = 0;  ///< behind the end
};

/// Two windows, by their number, in which somebody was at two branches at once.
struct TimeOverlap {
  std::size_t first = 0;
  std::size_t second = 0;

  friend bool operator==(const TimeOverlap&, const TimeOverlap&) = default;
};
std::vector<TimeOverlap> find_overlaps(const std::vector<TimeWindow>& windows);

}  // namespace sihu
