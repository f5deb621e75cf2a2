#include "document/plain_rows.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string head = "plan: 2026Q4\nrows:\n";
const std::string row = "  - {mutual: check, from: zb01, to: zb02}\n";

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("rows as sihu writes them are read, with their places") {
    const auto plain =
        plain_rows(head + "  # 互查\n" + row + "  - {mutual: test, from: 'no', to: \"12\"}\n",
                   "plans/2026Q4.yaml");
    REQUIRE(plain);
    CHECK(plain->rest == "plan: 2026Q4\nrows: []\n  # 互查\n");
    REQUIRE(plain->rows.size() == 2);
    CHECK(plain->rows[0].to == "zb02");
    CHECK(plain->rows[0].place == Place{"plans/2026Q4.yaml", 4, 5});
    CHECK(plain->rows[1].mutual == Mutual::test);
    CHECK(plain->rows[1].from == "no");
    CHECK(plain->rows[1].to == "12");
    CHECK(plain_rows(head + "  - {mutual: learn, from: a, to: b}", "p.yaml")->rows.size() == 1);
  }

  TEST_CASE("any other way of writing is for the YAML reader") {
    for (const char* line :
         {"  - {mutual: check, from: no, to: b}", "  - {mutual: check, from: null, to: b}",
          "  - {mutual: check, from: 12, to: b}", "  - {mutual: check, from: 2026-01-02, to: b}",
          "  - {mutual: check, from: -a, to: b}", "  - {mutual: check, from: A, to: b}",
          "  - {mutual: check, from: 'a, to: b}", "  - {mutual: check, from: 'a\", to: b}",
          "  - {mutual: chek, from: a, to: b}", "  - {mutual: check, to: b, from: a}",
          "  - {mutual: check, from: a, to: b, note: x}", "  - {mutual: check, from: a, to: b} # x",
          "  - {mutual: check, from: a, to: b}\r", "   - {mutual: check, from: a, to: b}", "", "#",
          "made: {}", "  - {mutual: check, from: , to: b}"}) {
      CAPTURE(line);
      CHECK_FALSE(plain_rows(head + row + line + "\n" + row, "p.yaml"));
    }
    CHECK_FALSE(plain_rows(head, "p.yaml"));
    CHECK_FALSE(plain_rows("plan: 2026Q4\nrows: []\n", "p.yaml"));
    const std::string longest(65, 'a');
    CHECK_FALSE(plain_rows(head + "  - {mutual: check, from: a, to: " + longest + "}\n", "p.yaml"));
  }

  TEST_CASE("a plan is the same plan, read one way or the other") {
    const std::string text = "# x\n" + head + "  # 互查\n" + row;
    const auto quick = load_plan(text, "p.yaml");
    const auto slow = load_plan(text + "  - {mutual: check, to: b, from: a}\n", "p.yaml");
    REQUIRE(quick);
    REQUIRE(slow);
    CHECK(quick->quarter == slow->quarter);
    CHECK(quick->rows_place == slow->rows_place);
    CHECK(quick->rows[0].from == slow->rows[0].from);
    CHECK(quick->rows[0].place == slow->rows[0].place);
    CHECK(quick->rows[0].width == slow->rows[0].width);
  }

  TEST_CASE("what is wrong beside plain rows is said as ever") {
    const auto faults = [](const std::string& text) {
      return fault_names(load_plan(text, "p.yaml"));
    };
    CHECK(faults(head + row + "rows: []\n") == "4:1 duplicate-key");
    CHECK(faults("rows: []\nplan: 2026Q4\nrows:\n" + row) == "3:1 duplicate-key");
    CHECK(faults("made: {by: x\nrows:\n" + row).find("unclosed-bracket") != std::string::npos);
    CHECK(faults("plan: \"2026Q4\nrows:\n" + row).find("unclosed-quote") != std::string::npos);
    CHECK(faults("plan: 2026Q5\nrows:\n" + row) == "1:7 wrong-type");
    CHECK(faults(head + "  # \x01\n" + row).find("control-character") != std::string::npos);
    CHECK(faults("checklist: x\nrows:\n" + row).find("other-document") != std::string::npos);
  }
}
