#include "document/record_register.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string register_head =
    "register: meetings\nversion: '1'\ntitle: Meetings\ndate: held\ncolumns:\n"
    "  - {id: held, kind: date, heading: {zh: 日期, en: date}}\n";

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a register says which columns its tables have") {
    const auto meetings =
        load_register(register_head +
                          "  - {id: kind, kind: choice, heading: {zh: 类别, en: kind}, choices: "
                          "[{zh: 支委会, en: committee}, 党课], required: true}\n",
                      "records/meetings.yaml");
    REQUIRE(meetings);
    CHECK(meetings->columns[0].required);  // what dates a row must be there
    CHECK(meetings->columns[1].choice("committee") == "支委会");
    CHECK_FALSE(meetings->columns[1].choice("党 课"));
    CHECK(meetings->find("kind") == 1);
    CHECK_FALSE(meetings->find("sort"));
  }

  TEST_CASE("all that is wrong with a register comes in one run") {
    const auto faults = [](const std::string& columns) {
      return fault_names(load_register(register_head + columns, "r.yaml"));
    };
    CHECK(faults("  - {id: held, kind: datum, heading: 日期, wide: 3}\n") ==
          "7:10 duplicate-id, 7:22 unknown-word, 7:38 duplicate-heading, 7:42 unknown-key");
    CHECK(faults("  - {id: b, kind: text, heading: 支部}\n") == "7:34 reserved-heading");
    CHECK(faults("  - {id: b, kind: choice, heading: x}\n") == "7:5 missing-key");
    CHECK(faults("  - {id: b, kind: text, heading: x, choices: [z]}\n") ==
          "7:46 choices-of-no-choice");
    CHECK(fault_names(load_register("course: dues\n", "records/dues.yaml")) ==
          "1:9 other-document");
  }

  TEST_CASE("what dates a row has to be a date or a month") {
    CHECK(
        fault_names(load_register("register: a\nversion: '1'\ntitle: x\ndate: day\ncolumns: [{id: "
                                  "days, kind: date, heading: w}, {id: day, kind: text, heading: "
                                  "z}]\n",
                                  "r.yaml")) == "4:7 unknown-column");
  }
}
