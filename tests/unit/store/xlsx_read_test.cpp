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

  TEST_CASE("what is no package, or a part of one, is refused") {
    const std::string whole = our_workbook();
    CHECK(read_bytes("编号,期限\n").error().kind == Kind::integrity);
    CHECK(read_bytes("").error().kind == Kind::integrity);
    for (const std::size_t bytes : {std::size_t{4}, whole.size() / 2})
      CHECK_FALSE(read_bytes(whole.substr(0, bytes)));
    CHECK(read_xlsx("/nowhere/book.xlsx", "book.xlsx").error().kind == Kind::environment);
  }

  TEST_CASE("workbooks are known by their names") {
    CHECK(is_xlsx_name("台账.xlsx"));
    CHECK(is_xlsx_name("A.XLSX"));
    CHECK_FALSE(is_xlsx_name("a.xls"));
  }
}
