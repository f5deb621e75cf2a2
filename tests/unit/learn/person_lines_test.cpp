#include "learn/person_lines.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Event line_of(const std::string& person, const std::string& name, const std::string& subject,
              std::vector<Field> fields = {}) {
  return {{}, person, name, subject, std::move(fields), {}};
}

// `entry:by/about` of each line that is found.
std::string found_lines(const PersonLines& lines) {
  std::string text;
  for (const PersonLine& line : lines.lines)
    text += std::to_string(line.entry) + (line.by ? "b" : "") + (line.about ? "a" : "") + ' ';
  return text;
}

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("lines by somebody, and lines that name somebody, and no others") {
    const Ledger ledger = learning_ledger({
        line_of("p1", "problem.note", "26Q4-a-k7m2qx-1"),
        line_of("x", "problem.assign", "26Q4-a-k7m2qx-1", {{"to", "p1"}}),
        line_of("x", "problem.assign", "26Q4-a-k7m2qx-1", {{"to", "p11"}}),
        line_of("x", "learn.session", "learn/2026-10-12/dues/a", {{"attended", "p0;p1=1.5"}}),
        line_of("x", "learn.session", "learn/2026-10-12/dues/a", {{"attended", "p0;p12=1.5"}}),
        line_of("x", "test.mark", "2026Q4/safety/p1"),
        line_of("x", "problem.note", "26Q4-a-k7m2qx-1", {{"note", "p1"}}),
    });
    CHECK(found_lines(lines_of_person(ledger, "p1", "p1")) == "0b 1a 3a 5a ");
  }

  TEST_CASE("a score sheet is shown to its reviewer alone, whoever handed it in or asks") {
    const Ledger ledger = learning_ledger({line_of("p1", "review.sheet", "2026Q4/b/p1"),
                                           line_of("x", "review.sheet", "2026Q4/c/p1"),
                                           line_of("x", "review.sheet", "2026Q4/b/p2")});
    CHECK(found_lines(lines_of_person(ledger, "p1", "p1")) == "0ba 1a ");
    const PersonLines for_committee = lines_of_person(ledger, "p1", "x");
    CHECK(for_committee.lines.empty());
    CHECK(for_committee.sheets_kept_back == 2);
    // The committee's own file does not tell whose sheets it handed in.
    const PersonLines own = lines_of_person(ledger, "x", "x");
    CHECK(own.lines.empty());
    CHECK(own.sheets_kept_back == 2);
  }
}
