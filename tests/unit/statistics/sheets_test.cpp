#include "statistics/sheets.hpp"

#include "support/sheets.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("findings of every kind are counted, and what was not asked is not") {
    const InspectionSheet sheet{1, 4, 2, seen("01P?-0")};
    CHECK(count_findings(sheet) == 3);
    CHECK(count_asked(sheet) == 5);
    const SheetCounts counts = count_in({sheet, {1, 0, 6, seen("0")}});
    CHECK(counts.inspectors == 5);
    CHECK(counts.branches == 7);
    CHECK(counts.items == 6);
  }
}
