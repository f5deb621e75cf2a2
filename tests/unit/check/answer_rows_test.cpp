#include "check/answer_rows.hpp"

#include "gate/yaml.hpp"
#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

const CheckKey key{{2026, 4}, "zb05", "dues", false};

std::string faults_of(std::string_view yaml) {
  const auto node = read_yaml(yaml, "a.yaml");
  REQUIRE(node);
  Failure failure;
  const Source source(yaml, "a.yaml");
  rows_of(*node, key, source, failure.faults);
  return fault_names(failure);
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("what is no list of rows is said with its place") {
    CHECK(faults_of("answers: 5\n") == "wrong-type");
    CHECK(faults_of("- pass\n- [a]\n") == "wrong-type wrong-type");
    CHECK(faults_of("rows: []\n") == "unknown-key answers-missing");
    CHECK(faults_of("- {item: A-1, result: {a: b}}\n") == "wrong-type");
    CHECK(faults_of("- {item: A-1, evidence: {a: b}}\n") == "wrong-type");
    CHECK(faults_of("- {item: A-1, resutl: pass}\n") == "unknown-key");
    CHECK(faults_of("answers:\n") == "");
  }

  TEST_CASE("a sheet may have its columns in any order, and unknown ones are named") {
    const std::string csv = "note,result,item,weight\n' x ,pass,A-1,3\n";
    const auto sheet = read_csv(csv, "a.csv");
    REQUIRE(sheet);
    Failure failure;
    const Source source(csv, "a.csv");
    const auto rows = rows_of(*sheet, {}, source, failure.faults);
    CHECK(fault_names(failure) == "unknown-key");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].text("item") == "A-1");
    CHECK(rows[0].text("note") == "' x");
    CHECK(rows[0].text("rule").empty());
  }

  TEST_CASE("the guard against formulas is taken off again") {
    const std::string csv = "item,result,note\nA-1,fail,'=1+1\nA-2,fail,'quoted'\n";
    const auto sheet = read_csv(csv, "a.csv");
    REQUIRE(sheet);
    Failure failure;
    const Source source(csv, "a.csv");
    const auto rows = rows_of(*sheet, {}, source, failure.faults);
    CHECK(rows[0].text("note") == "=1+1");
    CHECK(rows[1].text("note") == "'quoted'");
  }
}
