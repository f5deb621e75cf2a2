#pragma once

#include "wording/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

// Charts for pages, as SVG in the page itself: no script, no other file. They take the page's ink
// (`currentColor`), so that they are right on light and dark and on paper; what one has to tell
// apart differs in filling besides, not in colour alone. Each is to be followed by its numbers.

/// One row of a chart: its label, its value, and how far the value may be off.
struct ChartRow {
  std::string label;
  std::optional<double> value;  ///< nothing: a row without a mark
  std::string shown;            ///< the value in words, at the end of the row
  double low = 0;               ///< the interval, drawn as a line where it is wider than nothing
  double high = 0;
};

/// Values as points with their intervals, one below the other, on a scale from `least` to `most`
/// (widened to what is in the rows).
struct PointChart {
  std::string title;  ///< read aloud in place of the picture
  std::vector<ChartRow> rows;
  double least = 0;
  double most = 100;
};
std::string point_chart(const PointChart& chart);

/// Counts or shares as bars, one below the other; `others` are the same rows at another time, drawn
/// thinner and hatched below them.
struct BarChart {
  std::string title;
  std::vector<ChartRow> rows;
  std::vector<ChartRow> others = {};  ///< as many as `rows`, or none
  std::string first = {};             ///< what the bars are, where there are others
  std::string second = {};
  double most = 0;  ///< end of the scale; 0: the highest value
};
std::string bar_chart(const BarChart& chart);

}  // namespace sihu
