#include "document/checklist.hpp"

#include "support/fault_names.hpp"
#include "support/load_text.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("document") {
  TEST_CASE("an item is asked where a tag fits, from its first to its last day") {
    const auto checklist = load_checklist(
        checklist_text("  - {id: A, title: x, points: 1, applies-to: [organ, office], "
                       "valid: {from: 2026-05-18, until: 2026-12-31}}\n"),
        "a", source_of());
    REQUIRE(checklist);
    const Item& item = checklist->items[0];
    Branch branch;
    CHECK_FALSE(item.applies(branch, Date(2026, 6, 1)));
    branch.tags = {"office"};
    CHECK(item.applies(branch, Date(2026, 5, 18)));
    CHECK(item.applies(branch, Date(2026, 12, 31)));
    CHECK_FALSE(item.applies(branch, Date(2026, 5, 17)));
    CHECK_FALSE(item.applies(branch, Date(2027, 1, 1)));
  }

  TEST_CASE("an older rule stands beside its successor and is not counted twice") {
    const std::string items =
        "  - {id: A, title: x, points: 10, valid: {until: 2026-05-17}}\n"
        "  - {id: B, title: x, points: 10, valid: {from: 2026-05-18}}\n";
    const auto checklist = load_checklist(checklist_text(items) + "full: 10\n", "a", source_of());
    REQUIRE(checklist);
    CHECK(checklist->full == Rational(10));
    CHECK(fault_names(load_checklist(checklist_text(items) + "full: 20\n", "a", source_of())) ==
          "7:7 points-do-not-add-up");
  }

  TEST_CASE("an id that is retired is never used again") {
    const std::string items = "  - {id: DF-07, title: x, points: 1}\n";
    const auto with = [&](const std::string& retired) {
      return load_checklist(checklist_text(items) + "retired: " + retired + "\n", "a", source_of());
    };
    CHECK(with("[DF-08]")->retired == std::vector<std::string>{"DF-08"});
    CHECK(fault_names(with("[DF-07]")).ends_with("retired-id"));
    CHECK(fault_names(with("[DF-08, DF-08]")).ends_with("duplicate-value"));
  }

  TEST_CASE("without full, it is the sum") {
    const auto checklist = load_checklist(
        checklist_text("  - {id: A, title: x, points: 1.5}\n  - {id: B, title: x, points: 2}\n"),
        "a", source_of());
    REQUIRE(checklist);
    CHECK(checklist->full == Rational(7, 2));
    CHECK(checklist->find("B")->points == Rational(2));
    CHECK(checklist->find("C") == nullptr);
  }

  TEST_CASE("a basis shows the title of the law it cites") {
    const auto checklist = load_checklist(
        checklist_text("  - {id: A, title: x, points: 1, basis: [{law: L, article: 第一条, status: "
                       "quoted}]}\n") +
            "laws: {L: {title: 规定, issued: 2008, valid-from: 2008-01-01, note: 转载}}\n",
        "a", source_of());
    REQUIRE(checklist);
    CHECK(checklist->items[0].basis[0].title == same("规定"));
    CHECK(checklist->items[0].basis[0].status == SourceStatus::quoted);
    CHECK(checklist->laws[0].issued == "2008");
  }
}
