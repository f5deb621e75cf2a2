#include "problem/fixed_cell.hpp"

#include "support/returned.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string warned(const ReturnedOffice& office,
                   const std::vector<std::pair<std::string, std::string>>& cells) {
  const Problem problem = office.offices.fold().problems.front();
  std::string places;
  for (const Fault& fault : fixed_cell_warnings(
           office.row(cells), problem,
           rectification_of(problem, office.offices.ledger(), office.offices.zone()))) {
    CHECK(fault.warning);
    CHECK(fault.name == "fixed-cell");
    places += (places.empty() ? "" : " ") + fault.place.file;
  }
  return places;
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a changed cell of a column that is only there to be read is said") {
    ReturnedOffice office;
    CHECK(warned(office, {{"severity", "轻微"},
                          {"due", "2026-12-31"},
                          {"look_result", "未反弹"},
                          {"status", "已销号"}}) ==
          "F.xlsx!severity F.xlsx!due F.xlsx!look_result F.xlsx!status");
    CHECK(warned(office, {{"due", "月底"}, {"status", "done"}}) == "F.xlsx!due F.xlsx!status");
  }

  TEST_CASE("days and names that the ledger gives by itself are said as well") {
    ReturnedOffice office;
    CHECK(warned(office, {{"opened", "2026-01-01"},
                          {"submitted", "2026-10-10"},
                          {"completed", "2026-10-10"},
                          {"verifier", "甲一"},
                          {"closed", "2026-10-12"},
                          {"looked", "2026-10-12"}}) ==
          "F.xlsx!submitted F.xlsx!closed F.xlsx!verifier F.xlsx!looked F.xlsx!completed "
          "F.xlsx!opened");
    CHECK(
        warned(office,
               {{"completion", "已补收"}, {"completed", "2026-10-10"}, {"submitted", "2026-10-10"}})
            .empty());
  }

  TEST_CASE("what stands there, stood there, or is asked for by the row is no change") {
    ReturnedOffice office;
    CHECK(
        warned(office, {{"severity", "一般"}, {"due", "2026/10/27"}, {"status", "open"}}).empty());
    CHECK(warned(office, {{"completion", "已补收"}, {"status", "待销号"}}).empty());
    CHECK(warned(office, {{"conclusion", "同意销号"}, {"status", "已销号"}}).empty());
    office.tell("p005", "problem.submit", {{"note", "已补收"}});
    office.tell("p001", "problem.verify", {{"note", "属实"}});
    office.tell("p900", "problem.reopen", {{"note", "反弹"}, {"due", "2026-11-20"}});
    CHECK(warned(office, {{"due", "2026-10-27"}, {"status", "已销号"}}).empty());
    CHECK(warned(office, {{"due", "2026-11-20"}, {"look_result", "反弹"}, {"status", "submitted"}})
              .empty());
  }
}
