#include "ledger/redaction.hpp"

#include "ledger/ledger.hpp"
#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string hidden{hidden_text};

Event a_redaction(Instant at, const std::string& check, const std::string& reason = "病情") {
  Event event = an_event(at, check, {{"reason", reason}, {"role", "committee"}});
  event.name = std::string(redaction_event);
  return event;
}

LedgerFile a_file(const std::string& device, std::vector<Event> events) {
  LedgerFile file;
  file.name = "ledger/2026Q4/zb03." + device + ".tsv";
  file_text(a_header(device), events);
  file.events = std::move(events);
  return file;
}

std::string check_of_first(std::vector<Event> events) {
  file_text(a_header(), events);
  return events.front().check;
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("words are hidden, and nothing that a fold needs") {
    Event event = an_event(noon(), "a",
                           {{"item", "DF-02"},
                            {"value", "3"},
                            {"title", "甲"},
                            {"text", "乙"},
                            {"basis", "丙"},
                            {"note", "丁"},
                            {"reason", "戊"},
                            {"evidence", "a.jpg"},
                            {"zone", "of a newer sihu"}});
    hide_texts(event);
    for (const char* key : {"title", "text", "basis", "note", "reason"})
      CHECK(event.get(key) == hidden_text);
    CHECK(event.get("item") == "DF-02");
    CHECK(event.get("value") == "3");
    CHECK(event.get("evidence") == "a.jpg");
    CHECK(event.get("zone") == "of a newer sihu");
  }

  TEST_CASE("a line is hidden wherever its redaction stands, before it or behind") {
    const std::vector<Event> told{an_event(noon(5), "a", {{"note", "病"}}),
                                  an_event(noon(6), "a", {{"note", "药"}})};
    const std::string check = check_of_first(told);
    for (const int at : {0, 9}) {
      const Ledger ledger =
          join_ledger({a_file("k7m2qx", told), a_file("b5b5b5", {a_redaction(noon(at), check)})});
      REQUIRE(ledger.entries.size() == 3);
      for (const Entry& entry : ledger.entries) {
        const Event& event = entry.event;
        if (event.check == check) CHECK(event.get("note") == hidden_text);
        if (event.at == noon(6)) CHECK(event.get("note") == "药");
        if (event.name == redaction_event) CHECK(event.get("reason") == "病情");
      }
    }
  }

  TEST_CASE("a redaction's own reason can be hidden, and it still counts") {
    const std::vector<Event> told{an_event(noon(), "a", {{"note", "病"}})};
    std::vector<Event> redactions{a_redaction(noon(1), check_of_first(told))};
    file_text(a_header("b5b5b5"), redactions);
    const std::string own = redactions[0].check;
    redactions.push_back(a_redaction(noon(2), own, "写明了病情"));
    const Ledger ledger = join_ledger({a_file("k7m2qx", told), a_file("b5b5b5", redactions)});
    CHECK(ledger.entries[0].event.get("note") == hidden_text);
    CHECK(ledger.entries[1].event.get("reason") == hidden_text);
    CHECK(ledger.entries[2].event.get("reason") == "写明了病情");
  }

  TEST_CASE("redactions that stand elsewhere are given, and those of a ledger can be asked for") {
    const std::vector<Event> told{an_event(noon(), "a", {{"note", "病"}})};
    Redactions elsewhere;
    CHECK(elsewhere.empty());
    CHECK_FALSE(elsewhere.hides(check_of_first(told)));
    elsewhere.take(told[0]);
    elsewhere.take_decision("no check", "committee");
    elsewhere.take_decision(check_of_first(told), "member");
    elsewhere.take_decision(check_of_first(told), "");
    CHECK(elsewhere.empty());
    elsewhere.take_decision(check_of_first(told), "committee");
    CHECK(elsewhere.hides(check_of_first(told)));
    CHECK_FALSE(elsewhere.hides("0123456789abcdef"));
    const Ledger ledger = join_ledger({a_file("k7m2qx", told)}, elsewhere);
    CHECK(ledger.entries[0].event.get("note") == hidden_text);
    CHECK(redactions_in(ledger).empty());
  }

  TEST_CASE("a line in its file is hidden with its check kept, and what is no line stays") {
    std::vector<Event> events{an_event(noon(), "a", {{"note", "病\t药"}, {"on", "2026-10-01"}})};
    file_text(a_header(), events);
    const std::string line = with_texts_hidden(whole_line(events[0]));
    CHECK(line.find("病") == std::string::npos);
    CHECK(line.find("note=" + hidden + "\ton=2026-10-01\t") != std::string::npos);
    CHECK(check_of(line) == events[0].check);
    CHECK(with_texts_hidden("nonsense") == "nonsense");
  }
}
