#include "check/answers.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Result<AnswersFile> load(std::string_view text, WrittenFormat format = WrittenFormat::yaml) {
  static CheckFixture check;
  static const auto basis = check.basis();
  return load_answers(text, "answers", format, check.key, basis);
}

std::string faults(std::string_view text, WrittenFormat format = WrittenFormat::yaml) {
  const auto file = load(text, format);
  return file ? "none" : fault_names(file.error());
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("of a text that is a page long a message shows the beginning") {
    const std::string page(5000, 'x');
    for (const auto& [text, format] :
         {std::pair(page, WrittenFormat::csv),
          std::pair("item,result,points,rule,value,existed,check\n" + page + "," + page + "," +
                        page + "," + page + "*2," + page + "," + page + "," + page,
                    WrittenFormat::csv),
          std::pair("item,result,rule\nA-1,deduct," + page, WrittenFormat::csv),
          std::pair("branch: " + page + "\nanswers: [{item: A-1, result: pass, " + page + ": 1}]",
                    WrittenFormat::yaml)}) {
      const auto file = load(text, format);
      REQUIRE_FALSE(file);
      for (const Fault& fault : file.error().faults) CHECK(fault.what.en.size() < 200);
    }
  }

  TEST_CASE("YAML, JSON and CSV say the same") {
    const auto yaml = load(
        "answers:\n"
        "  - {item: A-1, result: deduct, rule: late*2, existed: yes, note: 八月}\n"
        "  - {item: A-2, result: pass, evidence: [a.pdf, b.jpg]}\n"
        "  - {item: B-1, result: }\n");
    const auto json = load(
        R"([{"item": "A-1", "result": "deduct", "rule": "late*2", "existed": "yes", "note": "八月"},
            {"item": "A-2", "result": "pass", "evidence": "a.pdf;b.jpg"},
            {"item": "B-1", "result": null}])",
        WrittenFormat::json);
    const auto csv = load(
        "item,title,result,rule,existed,note,evidence\n"
        "A-1,按月收缴,deduct,late*2,yes,八月,\n"
        "A-2,有台账,pass,,,,a.pdf; b.jpg\n"
        "B-1,每年公示,,,,,\n",
        WrittenFormat::csv);
    REQUIRE(yaml);
    REQUIRE(json);
    REQUIRE(csv);
    for (const auto& file : {*yaml, *json, *csv}) {
      REQUIRE(file.rows.size() == 2);
      CHECK(file.unanswered == 1);
      CHECK(file.rows[0].item == "A-1");
      CHECK(file.rows[0].answer == yaml->rows[0].answer);
      CHECK(file.rows[0].answer.points == Rational(2));
      CHECK(file.rows[1].answer.evidence == std::vector<std::string>{"a.pdf", "b.jpg"});
    }
  }

  TEST_CASE("every fault of a file is told in one run, in the order of the file") {
    CHECK(faults("- {item: A-9, result: pass}\n"
                 "- {item: A-1, result: deduct, rule: lat}\n"
                 "- {item: B-1, result: fial}\n"
                 "- {item: A-3, result: value, value: viele}\n"
                 "- {item: V-1, result: na}\n"
                 "- {item: V-1, result: pass}\n"
                 "- {item: T-1, result: pass}\n"
                 "- {item: A-2, result: pass}\n") ==
          "unknown-item unknown-rule unknown-result value-not-a-number note-missing item-twice "
          "item-not-asked evidence-missing");
  }

  TEST_CASE("a fault names its place, the nearest word and the line") {
    const auto file = load("answers:\n  - item: A-1\n    result: deduct\n    rule: lat\n");
    REQUIRE_FALSE(file);
    const auto& fault = file.error().faults[0];
    CHECK(fault.place == Place{"answers", 4, 11});
    CHECK(fault.hint.en == "did you mean late?");
    CHECK(fault.excerpt == "    rule: lat");
    CHECK(file.error().kind == Kind::input);
  }

  TEST_CASE("points, values, rules and existed are checked for what they are") {
    CHECK(faults("- {item: A-1, result: deduct, points: 9, note: x}\n") == "points-over");
    CHECK(faults("- {item: A-1, result: deduct, points: eins}\n") == "points-not-a-number");
    CHECK(faults("- {item: A-1, result: deduct, rule: 'late*'}\n") == "rule-not-read");
    CHECK(faults("- {item: B-1, result: fail, existed: maybe}\n") == "unknown-existed");
    CHECK(faults("- {item: B-1, result: fail, points: 3, existed: maybe}\n") ==
          "points-differ unknown-existed");
    CHECK(faults("- {item: B-1, points: 2}\n") == "result-missing");
    CHECK(faults("- {result: pass}\n") == "item-missing");
  }

  TEST_CASE("a file that belongs to another check is not taken") {
    CHECK(faults("quarter: 2026Q3\nbranch: zb06\nchecklist: dues\nanswers: []\n") ==
          "other-check other-check");
    CHECK(faults("quarter: 2026Q4\nbranch: zb05\nchecklist: dues\nanswers: []\n") ==
          "nothing-answered");
  }

  TEST_CASE("all faults of a sheet of answers come at once, by cell") {
    static CheckFixture check;
    static const auto basis = check.basis();
    const auto cell = [](const char* text, const char* at) {
      return Cell{text, {std::string("F.xlsx!") + at, 0, 0}};
    };
    const Sheet sheet{
        {cell("条目", "A1"), cell("结果", "B1"), cell("分数", "C1"), cell("result", "D1")},
        {{cell("B-1", "A2"), cell("", "B2"), cell("", "C2"), cell("fail", "D2")},
         {cell("B-1", "A10"), cell("", "B10"), cell("", "C10"), cell("pass", "D10")},
         {cell("X-9", "A11"), cell("", "B11"), cell("", "C11"), cell("也许", "D11")},
         {cell(" ", "A12"), cell("", "B12"), cell("", "C12"), cell("", "D12")}},
        {}};
    const auto file = load_answers(sheet, "F.xlsx", check.key, basis);
    REQUIRE_FALSE(file);
    CHECK(fault_names(file.error()) ==
          "unknown-key duplicate-heading item-twice unknown-item unknown-result");
    CHECK(file.error().faults[2].what.en == "B-1 is answered in F.xlsx!A2 already");
    CHECK(to_string(file.error().faults[2].place) == "F.xlsx!A10");
  }
}
