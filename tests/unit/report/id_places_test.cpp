#include "report/id_places.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("an id is found as a whole word, and inside no other id") {
    CHECK(has_id("items: [DF-02, DF-03]", "DF-02"));
    CHECK(has_id("DF-02", "DF-02"));
    CHECK_FALSE(has_id("DF-021", "DF-02"));
    CHECK_FALSE(has_id("XDF-02", "DF-02"));
    CHECK(has_id("DF-021 DF-02", "DF-02"));
    CHECK_FALSE(has_id("26Q4-zb05-k7m2qx-17", "zb05"));
    CHECK(has_id("26Q4/zb05/dues", "zb05"));
    CHECK_FALSE(has_id("anything", ""));
  }

  TEST_CASE("branches, people and problems are named with the command that shows more") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const ListContext context{organisation, workdays, Date(2026, 10, 12)};
    ProblemList list{{a_problem()}, {}};
    CHECK(things_called("zb05", list, context).at(0).command == "problems --branch zb05");
    const auto person = things_called("p007", list, context);
    CHECK(person.at(0).kind == "person");
    CHECK(person.at(0).what.en == "Zheng: committee");
    CHECK(things_called("17", list, context).at(0).command == "rectify show 26Q4-zb05-k7m2qx-17");
    CHECK(things_called(list.problems[0].item, list, context).size() == 1);
    CHECK(things_called("nothing", list, context).empty());
  }

  TEST_CASE("people are found by name, and half-years with their appraisal") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const ListContext context{organisation, workdays, Date(2026, 10, 12)};
    const auto person = things_called("王八", {}, context);
    REQUIRE(person.size() == 1);
    CHECK(person[0].id == "p008");
    CHECK(person[0].command == "roster show p008");
    CHECK(things_called("Wang", {}, context).at(0).id == "p008");
    CHECK(things_called("2026H2", {}, context).at(0).command == "appraise 2026H2");
  }

  TEST_CASE("a document is found by its name, by what it defines, and by a line of it") {
    const auto of = [](std::string_view id) {
      const auto found = document_called(id, "a: 1\n  b: 2\n", "plans/2026Q4.yaml");
      return found.empty() ? std::string()
                           : found[0].place + " " + found[0].what.en + " " + found[0].command;
    };
    CHECK(of("plans/2026Q4.yaml") == "plans/2026Q4.yaml the whole file plan show 2026Q4");
    CHECK(of("2026Q4") == of("plans/2026Q4.yaml"));
    CHECK(of("plans/2026Q4.yaml:2") == "plans/2026Q4.yaml:2 b: 2 ");
    CHECK(of("plans/2026Q4.yaml:9").empty());
    CHECK(of("plans/2026Q4.yaml:x").empty());
    CHECK(of("2026Q3").empty());
    CHECK(document_called("sihu", "", "sihu.yaml").empty());
    CHECK(document_called("sihu.yaml", "", "sihu.yaml").size() == 1);
  }

  TEST_CASE("what says what an id is comes before what names it") {
    auto places =
        places_in("items: [Q080]\n- id: Q080\n- id: Q0801\n- see Q080\n", "a.yaml", "Q080");
    put_definitions_first(places, "Q080");
    REQUIRE(places.size() == 3);
    CHECK(places[0].place == "a.yaml:2");
    CHECK(places[1].place == "a.yaml:1");
    CHECK(places[2].place == "a.yaml:4");
  }

  TEST_CASE("documents are named by line") {
    const auto places = places_in("items:\n  - {id: DF-02}\n  - {id: DF-021}\n# DF-02 again",
                                  "checklists/dues.yaml", "DF-02");
    REQUIRE(places.size() == 1);
    CHECK(places[0].place == "checklists/dues.yaml:2");
    CHECK(places[0].what.en == "- {id: DF-02}");
  }

  TEST_CASE("what a document defines is called by its title or the words of the question") {
    const std::string bank =
        "bank: dues\ntitle: {zh: 党费, en: Dues}\nquestions:\n  - id: Q1\n"
        "    kind: single\n    stem: 每月一次，对吗？\n  - id: Q2\n"
        "  - id: Q3\n    stem: 几个\n";
    const auto whole = places_in(bank, "banks/dues.yaml", "dues");
    REQUIRE(whole.size() == 1);
    CHECK(whole[0].what.zh == "bank: dues  党费");
    CHECK(whole[0].what.en == "bank: dues  Dues");
    const auto question = places_in(bank, "banks/dues.yaml", "Q1");
    REQUIRE(question.size() == 1);
    CHECK(question[0].what.en == "- id: Q1  每月一次，对吗？");
    CHECK(places_in(bank, "banks/dues.yaml", "Q2").front().what.en == "- id: Q2");
    const auto document = document_called("dues", bank, "banks/dues.yaml");
    CHECK(document.front().command == "test bank export dues --format csv");
  }

  TEST_CASE("a comment in YAML says nothing, but only where it is one") {
    const auto found = [](std::string_view line, const char* name = "a.yaml") {
      return !places_in(line, name, "DF-02").empty();
    };
    CHECK_FALSE(found("  # see DF-02"));
    CHECK_FALSE(found("items: [DF-01]  # not DF-02"));
    CHECK(found("item: DF-02  # of dues"));
    CHECK(found("title: \"the # of DF-02\""));
    CHECK(found("title: 'it''s # of DF-02'"));
    CHECK(found("title: don't skip DF-02"));
    CHECK_FALSE(found("title: don't skip # DF-02"));
    CHECK(found("title: a#DF-02"));
    CHECK(found("1,# DF-02", "records/a.csv"));
  }

  TEST_CASE("a quarter is named with its problems") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const ListContext context{organisation, workdays, Date(2026, 10, 12)};
    const auto quarter = things_called("2026Q4", {{a_problem()}, {}}, context);
    REQUIRE(quarter.size() == 1);
    CHECK(quarter[0].what.en == "1 problem");
    CHECK(quarter[0].command == "problems --quarter 2026Q4");
    CHECK(things_called("2026Q3", {{a_problem()}, {}}, context).empty());
  }

  TEST_CASE("a line of the ledger says when, who and about what, and no control characters") {
    Event event{Zone{}.at(Date(2026, 10, 12), 9), "p003", "problem.note", "26Q4-zb05-k7m2qx-17",
                {{"note", "seen\x1b[31m"}},       {}};
    const IdPlace place = place_in_ledger(event, "ledger/2026Q4/zb03.k7m2qx.tsv:4", Zone{});
    CHECK(place.id == "problem.note");
    CHECK(place.what.en == "2026-10-12 p003 26Q4-zb05-k7m2qx-17  seen\\x1b[31m");
  }

  TEST_CASE("a sheet of a review says who handed it in, and nothing of what is in it") {
    const Event event{Zone{}.at(Date(2026, 12, 20), 9),
                      "p900",
                      "review.sheet",
                      "2026Q4/zb05/p003",
                      {{"note", "absent"}, {"sheet", "C1=2"}, {"text", "late"}},
                      {}};
    const IdPlace place = place_in_ledger(event, "ledger/2026Q4/hq.k7m2qx.tsv:2", Zone{});
    CHECK(place.what.en == "2026-12-20 p900 2026Q4/zb05/p003");
    CHECK(place.place == "ledger/2026Q4/hq.k7m2qx.tsv:2");
  }
}
