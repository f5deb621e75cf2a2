#include "statistics/clean_sheet.hpp"

#include "support/sheets.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("sheets are judged as in the reference") {
    const Node reference = detect_reference();
    const auto& rows = at(reference, "clean_sheet").items;
    const auto judged = judge_sheets(reference_sheets());
    REQUIRE(judged.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(static_cast<double>(judged[i].found) == field_of(rows[i], "findings"));
      CHECK(is_near(judged[i].expected, field_of(rows[i], "expected"), 1e-9));
      CHECK(judged[i].p == doctest::Approx(field_of(rows[i], "p")).epsilon(1e-9));
      CHECK(judged[i].q == doctest::Approx(field_of(rows[i], "q_bh")).epsilon(1e-9));
    }
  }

  TEST_CASE("passes on items that nobody fails are not suspicious") {
    std::vector<InspectionSheet> sheets;
    for (std::size_t j = 0; j < 20; ++j) sheets.push_back({1, j, j, seen("00000000000000000001")});
    sheets.push_back({1, 20, 20, seen("00000000000000000000")});
    CHECK(judge_sheets(sheets).back().p > 0.01);
    for (InspectionSheet& sheet : sheets)
      if (sheet.inspector < 20) sheet.items = seen("11110000000000000000");
    CHECK(judge_sheets(sheets).back().p < 0.001);
  }

  TEST_CASE("an item that was not asked neither helps nor harms") {
    const std::vector<InspectionSheet> sheets{{1, 0, 1, seen("0-")}, {1, 1, 0, seen("11")}};
    CHECK(judge_sheets(sheets)[0].expected == doctest::Approx(0.75));
    CHECK(judge_sheets(sheets)[1].expected == doctest::Approx(0.25 + 0.5));
  }
}
