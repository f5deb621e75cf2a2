#include "review/sheet_rows.hpp"

#include "gate/yaml.hpp"
#include "support/fault_names.hpp"
#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

struct Rows {
  std::vector<SheetRow> rows;
  std::vector<Fault> faults;
};

Rows from_yaml(const std::string& text) {
  const Rubric rubric = a_rubric();
  const Source source(text, "s.yaml");
  const auto root = read_yaml(text, "s.yaml");
  REQUIRE(root);
  Rows read;
  read.rows = sheet_rows(*root, {reviewed_quarter, rubric}, source, read.faults);
  return read;
}

Rows from_csv(const std::string& text) {
  const Rubric rubric = a_rubric();
  const Source source(text, "s.csv");
  const auto table = read_csv(text, "s.csv");
  REQUIRE(table);
  Rows read;
  read.rows = sheet_rows(*table, {reviewed_quarter, rubric}, source, read.faults);
  return read;
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("a cell keeps its place, an absent one stands where the branch does") {
    const auto read = from_csv("branch,C1\nb, 4 \n");
    REQUIRE(read.rows.size() == 1);
    CHECK(read.rows[0].text("C1") == "4");
    CHECK(read.rows[0].place_of("C1").column == 3);
    CHECK(read.rows[0].text("C2") == "");
    CHECK(read.rows[0].place_of("C2").column == 1);
  }

  TEST_CASE(
      "what kept a spreadsheet from running a cell is taken off, rows for readers are not read") {
    const auto read = from_csv("branch,comment\n# note,x\nb,'=1+1\n");
    REQUIRE(read.rows.size() == 1);
    CHECK(read.rows[0].text("comment") == "=1+1");
  }

  TEST_CASE("a document's form is judged") {
    CHECK(fault_names(from_yaml("sheets: x\n").faults) == "1:9 wrong-type");
    CHECK(fault_names(from_yaml("sheets: [x, {branch: [b]}, {brunch: b}]\nmore: 1\n").faults) ==
          "2:1 unknown-key, 1:10 wrong-type, 1:22 wrong-type, 1:29 unknown-key");
    CHECK(from_yaml("- {branch: b}\n").rows.size() == 1);
  }
}
