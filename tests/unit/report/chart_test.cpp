#include "report/chart.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;

namespace {

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++found;
  return found;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a point for each value, a line where it may be off, nothing where there is none") {
    const std::string chart = point_chart(
        {"totals", {{"甲", 90.0, "90.00", 85, 95}, {"<乙>", std::nullopt, "–"}}, 80, 100});
    CHECK(count(chart, "<circle") == 1);
    // 90 lies in the middle of 80 to 100.
    CHECK(chart.find("cx=\"370.0\"") != std::string::npos);
    CHECK(chart.find("x1=\"275.0\" y1=\"20.0\" x2=\"465.0\"") != std::string::npos);
    CHECK(chart.find("&lt;乙&gt;") != std::string::npos);
    CHECK(chart.find("<title>totals</title>") != std::string::npos);
  }

  TEST_CASE("bars begin at nothing, on a scale that ends at a round number") {
    const std::string chart = bar_chart({"counts", {{"a", 37.0, "37"}, {"b", 0.0, "0"}}});
    CHECK(count(chart, "<rect") == 2);
    // 37 of 50, of 380 units.
    CHECK(chart.find("width=\"281.2\"") != std::string::npos);
    CHECK(chart.find(">50</text>") != std::string::npos);
    CHECK(chart.find(">25</text>") != std::string::npos);
  }

  TEST_CASE("the scale of counts has no halves") {
    const std::string chart = bar_chart({"counts", {{"a", 1.0, "1"}}});
    CHECK(chart.find(">1</text>") != std::string::npos);
    CHECK(chart.find(">0.5</text>") == std::string::npos);
  }

  TEST_CASE("another time's bars are hatched and named") {
    BarChart chart{"counts", {{"a", 2.0, "2"}}, {{"a", 1.0, "1"}}, "2026Q4", "2026Q3"};
    const std::string picture = bar_chart(chart);
    CHECK(count(picture, "url(#hatch)") == 2);
    CHECK(picture.find("2026Q3") != std::string::npos);
  }
}
