#include "report/answer_form.hpp"

#include "check/answers.hpp"
#include "store/xlsx.hpp"
#include "store/xlsx_read.hpp"
#include "support/check_fixture.hpp"
#include "support/workspaces.hpp"

#include <fstream>

using namespace sihu;
using namespace sihu::test;

namespace {

// As it comes back from a disk.
Sheet saved_and_read(const Briefing& book, Lang lang) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "f.xlsx";
  std::ofstream(file, std::ios::binary) << xlsx_of(book, lang).value();
  return read_xlsx(file, "f.xlsx").value();
}

std::size_t column_of(const Sheet& sheet, const std::string& heading) {
  const auto found = std::ranges::find(sheet.head, heading, &Cell::text);
  REQUIRE(found != sheet.head.end());
  return static_cast<std::size_t>(found - sheet.head.begin());
}

void fill_in(Table& table, std::size_t row, std::string_view key, const std::string& text) {
  const auto column = std::ranges::find(table.columns, key, &Column::key);
  table.rows[row][static_cast<std::size_t>(column - table.columns.begin())] = text;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a form as a workbook that nobody filled in answers nothing") {
    const CheckFixture check;
    const auto basis = check.basis();
    const auto book = answer_form({check.key, basis, {}, {}});
    for (const auto lang : {Lang::zh, Lang::en}) {
      const auto file = load_answers(saved_and_read(book, lang), "f.xlsx", check.key, basis);
      REQUIRE_FALSE(file);
      CHECK(fault_names(file.error()) == "nothing-answered");
      CHECK(to_string(file.error().faults.front().place) == "f.xlsx");
    }
  }

  TEST_CASE("what was chosen from the list of a form is the answer, in either language") {
    const CheckFixture check;
    const auto basis = check.basis();
    for (const auto lang : {Lang::zh, Lang::en}) {
      auto book = answer_form({check.key, basis, {}, {}});
      Table& table = book.tables.front();
      fill_in(table, 0, "result", std::string(wording(Verdict::deduct).in(lang)));
      fill_in(table, 0, "rule", "late*2");
      fill_in(table, 2, "result", std::string(wording(Verdict::value).in(lang)));
      fill_in(table, 2, "value", "2.0");
      fill_in(table, 3, "result", std::string(wording(Verdict::na).in(lang)));
      fill_in(table, 3, "note", "=1+1");
      const auto file = load_answers(saved_and_read(book, lang), "f.xlsx", check.key, basis);
      REQUIRE(file);
      REQUIRE(file->rows.size() == 3);
      CHECK(file->unanswered == 2);
      CHECK(file->rows[0].answer.points == Rational(2));
      CHECK(file->rows[1].answer.value == Rational(2));
      CHECK(file->rows[2].answer.note == "=1+1");
    }
  }

  TEST_CASE("a form says how it is filled in, and what was answered last time") {
    const CheckFixture check;
    const auto basis = check.basis();
    const std::map<std::string, PreviousAnswer> previous{{"B-1", {{2026, 3}, answer("fail")}}};
    const auto book = answer_form({check.key, basis, previous, {}});
    CHECK(std::get<Phrase>(book.tables.front().rows[3][1]).en.find("last time (2026Q3): fail") !=
          std::string::npos);
    CHECK(book.notes[1].text.en.find("sihu check run zb05 --checklist dues --answers") !=
          std::string::npos);
    const auto sheet = saved_and_read(book, Lang::zh);
    CHECK(sheet.rows.front()[column_of(sheet, "标准和扣分规则")].text ==
          "每月交纳\nlate：未按月收缴，每月扣 1，最多 3\nshort：少缴，扣 2.5\nzero-1：挪用，扣完");
  }
}
