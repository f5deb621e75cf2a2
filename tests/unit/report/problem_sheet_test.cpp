#include "report/problem_sheet.hpp"

#include "support/problems.hpp"
#include "wording/width.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string id = "26Q4-zb05-k7m2qx-17";

Offices some_offices() {
  Offices offices;
  const auto opened = offices.open(id);
  offices.tell(
      "mmmmmm", "p005", "problem.submit", id,
      {{"after", opened},
       {"note",
        "已补收\n\x1b[31m八月、九月两个月的党费，并已在支部党员大会上说明了情况，收据见附件"},
       {"role", "secretary"},
       {"on", "2026-10-19"},
       {"reason", "当日无网络"},
       {"evidence", "a.jpg"}},
      Date(2026, 10, 20));
  return offices;
}

std::string sheet(Look look) {
  const Offices offices = some_offices();
  const Organisation organisation = an_organisation();
  const Workdays workdays = a_calendar();
  const auto list = offices.fold();
  return problem_sheet(list.problems.front(), offices.ledger(), offices.zone(),
                       {organisation, workdays, Date(2026, 10, 20)}, look);
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("in Markdown it is the facts and the history, without empty columns") {
    const Offices offices = some_offices();
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const auto list = offices.fold();
    const std::string text =
        problem_markdown(list.problems.front(), offices.ledger(), offices.zone(),
                         {organisation, workdays, Date(2026, 10, 20)}, Lang::en);
    CHECK(text.starts_with("## 26Q4-zb05-k7m2qx-17  按月足额收缴\n\n| fact |"));
    CHECK(text.find("| branch | Branch Five (zb05) |\n") != std::string::npos);
    CHECK(text.find("\n\n## History\n\n| when | what | who | role | done on | due |") !=
          std::string::npos);
    CHECK(text.find("why not") == std::string::npos);
  }

  TEST_CASE("a line that waits, and one by another clock than its own, are marked") {
    Offices offices = some_offices();
    offices.tell("aaaaaa", "p900", "problem.grant", id,
                 {{"after", "0123456789abcdef"}, {"clock", "2026-10-25T01:00:00.000Z"}},
                 Date(2026, 10, 21));
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const auto list = offices.fold();
    const std::string text =
        problem_sheet(list.problems.front(), offices.ledger(), offices.zone(),
                      {organisation, workdays, Date(2026, 10, 25)}, {.lang = Lang::en});
    CHECK(text.find("2026-10-25 09:00  grant") != std::string::npos);
    CHECK(text.find("the line stands at 2026-10-21 09:02") != std::string::npos);
    CHECK(text.find("waiting: the line it rests on has not arrived yet") != std::string::npos);
  }

  TEST_CASE("a sheet has the facts, what comes next and the history") {
    const std::string text = sheet({});
    CHECK(text.starts_with("26Q4-zb05-k7m2qx-17  按月足额收缴\n状态          待销号\n"));
    CHECK(text.find("整改期限      2026-10-27（15d）\n") != std::string::npos);
    CHECK(text.find("接下来        由赵一在 2026-10-27") != std::string::npos);
    CHECK(text.find("2026-10-20 09:01  报送整改结果  周五（书记）\n") != std::string::npos);
    CHECK(text.find("    补录，实际日期：2026-10-19\n") != std::string::npos);
    CHECK(text.find("    补录理由：当日无网络\n") != std::string::npos);
  }

  TEST_CASE("long text is wrapped to the window and escape sequences are shown") {
    const std::string text = sheet({.columns = 50});
    CHECK(text.find("    已补收\n    \\x1b[31m八月") != std::string::npos);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      CHECK(display_width(text.substr(at, end - at)) <= 52);
      at = end + 1;
    }
  }

  TEST_CASE("for programs it is one object with its history") {
    const Offices offices = some_offices();
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const auto list = offices.fold();
    const std::string text = problem_json(list.problems.front(), offices.ledger(), offices.zone(),
                                          {organisation, workdays, Date(2026, 10, 20)}, Lang::en);
    CHECK(text.starts_with("{\"id\":\"26Q4-zb05-k7m2qx-17\""));
    CHECK(text.find("\"rule\":\"15d\",\"asked\":null,\"evidence_missing\":[],\"findings\":[{\"id\":"
                    "\"26Q4-zb05-k7m2qx-17\",\"by\":\"zb03\",") != std::string::npos);
    CHECK(text.find("}],\"next\":\"Zhao to verify") != std::string::npos);
    CHECK(text.find("\"history\":[\n{\"at\":\"2026-10-12 09:00\"") != std::string::npos);
    CHECK(text.ends_with("\n]}\n"));
  }
}
