#include "support/sample_table.hpp"
#include "wording/width.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("report") {
  TEST_CASE("a table for people lines up with Chinese in it") {
    CHECK(render(sample_table(), Format::table, {}) ==
          "编号  事项              逾期天数  状态    期限\n"
          "17    按月足额收缴党费        28  待整改  2026-10-27\n"
          "5     a|b                      0  已销号\n");
    CHECK(render(sample_table(), Format::table, {.lang = Lang::en}).starts_with("id  item "));
  }

  TEST_CASE("a narrow window shortens what may be shortened and nothing else") {
    const std::string text = render(sample_table(), Format::table, {.columns = 44});
    CHECK(text.find("按月足…") != std::string::npos);
    CHECK(text.find("2026-10-27") != std::string::npos);
    CHECK(display_width(text.substr(0, text.find('\n'))) <= 44);
    CHECK(render(sample_table(), Format::table, {.columns = 10}).find("待整改") !=
          std::string::npos);
  }

  TEST_CASE("of numbers the heading is shortened, never a digit") {
    Table table;
    table.columns = {{"id", same("id")},
                     {"score", same("a long heading"), Column::Align::right, true, 4},
                     {"other", same("another long one"), Column::Align::right}};
    table.rows = {{std::string("z"), std::string("100.00"), std::string("7")}};
    CHECK(render(table, Format::table, {.columns = 16}) == "id  a lon…  ano…\nz   100.00     7\n");
    CHECK(render(table, Format::table, {.columns = 40}) ==
          "id  a long heading  another long one\nz           100.00                 7\n");
  }

  TEST_CASE("what may stand below its row does in a narrow window, whole, the widest first") {
    Table table;
    table.columns = {{"id", {"编号", "id"}},
                     below_rows({"change", {"变化", "change"}}),
                     {"score", {"得分", "score"}, Column::Align::right},
                     below_rows({"why", {"原因", "why"}, Column::Align::left, true, 4})};
    table.rows = {{std::string("zb01"), std::string("+1.00 (2→1)"), std::string("90.00"),
                   std::string("nothing is missing, nothing is late")},
                  {std::string("zb02"), std::string("-1.00 (1→2)"), std::string("80.00"), Value()}};
    CHECK(render(table, Format::table, {.lang = Lang::en, .columns = 30}) ==
          "id    change       score\n"
          "zb01  +1.00 (2→1)  90.00\n"
          "    why: nothing is missing,\n"
          "      nothing is late\n"
          "zb02  -1.00 (1→2)  80.00\n");
    CHECK(render(table, Format::table, {.lang = Lang::zh, .columns = 14})
              .starts_with("编号   得分\nzb01  90.00\n    变化：+1.00 (2→1)\n"));
    CHECK(render(table, Format::table, {.lang = Lang::en, .columns = 80}).find("why: ") ==
          std::string::npos);
    CHECK(render(table, Format::table, {.lang = Lang::en}) ==
          render(table, Format::table, {.lang = Lang::en, .columns = 80}));
  }

  TEST_CASE("below the rows short cells share a line, and a column with nothing in it goes first") {
    Table table;
    table.columns = {{"id", same("id")},
                     below_rows({"lead", same("the lead of the branches")}),
                     below_rows({"done", same("done")}),
                     below_rows({"by", same("by")}),
                     below_rows({"what", same("what")})};
    table.rows = {{std::string("z1"), Value(), std::string("2026-10-27"), std::string("Li"),
                   std::string("a text that is too long for one line")}};
    CHECK(render(table, Format::table, {.lang = Lang::en, .columns = 30}) ==
          "id  done        by\n"
          "z1  2026-10-27  Li\n"
          "    what: a text that is too\n"
          "      long for one line\n");
    CHECK(render(table, Format::table, {.lang = Lang::en, .columns = 38}).find("the lead") ==
          std::string::npos);
    table.columns[1].below = false;
    CHECK(render(table, Format::table, {.lang = Lang::en, .columns = 31})
              .find("\n    done: 2026-10-27; by: Li\n    what: a text that is too") !=
          std::string::npos);
  }

  TEST_CASE("no window is too narrow: in the end all but the first column stand below") {
    Table table;
    table.columns = {{"id", same("id")}};
    table.rows = {{std::string("26Q4-zb05-k7m2qx-17")}};
    for (int i = 0; i < 12; ++i) {
      table.columns.push_back({"c" + std::to_string(i), same("column " + std::to_string(i))});
      table.rows[0].emplace_back(std::string("some words of it"));
    }
    for (const int window : {26, 40, 80, 120}) {
      CAPTURE(window);
      const std::string text = render(table, Format::table, {.lang = Lang::en, .columns = window});
      CHECK(text.starts_with("id"));
      for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        CHECK(display_width(text.substr(at, text.find('\n', at) - at)) <= window);
      CHECK(text.find("column 11: some") != std::string::npos);
    }
  }

  TEST_CASE("only the heading is set off, and only in colour") {
    CHECK(render(sample_table(), Format::table, {.color = true}).starts_with("\x1b[1m编号"));
  }
}
