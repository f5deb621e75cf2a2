#include "document/lint.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const LintFile meetings{"records/meetings.yaml",
                        "register: meetings\nversion: '1'\ntitle: M\ndate: held\ncolumns:\n"
                        "  - {id: held, kind: date, heading: day}\n"
                        "  - {id: kind, kind: choice, heading: kind, choices: [{zh: 党课, en: "
                        "lecture}]}\n"
                        "  - {id: present, kind: number, heading: present}\n"};

std::string lint_with_rule(const std::string& rule, std::vector<LintFile> others = {meetings}) {
  LintInput input;
  input.files = {{"checklists/a.yaml",
                  "checklist: a\nversion: '1'\ntitle: x\nitems:\n"
                  "  - {id: A, title: x, points: 1, computed: {" +
                      rule + "}}\n"}};
  input.files.insert(input.files.end(), others.begin(), others.end());
  input.today = Date(2026, 10, 12);
  input.whole = true;
  return fault_names(lint(input));
}

const std::string lectures =
    "records: meetings, where: {kind: lecture}, count-per: month, at-least: 1";

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("an item may be computed from what there is") {
    CHECK(lint_with_rule(lectures) == "");
    CHECK(lint_with_rule("records: meetings, ratio: {sum: present, of: present}, at-least: 1") ==
          "");
  }

  TEST_CASE("registers, columns and choices that are not there are named") {
    CHECK(lint_with_rule("records: metings, count-per: month, at-least: 1") ==
          "5:54 unknown-register");
    CHECK(lint_with_rule("records: meetings, where: {sort: x}, count-per: month, at-least: 1") ==
          "5:72 unknown-column");
    CHECK(
        lint_with_rule("records: meetings, where: {kind: lectur}, count-per: year, at-least: 1") ==
        "5:78 unknown-choice");
    CHECK(lint_with_rule("records: meetings, within: {from: held, to: kind, limit: 1m}") ==
          "5:89 wrong-column");
    CHECK(lint_with_rule("records: meetings, sum: kind, equals: {records: meetings, sum: held}") ==
          "5:69 wrong-column, 5:108 wrong-column");
  }

  TEST_CASE("nothing is said about a register that has faults itself") {
    CHECK(lint_with_rule(lectures, {{meetings.name,
                                     "register: meetings\nversion: '1'\ntitle: M\n"
                                     "date: held\ncolumns: []\n"}}) == "5:10 empty-list");
  }
}
