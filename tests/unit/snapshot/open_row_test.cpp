#include "snapshot/open_row.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("snapshot") {
  TEST_CASE("a row keeps what is asked of an open problem") {
    Problem problem = a_problem();
    problem.submitted = Date(2026, 10, 20);
    problem.asked = ExtensionRequest{Date(2026, 11, 5), "p005", ""};
    std::string bytes = "before";
    write_row(open_row_of(problem, "2026Q4"), bytes);
    CHECK(row_bytes(bytes.data() + 6) == bytes.size() - 6);
    const Problem again = problem_of(read_open_row(bytes.data() + 6), an_organisation());
    CHECK(again.id == problem.id);
    CHECK(again.quarter == problem.quarter);
    CHECK(again.due == problem.due);
    CHECK(again.submitted == problem.submitted);
    CHECK(again.asked->by == "p005");
    CHECK(again.inspecting_branch == "zb03");
    CHECK(again.title == problem.title);
  }

  TEST_CASE("a row of what several found names them, and where each stands") {
    Problem problem = a_problem();
    problem.by = "zb03";
    Problem other = problem;
    other.id = "26Q4-zb05-b5b5b5-4";
    other.by = "zb07";
    other.status = Status::closed;
    problem.findings = {problem, other};
    const std::string findings = write_findings(problem);
    std::string bytes;
    write_row(open_row_of(problem, "2026Q4", findings), bytes);
    const Problem again = problem_of(read_open_row(bytes.data()), an_organisation());
    CHECK(again.also() == std::vector<std::string>{other.id});
    CHECK(again.found_by == std::vector<std::string>{"zb07"});
    CHECK(again.findings.at(1).status == Status::closed);
    CHECK(again.by == "zb03");
  }

  TEST_CASE("rows are sorted by due date, severity and id") {
    OpenRows rows;
    Problem problem = a_problem();
    const auto add = [&](const char* id, int serial, Date due, Severity severity) {
      problem.id = id;
      problem.serial = serial;
      problem.due = due;
      problem.severity = severity;
      rows.add(open_row_of(problem, "2026Q4"));
    };
    add("26Q4-zb05-k7m2qx-10", 10, Date(2026, 10, 27), Severity::general);
    add("26Q4-zb05-k7m2qx-9", 9, Date(2026, 10, 27), Severity::general);
    add("26Q4-zb05-k7m2qx-11", 11, Date(2026, 10, 27), Severity::serious);
    add("26Q4-zb05-k7m2qx-12", 12, Date(2026, 10, 20), Severity::minor);
    rows.sort();
    std::string order;
    for (const auto start : rows.starts)
      order += std::to_string(read_open_row(rows.bytes.data() + start).serial) + " ";
    CHECK(order == "12 11 9 10 ");
  }
}
