#include "report/chart.hpp"

#include "report/html_page.hpp"
#include "wording/width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

// All in the units of the picture, which is 640 wide and as high as it has rows.
constexpr double width = 640;
constexpr double row_height = 24;
constexpr double top = 8;
constexpr double label_end = 170;
constexpr double plot_start = 180;
constexpr double plot_end = 560;
constexpr int label_columns = 22;

double round_up(double value) {
  if (value <= 0) return 1;
  const double step = std::pow(10.0, std::floor(std::log10(value)));
  for (const double nice : {1.0, 2.0, 5.0, 10.0})
    if (value <= nice * step) return nice * step;
  return value;
}

struct Scale {
  double least = 0;
  double most = 1;

  double at(double value) const {
    const double share = std::clamp((value - least) / (most - least), 0.0, 1.0);
    return plot_start + share * (plot_end - plot_start);
  }
};

std::string text_at(double x, double y, std::string_view anchor, const std::string& text) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor,
                     html_text(text));
}

std::string line(double x1, double y1, double x2, double y2, std::string_view more = {}) {
  return fmt::format(
      "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"currentColor\"{}/>\n",
      x1, y1, x2, y2, more);
}

std::string bar(double x, double y, double length, double height, std::string_view fill) {
  return fmt::format(
      "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
      "fill=\"{}\" stroke=\"currentColor\"/>\n",
      x, y, std::max(length, 0.0), height, fill);
}

std::string labelled(const ChartRow& row, double middle) {
  return text_at(label_end, middle + 4, "end", shorten(row.label, label_columns)) +
         text_at(width - 4, middle + 4, "end", row.shown);
}

// The ends of the scale, and its middle, below the rows; there are no halves of what is counted.
std::string axis(const Scale& scale, double bottom) {
  std::string out = line(plot_start, bottom, plot_end, bottom);
  for (const double value : {scale.least, (scale.least + scale.most) / 2, scale.most}) {
    const bool is_end = value == scale.least || value == scale.most;
    if (!is_end && value != std::floor(value)) continue;
    out += line(scale.at(value), bottom, scale.at(value), bottom + 4) +
           text_at(scale.at(value), bottom + 18, "middle", fmt::format("{:.4g}", value));
  }
  return out;
}

std::string picture(const std::string& title, double height, const std::string& inside) {
  return fmt::format(
      "<svg role=\"img\" viewBox=\"0 0 {:.0f} {:.0f}\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      "<title>{}</title>\n{}</svg>\n",
      width, height, html_text(title), inside);
}

double most_of(const std::vector<ChartRow>& rows) {
  double most = 0;
  for (const ChartRow& row : rows) most = std::max(most, row.value.value_or(0));
  return most;
}

// What is hatched, and what the two kinds of bars are.
std::string legend(const BarChart& chart) {
  if (chart.others.empty()) return {};
  const double second = plot_start + 190;
  return "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
         "<path d=\"M0 5L5 0\" stroke=\"currentColor\" fill=\"none\"/></pattern></defs>\n" +
         bar(plot_start, 4, 14, 10, "currentColor") +
         text_at(plot_start + 20, 14, "start", chart.first) +
         bar(second, 4, 14, 10, "url(#hatch)") + text_at(second + 20, 14, "start", chart.second);
}

}  // namespace

std::string point_chart(const PointChart& chart) {
  Scale scale{chart.least, chart.most};
  for (const ChartRow& row : chart.rows)
    if (row.value) {
      scale.least = std::min(scale.least, row.low);
      scale.most = std::max(scale.most, row.high);
    }
  std::string inside;
  double middle = top + row_height / 2;
  for (const ChartRow& row : chart.rows) {
    inside += labelled(row, middle);
    if (row.value) {
      if (row.high > row.low)
        inside +=
            line(scale.at(row.low), middle, scale.at(row.high), middle, " stroke-width=\"2\"");
      inside +=
          fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\" fill=\"currentColor\"/>\n",
                      scale.at(*row.value), middle);
    }
    middle += row_height;
  }
  const double bottom = middle - row_height / 2 + 4;
  return picture(chart.title, bottom + 26, inside + axis(scale, bottom));
}

std::string bar_chart(const BarChart& chart) {
  const double most = std::max(most_of(chart.rows), most_of(chart.others));
  const Scale scale{0, chart.most > 0 ? chart.most : round_up(most)};
  const bool has_others = chart.others.size() == chart.rows.size() && !chart.others.empty();
  const double start = has_others ? top + 20 : top;
  std::string inside = has_others ? legend(chart) : "";
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const double middle = start + row_height * (static_cast<double>(i) + 0.5);
    inside += labelled(chart.rows[i], middle);
    const double height = has_others ? 10 : 14;
    const double y = has_others ? middle - 10 : middle - 7;
    if (const auto& value = chart.rows[i].value)
      inside += bar(plot_start, y, scale.at(*value) - plot_start, height, "currentColor");
    if (has_others && chart.others[i].value)
      inside += bar(plot_start, middle + 1, scale.at(*chart.others[i].value) - plot_start, 7,
                    "url(#hatch)");
  }
  const double bottom = start + row_height * static_cast<double>(chart.rows.size()) + 4;
  return picture(chart.title, bottom + 26, inside + axis(scale, bottom));
}

}  // namespace sihu
