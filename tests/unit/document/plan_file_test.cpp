#include "document/plan_file.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string head = "plan: 2026Q4\n";

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a plan written by hand needs a quarter and rows") {
    const auto plan = load_plan(head + "rows: [{mutual: check, from: a, to: b}]\n", "2026Q4.yaml");
    REQUIRE(plan);
    CHECK_FALSE(plan->made);
    CHECK_FALSE(plan->rotation);
    CHECK(fault_names(load_plan(head, "p.yaml")) == "1:1 missing-key");
    CHECK(fault_names(load_plan("rows: []\n", "p.yaml")) == "1:1 missing-key");
  }

  TEST_CASE("what is wrong with a plan is said where it stands") {
    CHECK(fault_names(load_plan("plan: 2026Q5\nrows: []\n", "p.yaml")) == "1:7 wrong-type");
    CHECK(fault_names(load_plan(head + "rows: []\n", "plans/2026Q3.yaml")) == "1:7 other-quarter");
    CHECK(fault_names(load_plan(head + "rows: [{mutual: chek, from: a, to: b}]\n", "p.yaml")) ==
          "2:17 unknown-word");
    CHECK(fault_names(load_plan(head + "rows: [{mutual: test, from: a}]\n", "p.yaml")) ==
          "2:8 missing-key");
    CHECK(fault_names(load_plan(head + "rows: []\nrows: []\n", "p.yaml")) == "3:1 duplicate-key");
    CHECK(fault_names(load_plan(head + "rotation: {seed: abc, cycle: -1}\nrows: []\n", "p.yaml")) ==
          "2:11 missing-key, 2:18 wrong-type, 2:30 out-of-range");
    CHECK(fault_names(load_plan(head + "made: {roster: 0123456789012345}\nrows: []\n", "p.yaml")) ==
          "2:16 needs-quotes");
    CHECK(fault_names(load_plan("checklist: x\n", "p.yaml")) == "1:12 other-document");
  }

  TEST_CASE("what a row teaches is an item or a topic, and stands in rows that teach") {
    const auto row = [](const std::string& more) {
      return load_plan(head + "rows: [{mutual: learn, from: a, to: b, " + more + "}]\n", "p.yaml");
    };
    REQUIRE(row("item: dues/DF-02"));
    CHECK(row("item: dues/DF-02")->rows[0].lesson == "dues/DF-02");
    REQUIRE(row("topic: fire"));
    CHECK(row("topic: fire")->rows[0].lesson == ":fire");
    CHECK(row("note: x")->rows[0].lesson.empty());
    CHECK(fault_names(row("item: DF-02")) == "2:46 wrong-type");
    CHECK(fault_names(row("item: dues/DF-02, topic: fire")) == "2:46 misplaced-lesson");
    CHECK(fault_names(load_plan(head + "rows: [{mutual: check, from: a, to: b, topic: fire}]\n",
                                "p.yaml")) == "2:47 misplaced-lesson");
  }

  TEST_CASE("mutuals have names in both languages") {
    for (const Mutual mutual : {Mutual::check, Mutual::review, Mutual::learn, Mutual::test})
      CHECK(parse_mutual(to_string(mutual)) == mutual);
    CHECK_FALSE(parse_mutual("teach"));
    CHECK(wording(Mutual::learn).in(Lang::zh) == "互学");
  }
}
