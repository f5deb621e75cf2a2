#include "exam/row_runs.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

// Rows 1, 2 and 3 in lines 2 to 4, row 5 in line 7.
std::vector<RowRun> two_runs() {
  std::vector<RowRun> runs;
  for (const auto& [row, line] : {std::pair<std::size_t, int>{1, 2}, {2, 3}, {3, 4}, {5, 7}})
    add_row(runs, row, {"answers.csv", line, 1});
  return runs;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("rows that follow one another are one run") {
    const auto runs = two_runs();
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].first.line == 2);
    CHECK(runs[0].last_line == 4);
    CHECK(runs[1].last_line == 7);
    CHECK(lines_of(runs) == "2-4, 7");
    CHECK(lines_of({}).empty());
    std::vector<RowRun> between;
    add_row(between, 4, {"answers.csv", 6, 1});
    between.push_back(runs[1]);
    between.push_back(runs[0]);
    CHECK(lines_of(joined(between)) == "2-7");
  }

  TEST_CASE("a fault of several rows is said where each run begins, and how far that goes") {
    const Fault fault{{}, "no-paper", phrase(Text{"没有卷", "no paper"})};
    const auto faults = at_each_run(fault, two_runs());
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].place.line == 2);
    CHECK(faults[0].what.en == "no paper (through line 4)");
    CHECK(faults[0].what.zh == "没有卷（到第 4 行）");
    CHECK(faults[1].place.line == 7);
    CHECK(faults[1].what.en == "no paper");
    CHECK(at_each_run(fault, {}).size() == 1);
  }
}
