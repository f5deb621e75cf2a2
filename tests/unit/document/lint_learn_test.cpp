#include "document/lint.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const LintFile dues{"checklists/dues.yaml",
                    "checklist: dues\nversion: '1'\ntitle: x\n"
                    "items: [{id: DF-01, title: x, points: 1}]\n"};

std::string lint_with_course(const std::string& items, const LintFile& checklist, bool whole) {
  LintInput input;
  input.files = {
      {"courses/dues.yaml",
       "course: dues\nversion: '1'\ntitle: D\ntopic: dues\nkind: visit\nhours: 1\nitems: " + items +
           "\n"},
      checklist};
  input.whole = whole;
  input.today = Date(2026, 10, 12);
  return fault_names(lint(input));
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a course that helps with an item nobody has is warned about") {
    CHECK(lint_with_course("[DF-01]", dues, false) == "");
    CHECK(lint_with_course("[DF-01, DF-1]", dues, true).find("7:16 unknown-item") !=
          std::string::npos);
    CHECK(lint_with_course("[DF-01, DF-1]", dues, false) == "");
  }

  TEST_CASE("an item that a plan has taught and nobody has is warned about, while it lasts") {
    LintInput input;
    input.files = {{"plans/2026Q4.yaml",
                    "plan: 2026Q4\nrows:\n  - {mutual: learn, from: a, to: b, item: dues/DF-01}\n"
                    "  - {mutual: learn, from: a, to: b, item: dues/DF-1}\n"},
                   dues};
    input.whole = true;
    input.today = Date(2026, 12, 31);
    CHECK(fault_names(lint(input)).find("4:43 unknown-item") != std::string::npos);
    CHECK(fault_names(lint(input)).find("3:43 unknown-item") == std::string::npos);
    input.today = Date(2027, 1, 1);
    CHECK(fault_names(lint(input)).find("unknown-item") == std::string::npos);
  }

  TEST_CASE("where a checklist can't be read nothing is said of items, it may have them") {
    const auto said = lint_with_course("[DF-9]", {dues.name, "checklist: dues\n"}, true);
    CHECK(said.find("unknown-item") == std::string::npos);
    CHECK(said.find("missing-key") != std::string::npos);
  }
}
