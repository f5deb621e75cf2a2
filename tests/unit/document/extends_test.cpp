#include "document/checklist.hpp"
#include "support/fault_names.hpp"
#include "support/load_text.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string base =
    "checklist: base\nversion: '1'\ntitle: 基础\nfull: 10\nlaws: {L: {title: 旧}}\n"
    "areas: [{id: one, title: 一, points: 10}]\nitems:\n"
    "  - {id: A, area: one, title: 甲, standard: 旧标准, points: 6, due: 15d, deduct: [{id: d, "
    "when: w, each: 1}]}\n"
    "  - {id: B, area: one, title: 乙, points: 4}\n";

Result<Checklist> ours(const std::string& rest) {
  return load_checklist("checklist: ours\nextends: base\n" + rest, "ours.yaml",
                        source_of({{"base", base}}));
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("an item changes only the keys that are given") {
    const auto checklist = ours("items: [{id: A, standard: 新标准}]\n");
    REQUIRE(checklist);
    CHECK(checklist->id == "ours");
    CHECK(checklist->version == "1");
    CHECK(checklist->extends == std::vector<std::string>{"base"});
    const Item& item = *checklist->find("A");
    CHECK(item.standard == same("新标准"));
    CHECK(item.title == same("甲"));
    CHECK(to_string(*item.due) == "15d");
    CHECK(item.place.file == "ours.yaml");
    CHECK(checklist->find("B")->place.file == "checklists/base.yaml");
  }

  TEST_CASE("what the base has retired stays so, and a dropped item can be retired") {
    const std::string retired = base + "retired: [C]\n";
    const auto with = [&](const std::string& rest) {
      return load_checklist("checklist: ours\nextends: base\n" + rest, "ours.yaml",
                            source_of({{"base", retired}}));
    };
    CHECK(with("full: 6\nareas: [{id: one, points: 6}]\nretired: [B, C]\n"
               "items: [{id: B, drop: true}]\n")
              ->retired == std::vector<std::string>{"C", "B"});
    CHECK(fault_names(with("items: [{id: C, area: one, title: x, points: 1}]\n"))
              .ends_with("retired-id"));
  }

  TEST_CASE("items are dropped and added, areas and laws changed") {
    const auto checklist = ours(
        "full: 12\nareas: [{id: one, points: 7}, {id: two, title: 二, points: 5}]\n"
        "laws: {L: {title: 新}, M: {title: 又}}\n"
        "items: [{id: B, drop: true}, {id: C, area: two, title: 丙, points: 5}, {id: A, points: "
        "7}]\n");
    REQUIRE(checklist);
    REQUIRE(checklist->items.size() == 2);
    CHECK(checklist->items[0].points == Rational(7));
    CHECK(checklist->items[1].id == "C");
    CHECK(checklist->areas[1].title == same("二"));
    CHECK(checklist->laws[0].title == same("新"));
    CHECK(checklist->laws.size() == 2);
  }

  TEST_CASE("a target takes the place of rules") {
    const auto checklist = ours("items: [{id: A, target: {at-least: 3}}]\n");
    REQUIRE(checklist);
    CHECK(checklist->find("A")->deduct.empty());
    CHECK(checklist->find("A")->target);
  }

  TEST_CASE("an id that the base does not have is probably mistyped") {
    CHECK(fault_names(ours("items: [{id: X, drop: true}, {id: Y, due: 5d}]\n")) ==
          "3:14 unknown-item, 3:35 unknown-item");
  }

  TEST_CASE("an id twice in one file is a fault, also of an item that is dropped") {
    CHECK(fault_names(ours("items: [{id: A, drop: true}, {id: A, title: x, points: 6}]\n"))
              .find("duplicate-id") != std::string::npos);
  }

  TEST_CASE("bases are laid over each other in their order") {
    const auto checklist = load_checklist(
        "checklist: ours\nversion: '2'\ntitle: x\nextends: [base, more]\n", "ours.yaml",
        source_of(
            {{"base",
              "checklist: base\nversion: '1'\ntitle: b\nitems: [{id: A, title: a, points: 1}]\n"},
             {"more",
              "checklist: more\nversion: '1'\ntitle: m\nitems: [{id: A, title: m, points: 2}, "
              "{id: B, title: b, points: 3}]\n"}}));
    REQUIRE(checklist);
    CHECK(checklist->full == Rational(5));
    CHECK(checklist->find("A")->title == same("m"));
    CHECK(checklist->version == "2");
  }

  TEST_CASE("a base that is there and cannot be read is not said to be missing") {
    const ChecklistSource broken = [](std::string_view) -> Result<std::string> {
      return fail(Kind::environment, "cannot-read",
                  same("checklists/base.yaml: Input/output error"));
    };
    const auto checklist = load_checklist("checklist: ours\nextends: base\n", "ours.yaml", broken);
    CHECK(fault_names(checklist) == "2:10 cannot-read");
    CHECK(checklist.error().faults.front().what.en.starts_with("checklists/base.yaml"));
  }

  TEST_CASE("circles and towers end with a message") {
    std::map<std::string, std::string, std::less<>> tower;
    for (int i = 0; i < 12; ++i)
      tower["t" + std::to_string(i)] =
          "checklist: t" + std::to_string(i) + "\nextends: t" + std::to_string(i + 1) + "\n";
    CHECK(fault_names(load_checklist("checklist: x\nextends: t0\n", "x", source_of(tower)))
              .find("extends-too-deep") != std::string::npos);
    CHECK(fault_names(load_checklist("checklist: x\nextends: x\n", "x", source_of())) ==
          "2:10 extends-cycle");
  }
}
