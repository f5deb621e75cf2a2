#include "report/due_list.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("how late is said in words") {
    DueRow row;
    row.late.days_overdue = 28;
    CHECK(late_in_words(row) == Phrase{"逾期 28 天", "28 days overdue"});
    row.why = DueRow::Why::verifier_late;
    row.late.days_verifier_late = 2;
    CHECK(late_in_words(row) == Phrase{"销号超时 2 天", "verification 2 days late"});
    row.why = DueRow::Why::due_soon;
    row.late.days_left = 3;
    CHECK(late_in_words(row) == Phrase{"还剩 3 天", "3 days left"});
    row.late.days_left = 0;
    CHECK(late_in_words(row) == Phrase{"今天到期", "due today"});
  }

  TEST_CASE("people read words and names, programs numbers and ids") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    ProblemList list;
    list.problems = {a_problem()};
    const Date today(2026, 10, 29);
    const auto rows = due_rows(list, today, 7, organisation, workdays);
    const Table table = due_table(rows, {organisation, workdays, today});
    const std::string shown = render(table, Format::table, {});
    CHECK(shown.find("逾期 2 天") != std::string::npos);
    CHECK(shown.find("周五") != std::string::npos);
    const std::string lines = render(table, Format::jsonl, {});
    CHECK(lines.find("\"why\":\"overdue\"") != std::string::npos);
    CHECK(lines.find("\"days_overdue\":2,\"days_left\":0,\"days_verifier_late\":0,"
                     "\"step\":\"secretary\",\"ask\":[\"p005\"],\"ask_names\":\"周五\"") !=
          std::string::npos);
    CHECK(lines.find("逾期 2 天") == std::string::npos);
  }

  TEST_CASE("the branch's due date and the verifier's are two things") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    ProblemList list;
    list.problems = {a_problem()};
    list.problems[0].status = Status::submitted;
    list.problems[0].submitted = Date(2026, 10, 19);
    const Date today(2026, 10, 29);
    const auto rows = due_rows(list, today, 7, organisation, workdays);
    const Table table = due_table(rows, {organisation, workdays, today});
    CHECK(render(table, Format::jsonl, {})
              .find("\"due\":\"2026-10-27\",\"original_due\":\"2026-10-"
                    "27\",\"verify_by\":\"2026-10-26\"") != std::string::npos);
    CHECK(render(table, Format::table, {}).find("2026-10-26") != std::string::npos);
  }
}
