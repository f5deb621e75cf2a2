#include "report/practice_list.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("a practice is listed with what its item is called and who found it") {
    const std::vector<Practice> practices{
        {"a", "DF-02", "posted by the 5th", {"ab.jpg"}, "pb", learn_day, 0}};
    const auto title = [](const std::string& id) { return same("title of " + id); };
    CHECK(render(practice_table(practices, learning_organisation(), title), Format::csv,
                 {Lang::en}) ==
          "on,branch,branch_name,item,title,note,evidence,by,by_name\n"
          "2026-10-20,a,A,DF-02,title of DF-02,posted by the 5th,ab.jpg,pb,Pb\n");
  }
}
