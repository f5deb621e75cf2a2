#include "report/history.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("the history has every line, local times, and why a line does not apply") {
    Offices offices;
    const std::string id = "26Q4-zb05-k7m2qx-17";
    const auto opened = offices.open(id);
    offices.tell(
        "mmmmmm", "p005", "problem.submit", id,
        {{"after", opened}, {"note", "已补收"}, {"role", "secretary"}, {"evidence", "a.jpg"}},
        Date(2026, 10, 20));
    offices.tell("aaaaaa", "p900", "problem.withdraw", id, {{"after", opened}, {"note", "x"}},
                 Date(2026, 10, 20));
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const auto list = offices.fold();
    const Table table = history_table(list.problems.front(), offices.ledger(), offices.zone(),
                                      {organisation, workdays, Date(2026, 10, 20)});
    REQUIRE(table.rows.size() == 3);
    const std::string lines = render(table, Format::jsonl, {.lang = Lang::en});
    CHECK(lines.starts_with(R"({"at":"2026-10-12 09:00","step":"open","person":"p001",)"));
    CHECK(
        lines.find(R"("step":"submit","person":"p005","person_name":"Zhou","role":"secretary")") !=
        std::string::npos);
    CHECK(lines.find(
              R"("applied":false,"why_not":"concurrent with ledger/2026Q4/zb03.mmmmmm.tsv:2)") !=
          std::string::npos);
  }

  TEST_CASE("an event that is not known keeps its name") {
    Event event;
    event.name = "problem.photograph";
    CHECK(step_words(event).code == "problem.photograph");
    event.name = "problem.verify";
    CHECK(step_words(event).words.zh == "销号");
  }
}
