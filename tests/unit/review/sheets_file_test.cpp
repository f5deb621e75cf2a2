#include "review/sheets_file.hpp"

#include "support/fault_names.hpp"
#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Result<SheetsFile> load(const std::string& text, WrittenFormat format = WrittenFormat::csv) {
  static const auto organisation = reviewing();
  static const Rubric rubric = a_rubric();
  return load_sheets(text, "sheets", format, {{reviewed_quarter, rubric}, organisation, "pa"});
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("a table and a document say the same") {
    const auto table = load("branch,name,C1,C2,comment\nb,乙,4,3.5,\"good, mostly\"\nc,,,,\n");
    const auto document = load(
        "quarter: 2026Q4\nrubric: work\nsheets:\n  - {branch: b, C1: 4, C2: 3.5, comment: 'good, "
        "mostly'}\n  - {branch: c, C1: , comment: }\n",
        WrittenFormat::yaml);
    for (const auto& file : {table, document}) {
      REQUIRE(file);
      REQUIRE(file->sheets.size() == 1);
      CHECK(file->unfilled == 1);
      CHECK(file->sheets[0].key == sheet_key("b", "pa"));
      CHECK(write_scores(file->sheets[0].sheet) == "C1=4;C2=3.5");
      CHECK(file->sheets[0].sheet.comment == "good, mostly");
    }
  }

  TEST_CASE("a file may hold the sheets of many, and rows for the reader") {
    const auto file = load("person,branch,C1,C2\n# from 1 to 5,,,\npb,a,1,1\npb,c,2,2\nx,a,5,5\n");
    REQUIRE(file);
    REQUIRE(file->sheets.size() == 3);
    CHECK(file->sheets[2].key == sheet_key("a", "x"));
  }

  TEST_CASE("headings may be in Chinese, or what a criterion is called, but each once") {
    const std::string title = a_rubric().criteria[0].title.zh;
    const auto file = load("人员,支部," + title + ",C2,意见\npb,a,1,2,好\n");
    REQUIRE(file);
    CHECK(file->sheets[0].key == sheet_key("a", "pb"));
    CHECK(write_scores(file->sheets[0].sheet) == "C1=1;C2=2");
    CHECK(file->sheets[0].sheet.comment == "好");
    CHECK(fault_names(load("人员,person,branch,C1,C2\npb,pb,a,1,2\n")) == "1:4 column-twice");
  }

  TEST_CASE("all that is wrong is said at once, where it stands, and quotes nobody's scores") {
    const auto bad = load(
        "person,branch,C1,C2,comment,C3\npb,d,4,3,,\npz,a,6,,,\npb,a,x,3,,\npb,c,1,1,,\npb,c,1,1,,"
        "\n,,1,1,,\n");
    CHECK(fault_names(bad) ==
          "1:29 unknown-key, 2:4 unknown-branch, 3:1 unknown-person, 3:4 score-missing, 3:6 "
          "score-outside-scale, 4:6 score-outside-scale, 6:4 sheet-twice, 7:1 branch-missing");
    REQUIRE_FALSE(bad);
    for (const Fault& fault : bad.error().faults) CHECK(fault.excerpt.empty());
  }

  TEST_CASE("a file for another review, without a sheet, or with a page of a comment is refused") {
    CHECK(fault_names(load("quarter: 2026Q3\nrubric: other\nsheets: []\n", WrittenFormat::yaml)) ==
          "1:10 other-review, 2:9 other-review");
    CHECK(fault_names(load("quarter: 2026Q4\n", WrittenFormat::yaml)) == "1:1 sheets-missing");
    CHECK(fault_names(load("branch,C1,C2\nb,,\n")) == "1:1 nothing-filled-in");
    CHECK(fault_names(load("branch,C1,C2,comment\nb,1,1," + std::string(3000, 'x') + "\n")) ==
          "2:7 comment-too-long");
  }

  TEST_CASE("what a rule says is told together with what is wrong, and else at handing in") {
    const auto organisation = reviewing();
    const Rubric rubric = a_rubric();
    SheetsScene scene{{reviewed_quarter, rubric}, organisation, "pa"};
    scene.refusal = [](const SheetKey& key) -> std::optional<Fault> {
      if (key.branch != "a") return std::nullopt;
      return Fault{{}, "own-branch", phrase(Text{"自己的", "the own one"})};
    };
    const auto load = [&](const std::string& rows) {
      return load_sheets("branch,C1,C2\n" + rows, "sheets", WrittenFormat::csv, scene);
    };
    CHECK(fault_names(load("a,1,1\nb,9,1\nd,1,1\n")) ==
          "2:1 own-branch, 3:3 score-outside-scale, 4:1 unknown-branch");
    const auto well_formed = load("a,1,1\nb,1,1\n");
    REQUIRE(well_formed);
    CHECK(well_formed->sheets.size() == 2);
  }
}
