#include "records/records_lint.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const LintFile talks{
    "records/talks.yaml",
    "register: talks\nversion: '1'\ntitle: T\ndate: day\ncolumns: [{id: day, kind: "
    "date, heading: day}]\n"};
const LintFile unit{"sihu.yaml",
                    "sihu: 1\norganisation: {id: demo, name: x}\nbranches: [{id: zb01, name: x}]\n"
                    "people: [{id: p001, name: z, branch: zb01}]\n"};

std::string lint_table(const std::string& name, const std::string& text) {
  LintInput input;
  input.files = {{name, text}};
  input.context = {talks, unit};
  return fault_names(lint_record_files(input));
}

}  // namespace

TEST_SUITE("records") {
  TEST_CASE("tables lie in records, and are checked by their register") {
    CHECK(is_record_file("records/talks.zb01.csv"));
    CHECK_FALSE(is_record_file("answers.csv"));
    CHECK_FALSE(is_record_file("records/talks.yaml"));
    CHECK(lint_table("records/talks.csv", "branch,day\nzb01,2026-10-12\n") == "");
    CHECK(lint_table("records/talks.csv", "branch,day\nzb01,2026-10-32\n") == "2:6 wrong-value");
    CHECK(lint_table("records/talk.csv", "branch,day\n") == "0:0 no-register");
  }

  TEST_CASE("without the register or the organisation nothing is said of rows") {
    LintInput input;
    input.files = {{"records/talks.csv", "branch,day\nzb01,x\n"}};
    input.context = {talks};
    CHECK(lint_record_files(input).empty());
    input.context = {unit, {talks.name, "register: talks\n"}};
    CHECK(lint_record_files(input).empty());
  }
}
