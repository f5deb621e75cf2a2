#include "support/sample_table.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("report") {
  TEST_CASE("Markdown shows what people see, numbers to the right") {
    Table table = sample_table();
    CHECK(render(table, Format::md, {}) ==
          "| 编号 | 事项 | 逾期天数 | 状态 | 期限 |\n| --- | --- | ---: | --- | --- |\n"
          "| 17 | 按月足额收缴党费 | 28 | 待整改 | 2026-10-27 |\n"
          "| 5 | a\\|b | 0 | 已销号 |  |\n");
    table.title = {"问题清单", "problem list"};
    CHECK(render(table, Format::md, {.lang = Lang::en}).starts_with("## problem list\n\n| id |"));
  }

  TEST_CASE("a cell never becomes markup") {
    CHECK(render_cell("<b>[x](y)\n*z*", Format::md).find("| &lt;b&gt;\\[x\\](y)<br>\\*z\\* |") !=
          std::string::npos);
  }
}
