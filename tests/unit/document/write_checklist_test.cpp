#include "document/checklist_parts.hpp"
#include "support/fault_names.hpp"
#include "support/load_text.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace sihu;

TEST_SUITE("document") {
  TEST_CASE("a checklist with everything in it reads back the same") {
    const std::string text =
        checklist_text(
            "  - id: A\n    area: one\n    title: {zh: '甲: 一', en: \"no\"}\n    standard: |\n    "
            "  一\n      二\n"
            "    method: [查, 看]\n    basis: [{law: L, article: 第一条, status: verified}]\n    "
            "status: quoted\n"
            "    local-part: 本地\n    note: '#'\n    readings: [一说, 二说]\n    points: 6.5\n"
            "    deduct: [{id: late, when: 迟, each: 0.5, most: 2, per: 人}]\n    zero-if: [垫交]\n"
            "    severity: critical\n    due: 5wd\n    evidence: [台账]\n    evidence-required: "
            "true\n"
            "    applies-to: [organ]\n    valid: {from: 2026-01-01, until: 2026-12-31}\n    "
            "rectify: now\n"
            "  - {id: B, area: one, title: 乙, points: 3, target: {at-least: 1, at-most: 9, "
            "proportional: true, unit: 次}}\n"
            "  - {id: C, area: one, title: 丙, points: 0, veto: fail-all, computed: {records: "
            "meetings, where: {kind: [x, 'y, z']}, count-per: year, at-most: 1, "
            "beyond: {zh: 余, en: rest}}}\n") +
        "full: 3\nareas: [{id: one, title: 一, points: 3}]\nnotes: 说明\nretired: [D, 'no']\n"
        "laws: {L: {title: 规定, issued: 2008-10, valid-from: 2008-10-28, note: 转载}}\n";
    const auto first = load_checklist(text, "a", source_of());
    CHECK(fault_names(first).empty());
    REQUIRE(first);
    const std::string written = write_checklist(*first);
    const auto second = load_checklist(written, "b", source_of());
    CHECK(fault_names(second).empty());
    REQUIRE(second);
    CHECK(write_checklist(*second) == written);
    const Item& a = second->items[0];
    CHECK(a.title == Phrase{"甲: 一", "no"});
    CHECK(a.standard == same("一\n二\n"));
    CHECK(a.deduct[0].most == Rational(2));
    CHECK(a.valid_until == Date(2026, 12, 31));
    CHECK(a.readings.size() == 2);
    CHECK(a.rectify == "now");
    CHECK(second->items[1].target->proportional);
    CHECK(second->items[2].veto);
    CHECK(second->items[2].computed_rule == first->items[2].computed_rule);
    CHECK(second->laws[0].valid_from == Date(2008, 10, 28));
    CHECK(second->notes == same("说明"));
  }

  TEST_CASE("every checklist that comes with sihu reads back the same") {
    namespace fs = std::filesystem;
    int count = 0;
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(SIHU_SOURCE_DIR) / "templates")) {
      if (entry.path().parent_path().filename() != "checklists") continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(stream), {}};
      const auto first = load_checklist(text, entry.path().string(), source_of());
      INFO(entry.path().string());
      REQUIRE(first);
      const std::string written = write_checklist(*first);
      const auto second = load_checklist(written, "b", source_of());
      REQUIRE(second);
      CHECK(write_checklist(*second) == written);
      CHECK(second->items.size() == first->items.size());
      CHECK(second->full == first->full);
      ++count;
    }
    CHECK(count >= 4);
  }
}
