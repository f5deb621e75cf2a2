#include "report/due_lines.hpp"

#include "report/due_list.hpp"
#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// Problems in every state of lateness, some with texts that no spreadsheet may run.
ProblemList some_problems() {
  ProblemList list;
  for (int i = 1; i <= 60; ++i) {
    Problem problem = a_problem();
    problem.serial = i;
    problem.id = "26Q4-zb05-k7m2qx-" + std::to_string(i);
    problem.due = Date(2026, 10, 1) + i;
    problem.severity = static_cast<Severity>(i % 4);
    problem.status = static_cast<Status>(i % 3);
    problem.opened_by = i % 5 == 0 ? "p900" : "p001";
    problem.inspecting_branch = i % 5 == 0 ? "" : "zb03";
    if (i % 7 == 0) problem.owner = "nobody";
    if (i % 6 == 0) problem.title = "=cmd|' /C calc'!A0";
    if (i % 8 == 0) problem.item = "a,\"b\"\x1b";
    if (problem.status == Status::submitted) problem.submitted = Date(2026, 9, 20) + i;
    if (i % 9 == 0 && problem.status == Status::open)
      problem.asked = ExtensionRequest{problem.due + 5, "p005", ""};
    list.problems.push_back(problem);
  }
  return list;
}

struct Answer {
  std::string text;
  bool late = false;
};

// Each row is gone when the next one comes, as it is in a snapshot.
Answer answer(const OpenRows& open, const DueQuestion& question, Format format) {
  Answer answer;
  const EachRow rows = [&](const auto& visit) -> Result<void> {
    for (const auto start : open.starts) {
      std::string bytes = open.bytes.substr(start, row_bytes(open.bytes.data() + start));
      visit(read_open_row(bytes.data()));
      bytes.assign(bytes.size(), '?');
    }
    return {};
  };
  const auto late = write_due_lines(rows, question, an_organisation(), a_calendar(), format,
                                    [&](std::string_view block) {
                                      answer.text += block;
                                      return true;
                                    });
  REQUIRE(late);
  answer.late = *late;
  return answer;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("the quick text is the table's, for every question") {
    const ProblemList list = some_problems();
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    OpenRows open;
    for (const Problem& problem : list.problems) open.add(open_row_of(problem, "2026Q4"));
    open.sort();
    for (const Format format : {Format::tsv, Format::csv})
      for (int day = -5; day < 70; day += 5)
        for (const int within : {0, 7, 40})
          for (const bool overdue : {false, true}) {
            const Date today = Date(2026, 10, 1) + day;
            auto expected = due_rows(list, today, within, organisation, workdays);
            if (overdue)
              std::erase_if(expected,
                            [](const DueRow& row) { return row.why != DueRow::Why::overdue; });
            CHECK(answer(open, {today, within, overdue}, format).text ==
                  render(due_table(expected, {organisation, workdays, today}), format, {Lang::zh}));
          }
    CHECK_FALSE(answer(open, {Date(2026, 12, 1), 7, false, "zb03"}, Format::tsv).late);
    CHECK(answer(open, {Date(2026, 12, 1), 7, false, "zb05"}, Format::tsv).late);
  }

  TEST_CASE("what can't be read any more and what nobody takes end the answer") {
    const EachRow lost = [](const auto&) -> Result<void> {
      return fail(Kind::environment, "gone", {}, {});
    };
    const auto ignore = [](std::string_view) { return true; };
    CHECK_FALSE(write_due_lines(lost, {Date(2026, 12, 1)}, an_organisation(), a_calendar(),
                                Format::tsv, ignore));
    OpenRows open;
    for (const Problem& problem : some_problems().problems)
      for (int copy = 0; copy < 100; ++copy) open.add(open_row_of(problem, "2026Q4"));
    const EachRow many = [&](const auto& visit) -> Result<void> {
      for (const auto start : open.starts) visit(read_open_row(open.bytes.data() + start));
      return {};
    };
    int blocks = 0;
    CHECK(write_due_lines(many, {Date(2027, 12, 1)}, an_organisation(), a_calendar(), Format::tsv,
                          [&](std::string_view) { return ++blocks > 5; }));
    CHECK(blocks == 1);
  }
}
