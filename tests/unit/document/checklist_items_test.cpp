#include "document/checklist.hpp"
#include "support/fault_names.hpp"
#include "support/load_text.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Result<Checklist> item(const std::string& keys) {
  return load_checklist(checklist_text("  - {id: A, title: x, points: 5" + keys + "}\n"), "a",
                        source_of());
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("evidence may be required, named, or both") {
    CHECK(item(", evidence: required")->items[0].evidence_required);
    CHECK_FALSE(item(", evidence: none")->items[0].evidence_required);
    const auto both = item(", evidence: [台账, 收据], evidence-required: true");
    REQUIRE(both);
    CHECK(both->items[0].evidence.size() == 2);
    CHECK(both->items[0].evidence_required);
  }

  TEST_CASE("a rule takes off at most what the item has, and at least once") {
    CHECK(item(", deduct: [{id: a, when: w, each: 1, most: 5}]"));
    CHECK(fault_names(item(", deduct: [{id: a, when: w, each: 1, most: 6}]")) ==
          "5:75 most-above-points");
    CHECK(fault_names(item(", deduct: [{id: a, when: w, each: 2, most: 1}]")) ==
          "5:75 most-below-each");
  }

  TEST_CASE("an item is judged by rules or by a number, not by both") {
    CHECK(fault_names(item(", target: {at-least: 1}, deduct: [{id: a, when: w, each: 1}]")) ==
          "5:42 target-and-deduct");
  }

  TEST_CASE("what computed says is kept as it was") {
    const auto computed = item(
        ", computed: {records: meetings, where: {type: 支委会}, count-per: month, "
        "at-least: 1}");
    REQUIRE(computed);
    CHECK(computed->items[0].computed);
    CHECK(
        computed->items[0].computed_rule ==
        R"({"records": "meetings", "where": {"type": "支委会"}, "count-per": "month", "at-least": 1})");
  }

  TEST_CASE("an item that counts nothing is worth a warning unless it is a veto") {
    std::vector<Fault> warnings;
    CHECK(load_checklist(checklist_text("  - {id: A, title: x, points: 0}\n"
                                        "  - {id: B, title: x, points: 0, veto: fail-all}\n"),
                         "a", source_of(), &warnings));
    CHECK(fault_names(warnings) == "5:31 no-points");
  }
}
