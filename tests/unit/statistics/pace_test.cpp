#include "statistics/pace.hpp"

#include "support/sheets.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("hasty sheets are those of the reference") {
    const auto rows = read_rows("statistics/reference/detect/inspections.csv");
    std::vector<PaceInput> inputs;
    for (const auto& row : rows) inputs.push_back({std::stod(row[3]), row[4].size()});
    const Pace pace = judge_pace(inputs);
    const Node reference = detect_reference();
    const Node& expected = at(reference, "time");
    CHECK(is_near(pace.median_log, field_of(expected, "median_log"), 1e-9));
    CHECK(is_near(pace.deviation, field_of(expected, "mad"), 1e-9));
    std::vector<double> hasty;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (pace.is_hasty(i)) hasty.push_back(pace.z[i]);
      if (pace.is_hasty(i)) CHECK(rows[i][1] == "B04");
    }
    std::vector<double> wanted;
    for (const Node& row : at(expected, "rows").items)
      wanted.push_back(field_of(row, "modified_z"));
    CHECK(are_near(hasty, wanted, 1e-9));
  }

  TEST_CASE("where most took exactly as long nobody is hasty") {
    CHECK_FALSE(judge_pace({{600, 40}, {600, 40}, {600, 40}, {1, 40}}).is_hasty(3));
  }

  TEST_CASE("nobody is at two branches at once") {
    const std::vector<TimeWindow> windows{{0, 1, 100, 200}, {1, 2, 100, 200}, {0, 2, 150, 160},
                                          {0, 3, 200, 300}, {0, 1, 120, 130}, {0, 4, 0, 500}};
    const std::vector<TimeOverlap> expected{{0, 5}, {4, 5}, {2, 5}, {3, 5}, {0, 2}};
    const auto found = find_overlaps(windows);
    CHECK(std::ranges::is_permutation(found, expected));
    CHECK(find_overlaps({}).empty());
  }
}
