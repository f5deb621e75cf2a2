#include "check/form.hpp"

#include "check/answers.hpp"
#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("a form that nobody filled in is read, and answers nothing") {
    const CheckFixture check;
    const auto basis = check.basis();
    for (const auto lang : {Lang::zh, Lang::en}) {
      const FormScene scene{check.key, basis, {}, {}};
      const auto yaml =
          load_answers(yaml_form(scene, lang), "f.yaml", WrittenFormat::yaml, check.key, basis);
      const auto csv =
          load_answers(csv_form(scene, lang), "f.csv", WrittenFormat::csv, check.key, basis);
      CHECK(fault_names(yaml.error()) == "nothing-answered");
      CHECK(fault_names(csv.error()) == "nothing-answered");
    }
  }

  TEST_CASE("a form that was filled in is accepted") {
    const CheckFixture check;
    const auto basis = check.basis();
    const auto form = yaml_form({check.key, basis, {}, {}}, Lang::zh);
    const auto filled = replaced(form, "item: B-1\n    result:", "item: B-1\n    result: fail");
    const auto file = load_answers(filled, "f.yaml", WrittenFormat::yaml, check.key, basis);
    REQUIRE(file);
    REQUIRE(file->rows.size() == 1);
    CHECK(file->rows[0].answer.verdict == Verdict::fail);
  }

  TEST_CASE("a new quarter carries the last result over as text, never as an answer") {
    const CheckFixture check;
    const auto basis = check.basis();
    const std::map<std::string, PreviousAnswer> previous{{"B-1", {{2026, 3}, answer("fail")}}};
    const auto form = yaml_form({check.key, basis, previous, {}}, Lang::en);
    CHECK(form.find("last time (2026Q3): fail") != std::string::npos);
    const auto read = load_answers(form, "f.yaml", WrittenFormat::yaml, check.key, basis);
    CHECK(fault_names(read.error()) == "nothing-answered");
  }

  TEST_CASE("what the branch's records say stands beside the item, and answers nothing") {
    const CheckFixture check;
    const auto basis = check.basis();
    RecordOffers offers;
    offers["B-1"].result.verdict = RecordVerdict::gap;
    offers["B-1"].answer = answer("fail");
    const FormScene scene{check.key, basis, {}, offers};
    for (const std::string& form : {yaml_form(scene, Lang::en), csv_form(scene, Lang::en)}) {
      CHECK(form.find("by the records: fail; whatever else is filled in needs a note") !=
            std::string::npos);
      const auto format = form.starts_with("#") ? WrittenFormat::yaml : WrittenFormat::csv;
      const auto read = load_answers(form, "f", format, check.key, basis);
      CHECK(fault_names(read.error()) == "nothing-answered");
    }
  }

  TEST_CASE("a title that a spreadsheet would run is neutralised") {
    CheckFixture check;
    check.checklist.items[3].title = same("=cmd|' /C calc'!A0");
    const auto basis = check.basis();
    const auto form = csv_form({check.key, basis, {}, {}}, Lang::zh);
    CHECK(form.find("'=cmd|") != std::string::npos);
  }

  TEST_CASE("an id that YAML would take for a number is quoted") {
    CheckFixture check;
    check.checklist.items[3].id = "010";
    check.checklist.items[4].id = "no";
    const auto basis = check.basis();
    const auto form = yaml_form({check.key, basis, {}, {}}, Lang::zh);
    CHECK(form.find("- item: '010'") != std::string::npos);
    CHECK(form.find("- item: 'no'") != std::string::npos);
  }
}
