#include "store/xlsx_read.hpp"

#include "store/xlsx.hpp"
#include "support/fault_names.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace sihu;
using namespace sihu::test;

namespace {

// Read from a file that has these bytes.
Result<Sheet> read_bytes(const std::string& bytes) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "book.xlsx";
  std::ofstream(file, std::ios::binary) << bytes;
  return read_xlsx(file, "book.xlsx");
}

Result<Sheet> read_fixture(const std::string& name) {
  return read_xlsx(std::string(SIHU_SOURCE_DIR) + "/tests/fixtures/workbooks/" + name + ".xlsx",
                   "F.xlsx");
}

std::string row_text(const std::vector<Cell>& row) {
  std::string text;
  for (const Cell& cell : row) text += cell.text + "|";
  return text;
}

std::string our_workbook() {
  Table table{{"整改台账", "Ledger"},
              {{"id", {"问题编号", "id"}}, {"due", {"整改时限", "due"}}, {"n", {"数", "n"}}},
              {{std::string("=1+1"), Date(2026, 10, 5), std::int64_t{17}}}};
  table.columns[2].align = Column::Align::right;
  return xlsx_of(Briefing{{table}, {}}, Lang::zh).value();
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a workbook that we wrote reads back") {
    const auto sheet = read_bytes(our_workbook());
    REQUIRE(sheet);
    CHECK(row_text(sheet->head) == "问题编号|整改时限|数|");
    REQUIRE(sheet->rows.size() == 1);
    CHECK(row_text(sheet->rows[0]) == "=1+1|2026-10-05|17|");
    CHECK(to_string(sheet->rows[0][1].place) == "book.xlsx!B2");
  }

  TEST_CASE("a workbook that LibreOffice saved reads as what was typed") {
    const auto sheet = read_xlsx(
        std::string(SIHU_SOURCE_DIR) + "/tests/fixtures/workbooks/libreoffice.xlsx", "F.xlsx");
    REQUIRE(sheet);
    CHECK(row_text(sheet->head) == "编号|整改措施|完成日期|次数|");
    REQUIRE(sheet->rows.size() == 2);
    CHECK(row_text(sheet->rows[0]) == "26Q4-zb05-k7m2qx-2|补收|2026-10-05|17|");
    CHECK(row_text(sheet->rows[1]) == "26Q4-zb05-k7m2qx-3|2||0.5|");
  }

  TEST_CASE("a form that was filled in reads, whatever programs made of it") {
    const auto sheet = read_fixture("answers");
    REQUIRE(sheet);
    CHECK(row_text(sheet->head) == "条目|事项|结果|规则|数值|上次就有|说明|检查|");
    REQUIRE(sheet->rows.size() == 4);
    CHECK(row_text(sheet->rows[0]) ==
          "DF-01|按月足额收缴|扣分|late＊2||不清楚|八月、九月\n各一人|26Q4/zb05/dues|");
    CHECK(row_text(sheet->rows[1]) == "DF-03||计数|| 2 |||26Q4/zb05/dues|");
    CHECK(row_text(sheet->rows[3]) == "DF-05||通过|||||26Q4/zb05/dues|");
  }

  TEST_CASE("days are days in every format, and digits in texts stay") {
    const auto sheet = read_fixture("ledger");
    REQUIRE(sheet);
    REQUIRE(sheet->rows.size() == 2);
    CHECK(row_text(sheet->rows[0]) == "26Q4-zb05-k7m2qx-2|1||已补收|2026-10-19||");
    CHECK(row_text(sheet->rows[1]) == "26Q4-zb05-k7m2qx-3|007|2026-11-20|||材料未到|");
  }

  TEST_CASE("what is no workbook is told apart, and nothing is waited for") {
    for (const auto& [file, fault] :
         {std::pair("bomb", "archive-too-big"), std::pair("merged", "too-many-cells"),
          std::pair("no-sheet", "not-a-workbook"), std::pair("old", "old-workbook"),
          std::pair("password", "has-a-password"), std::pair("text", "not-a-workbook")}) {
      const auto sheet = read_fixture(file);
      REQUIRE_FALSE(sheet);
      CHECK(sheet.error().kind == Kind::input);
      CHECK(fault_names(sheet) == std::string("0:0 ") + fault);
      CHECK_FALSE(sheet.error().faults.front().hint.empty());
    }
  }

  TEST_CASE("what is cut off or not there is refused") {
    const std::string whole = our_workbook();
    CHECK(fault_names(read_bytes("")) == "0:0 empty-file");
    for (const std::size_t bytes : {std::size_t{1}, std::size_t{4}, whole.size() / 2}) {
      const auto cut = read_bytes(whole.substr(0, bytes));
      REQUIRE_FALSE(cut);
      CHECK(cut.error().kind == Kind::input);
    }
    CHECK(read_xlsx("/nowhere/book.xlsx", "book.xlsx").error().kind == Kind::environment);
  }

  TEST_CASE("a workbook that is read as a text is known by how it begins") {
    CHECK(fault_names(check_is_text(our_workbook(), "a.csv")) == "0:0 workbook-as-text");
    CHECK(fault_names(check_is_text("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "a.xls")) ==
          "0:0 workbook-as-text");
    CHECK(check_is_text("PK,result\n", "a.csv"));
    CHECK(check_is_text("", "a.csv"));
  }

  TEST_CASE("workbooks are known by their names") {
    CHECK(is_xlsx_name("台账.xlsx"));
    CHECK(is_xlsx_name("A.XLSX"));
    CHECK_FALSE(is_xlsx_name("a.xls"));
  }
}
