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
          "branch,branch_name,open,submitted,disputed,closed,withdrawn,total,findings\n"
          "zb03,Branch Three,0,0,0,0,0,0,0\n"
          "zb05,Branch Five,1,2,3,4,5,15,15\n"
          "zb07,Branch Seven,0,0,0,0,0,0,0\n"
          "zb99,zb99,1,0,0,0,0,1,1\n");
  }

  TEST_CASE(
      "people see how many findings there are where a branch has more of them than problems") {
    const std::map<std::string, StatusCounts> counts{{"zb05", {2, 0, 0, 0, 0}}};
    const auto shown = [&](const std::map<std::string, std::uint32_t>& again) {
      return render(branch_counts_table(counts, an_organisation(), again), Format::table,
                    {Lang::en});
    };
    CHECK(shown({}).find("findings") == std::string::npos);
    CHECK(shown({{"zb05", 1}}).find("findings") != std::string::npos);
    CHECK(render(branch_counts_table(counts, an_organisation(), {{"zb05", 1}}), Format::csv,
                 {Lang::en})
              .find("zb05,Branch Five,2,0,0,0,0,2,3\n") != std::string::npos);
  }
}
