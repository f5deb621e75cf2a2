#include "report/person_file.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("what is held about somebody is there in words and as JSON, each line with its place") {
    const Organisation organisation = learning_organisation();
    const Ledger ledger = learning_ledger(
        {session_event({Date(2026, 10, 12), "dues", "a"}, "nn"),
         {{}, "nn", "problem.note", "26Q4-c-k7m2qx-1", {{"note", "\"so\""}, {"after", "x"}}, {}}});
    const Zone zone;
    const PersonLines lines = lines_of_person(ledger, "nn", "nn");
    const PersonFile file{*organisation.find_person("nn"), lines, ledger, organisation, zone, true};
    const std::string json = person_json(file, Lang::en);
    CHECK(json.find("\"since\":\"2026-08-10\"") != std::string::npos);
    CHECK(json.find("\"counts\":{\"learn.session\":1,\"problem.note\":1}") != std::string::npos);
    CHECK(json.find("\"note\":\"\\\"so\\\"\"") != std::string::npos);
    CHECK(json.find("\"line\":\"ledger/2026Q4/hq.k7m2qx.tsv:3\"") != std::string::npos);
    const std::string shown = render(person_briefing(file), Format::md, {Lang::en});
    CHECK(shown.find("Ann") != std::string::npos);
    CHECK(shown.find("session") != std::string::npos);
    CHECK(shown.find("hq.k7m2qx.tsv:2") != std::string::npos);
    CHECK(shown.find("after=") == std::string::npos);
  }

  TEST_CASE("rows of registers are held about somebody as much as lines of the ledger are") {
    const Organisation organisation = learning_organisation();
    const Ledger ledger = learning_ledger({session_event({Date(2026, 10, 12), "dues", "a"}, "nn")});
    const Zone zone;
    const PersonLines lines = lines_of_person(ledger, "nn", "nn");
    RecordTable dues;
    dues.declared.id = "dues";
    dues.declared.title = {"党费", "Dues"};
    for (const auto& [id, kind] : {std::pair{"member", ColumnKind::person},
                                   {"paid", ColumnKind::money},
                                   {"on", ColumnKind::date}}) {
      dues.declared.columns.emplace_back();
      dues.declared.columns.back().id = id;
      dues.declared.columns.back().kind = kind;
    }
    const RecordRow row{"hq",
                        Date(2026, 10, 1),
                        {std::string("nn"), Rational(31, 2), RecordValue()},
                        {"records/dues.csv", 7, 1}};
    PersonFile file{
        *organisation.find_person("nn"), lines, ledger, organisation, zone, true, {{&dues, &row}}};
    const std::string json = person_json(file, Lang::en);
    CHECK(json.find("\"counts\":{\"learn.session\":1,\"record.row\":1}") != std::string::npos);
    CHECK(json.find("{\"at\":\"2026-10-01\",\"event\":\"record.row\",\"subject\":\"dues\","
                    "\"by\":false,\"about\":true,\"fields\":{\"member\":\"nn\","
                    "\"paid\":\"15.5\"},\"line\":\"records/dues.csv:7") != std::string::npos);
    const std::string shown = render(person_briefing(file), Format::md, {Lang::en});
    CHECK(shown.find("row of a register") != std::string::npos);
    CHECK(shown.find("paid=15.5") != std::string::npos);
    file.all = false;
    CHECK(render(person_briefing(file), Format::md, {Lang::en}).find("15.5") == std::string::npos);
  }

  TEST_CASE("without all there are counts, and the lines are not written out") {
    const Organisation organisation = learning_organisation();
    const Ledger ledger = learning_ledger({session_event({Date(2026, 10, 12), "dues", "a"}, "nn")});
    const Zone zone;
    PersonLines lines = lines_of_person(ledger, "nn", "x");
    lines.sheets_kept_back = 2;
    const PersonFile file{*organisation.find_person("nn"), lines, ledger, organisation, zone};
    CHECK(person_json(file, Lang::en).find("\"lines\"") == std::string::npos);
    const std::string shown = render(person_briefing(file), Format::table, {Lang::en});
    CHECK(shown.find("hq.k7m2qx.tsv") == std::string::npos);
    CHECK(shown.find("not listed: 2") != std::string::npos);
  }

  TEST_CASE("whatever can be about somebody has words, and stays as it is for programs") {
    const Organisation organisation = learning_organisation();
    for (const char* name :
         {"appraise.score", "appraise.self", "appraise.veto", "appraise.result", "appraise.appeal",
          "appraise.decide", "test.withdraw", "line.redact", "evidence.remove"}) {
      CAPTURE(name);
      const Ledger ledger = learning_ledger({{{}, "nn", name, "2026H2/nn", {}, {}}});
      const Zone zone;
      const PersonLines lines = lines_of_person(ledger, "nn", "nn");
      const PersonFile file{
          *organisation.find_person("nn"), lines, ledger, organisation, zone, true};
      CHECK(render(person_briefing(file), Format::md, {Lang::zh}).find(name) == std::string::npos);
      CHECK(person_json(file, Lang::zh).find(name) != std::string::npos);
    }
  }
}
