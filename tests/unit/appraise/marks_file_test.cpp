#include "appraise/marks_file.hpp"

#include "support/appraisals.hpp"
#include "support/fault_names.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Result<std::vector<NewItemMark>> load(const std::string& text, WrittenFormat format) {
  static const Checklist checklist = appraised_checklist();
  return load_item_marks(text, "marks", format,
                         appraised_items(checklist, nullptr, appraised_half));
}

}  // namespace

TEST_SUITE("appraise") {
  TEST_CASE("a form that is filled in is read back, and empty rows are left for later") {
    const Checklist checklist = appraised_checklist();
    const auto items = appraised_items(checklist, nullptr, appraised_half);
    const std::string form = marks_form(
        items, checklist,
        {{"A-01", {}, "new, =1", {}, {}}, {"B-01", {Rational(7, 2)}, "b", {}, {}}}, Lang::en);
    const auto marks = load(form, WrittenFormat::csv);
    REQUIRE(marks);
    REQUIRE(marks->size() == 2);
    CHECK_FALSE((*marks)[0].mark.points);
    CHECK((*marks)[0].reason == "new, =1");
    CHECK((*marks)[1].mark.points == Rational(7, 2));
  }

  TEST_CASE("lists in YAML and JSON say the same") {
    const auto yaml = load("- {item: A-01, points: 3, reason: ok}\n", WrittenFormat::yaml);
    const auto json = load("{\"marks\": [{\"item\": \"A-01\", \"points\": 3, \"reason\": \"ok\"}]}",
                           WrittenFormat::json);
    REQUIRE(yaml);
    REQUIRE(json);
    CHECK((*yaml)[0].mark == (*json)[0].mark);
  }

  TEST_CASE("everything that is wrong comes at once, with its place") {
    CHECK(fault_names(load("item,points,reason,stance\nA-01,31,ok,\nA-09,1,ok,\nA-02,1,,\n"
                           "A-02,2,ok,\n",
                           WrittenFormat::csv)) ==
          "1:20 unknown-key, 2:6 not-points, 3:1 unknown-item, 4:1 reason-missing, 5:1 item-twice");
    CHECK(fault_names(load("item,points,reason\nA-01,,\n", WrittenFormat::csv)) ==
          "1:1 nothing-filled-in");
    CHECK(fault_names(load("item: A-01\n", WrittenFormat::yaml)) == "1:1 marks-missing");
  }
}
