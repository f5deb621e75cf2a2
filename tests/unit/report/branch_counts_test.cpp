#include "report/branch_counts.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("every branch has a row, also without problems, and unknown ones come last") {
    const auto table = branch_counts_table({{"zb05", {1, 2, 3, 4, 5}}, {"zb99", {1, 0, 0, 0, 0}}},
                                           an_organisation());
    CHECK(render(table, Format::csv, {Lang::en}) ==
          "branch,branch_name,open,submitted,disputed,closed,withdrawn,total\n"
          "zb03,Branch Three,0,0,0,0,0,0\n"
          "zb05,Branch Five,1,2,3,4,5,15\n"
          "zb07,Branch Seven,0,0,0,0,0,0\n"
          "zb99,zb99,1,0,0,0,0,1\n");
  }
}
