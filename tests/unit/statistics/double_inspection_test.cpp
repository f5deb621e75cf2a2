#include "statistics/double_inspection.hpp"

#include "support/sheets.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("two teams tell how much there is, as in the reference") {
    const Node reference = detect_reference();
    for (const Node& row : at(reference, "chapman").items) {
      const auto whole = [&](const char* key) {
        return static_cast<std::size_t>(field_of(row, key));
      };
      const auto result = compare_teams({whole("n1"), whole("n2"), whole("both")});
      CHECK(is_near(result.total, field_of(row, "N"), 1e-9));
      CHECK(is_near(result.error, field_of(row, "se"), 1e-9));
      REQUIRE(result.first_detects);
      CHECK(is_near(*result.first_detects, field_of(row, "detect1"), 1e-9));
      CHECK(is_near(*result.second_detects, field_of(row, "detect2"), 1e-9));
    }
    CHECK_FALSE(compare_teams({3, 0, 0}).first_detects);
  }

  TEST_CASE("the rarer a fault, the more sheets have to be looked at") {
    CHECK(sheets_to_recheck(0.1) == 29);
    CHECK(sheets_to_recheck(0.05) == 59);
    CHECK(sheets_to_recheck(0.5, 0.75) == 2);
  }
}
