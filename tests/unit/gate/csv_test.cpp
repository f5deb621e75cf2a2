#include "gate/csv.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("cells are read as RFC 4180 says, with their places") {
    const auto sheet = read_csv(
        "\xef\xbb\xbf"
        "item, note \r\n\r\nDF-01,\"一,\"\"二\"\"\r\n三\"\r\nDF-02,\r\n",
        "a.csv");
    REQUIRE(sheet);
    REQUIRE(sheet->head.size() == 2);
    CHECK(sheet->head[1].text == "note");
    REQUIRE(sheet->rows.size() == 2);
    CHECK(sheet->rows[0][1].text == "一,\"二\"\r\n三");
    CHECK(sheet->rows[0][1].place == Place{"a.csv", 3, 7});
    CHECK(sheet->rows[1][1].text.empty());
    CHECK(sheet->rows[1][0].place == Place{"a.csv", 5, 1});
  }

  TEST_CASE("of a heading that is a page long a message shows the beginning") {
    const std::string page(5000, 'x');
    const auto sheet = read_csv(page + "," + page + "\n1,2\n", "a.csv");
    REQUIRE_FALSE(sheet);
    CHECK(sheet.error().faults.front().what.en.size() < 200);
  }

  TEST_CASE("the last line needs no end") {
    CHECK(read_csv("a,b\n1,2", "a").value().rows[0][1].text == "2");
  }

  TEST_CASE("all mistakes of a table come out together") {
    CHECK(fault_names(read_csv("a,b\n1\n1,2,3\n\"x\"y,2\n1,\"z\n", "a")) ==
          "2:1 row-length, 3:5 row-length, 4:4 text-behind-quote, 5:3 unclosed-quote");
    const auto ragged = read_csv("a,b\n1\n1,2,3\n", "a");
    REQUIRE(ragged);  // the rest of the table can still be judged in the same run
    CHECK(ragged->faults.size() == 2);
    CHECK(ragged->rows[0][1].text.empty());
    CHECK(ragged->rows[1].size() == 2);
    CHECK(fault_names(read_csv("a,,a\n", "a")) == "1:3 empty-heading, 1:4 duplicate-heading");
  }

  TEST_CASE("a character that is refused hides nothing else, and is left out of its cell") {
    const auto table = read_csv("a,b\n1\x07,x\ry\n1,2,3\n\"\x1bp\"q,2\n", "a");
    REQUIRE(table);
    std::string names;
    for (const Fault& fault : table->faults)
      names += std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " +
               fault.name + ", ";
    CHECK(names ==
          "2:2 control-character, 2:5 bare-return, 3:5 row-length, 4:2 control-character, 4:5 "
          "text-behind-quote, ");
    CHECK(table->rows[0][0].text == "1");
    CHECK(table->rows[0][1].text == "xy");
    CHECK(table->rows[2][0].text == "p");
    CHECK(fault_names(read_csv("a,b\r1,2\r", "a")) == "1:4 bare-return");
    CHECK(fault_names(read_csv("a,b\n\xff\xfe,2\n", "a")) == "2:1 encoding");
  }

  TEST_CASE("row by row a table is the same, and its rows are even") {
    const Source source("a,b\n1,\"x\"\"y\"\n\n2\r\n3,4,5\n", "a");
    std::vector<std::string> cells;
    std::vector<std::size_t> offsets;
    const auto faults = read_csv_rows(
        source, [&](const std::vector<Cell>& head) { CHECK(head.size() == 2); },
        [&](const std::vector<LooseCell>& row) {
          REQUIRE(row.size() == 2);
          for (const LooseCell& cell : row) cells.emplace_back(cell.text);
          offsets.push_back(row[1].offset);
        });
    CHECK(cells == std::vector<std::string>{"1", "x\"y", "2", "", "3", "4"});
    CHECK(offsets == std::vector<std::size_t>{6, 14, 19});
    CHECK(faults.broken.empty());
    CHECK(faults.uneven.size() == 2);
  }

  TEST_CASE("of a file that can't be read no row is given") {
    const Source source("a,b\n1,\xff\n", "a");
    const auto never = [](const auto&) { FAIL("nothing to give"); };
    CHECK(read_csv_rows(source, never, never).broken.size() == 1);
  }

  TEST_CASE("what stands behind the text in memory is not read") {
    const std::string_view longer = "a,b\n1,2\n3,4\n";
    const auto sheet = read_csv(longer.substr(0, 7), "a");
    REQUIRE(sheet);
    CHECK(sheet->faults.empty());
    CHECK(sheet->rows.size() == 1);
  }

  TEST_CASE("a table that is separated by something else is told apart") {
    for (const char* text : {"a;b\n1;2\n", "a\tb\n1\t2\n", "a，b\n1，2\n"}) {
      INFO(text);
      CHECK(fault_names(read_csv(text, "a")) == "1:1 separator");
    }
    CHECK(read_csv("a\n1\n", "a"));
  }
}
