#include "store/verify_history.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string id = "26Q4-zb05-k7m2qx-1";

Event opening(std::int64_t later, std::string text) {
  Event event = an_event(noon(later), id,
                         {{"item", "DF-02"},
                          {"checklist", "dues"},
                          {"severity", "general"},
                          {"due", "2026-10-27"},
                          {"branch", "zb05"},
                          {"text", std::move(text)}});
  event.name = "problem.open";
  event.fields[1] = {"checklist", "dues"};
  return event;
}

Event step(std::int64_t later, std::string name, const Event& after) {
  Event event = an_event(noon(later), id, {{"note", "x"}, {"after", after.check}});
  event.name = std::move(name);
  return event;
}

Ledger ledger_with(std::vector<Event> events) {
  const std::string text = file_text(a_header(), events);
  return join_ledger({*read_ledger_file(text, "f")});
}

std::string names_of(const std::vector<Fault>& faults) {
  std::string names;
  for (const Fault& fault : faults) names += to_string(fault.place) + " " + fault.name + "\n";
  return names;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a step that the state forbids is a note with its reason") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    std::vector<Event> events{opening(0, "x")};
    file_text(a_header(), events);
    events.push_back(step(1, "problem.reopen", events[0]));
    Verification found;
    check_histories(ledger_with(events), workspace.organisation(), workspace.zone(), found);
    CHECK(found.faults.empty());
    CHECK(names_of(found.notes) == "f:3 does-not-apply\n");
  }

  TEST_CASE("a line whose opening has not arrived is a note") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    Event absent = opening(0, "x");
    absent.check = "0123456789abcdef";
    Verification found;
    check_histories(ledger_with({step(1, "problem.submit", absent)}), workspace.organisation(),
                    workspace.zone(), found);
    CHECK(found.faults.empty());
    CHECK(names_of(found.notes) == "f:2 waiting\n");
  }

  TEST_CASE("two openings of one id are a fault") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    Verification found;
    check_histories(ledger_with({opening(0, "x"), opening(1, "y")}), workspace.organisation(),
                    workspace.zone(), found);
    CHECK(names_of(found.faults) == "f:2 opened-twice\nf:3 opened-twice\n");
  }

  TEST_CASE("a role that today's sihu.yaml does not give is a note") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    Event stranger = an_event(noon(2), "a", {{"role", "inspector"}});
    stranger.person = "p777";
    Verification found;
    check_authority(ledger_with({an_event(noon(0), "a", {{"role", "inspector"}}),
                                 an_event(noon(1), "a", {{"role", "committee"}}), stranger}),
                    workspace.organisation(), workspace.zone(), found);
    CHECK(names_of(found.notes) == "f:3 role-contradicted\nf:4 role-contradicted\n");
  }

  TEST_CASE("lines far from the clock are named") {
    Verification found;
    check_clocks(ledger_with({an_event(noon(0), "a", {{"clock", "2020-01-01T00:00:00.000Z"}}),
                              an_event(noon(2), "a")}),
                 found);
    CHECK(names_of(found.notes) == "f:2 clock-differs\n");
  }

  TEST_CASE("lines later than now are counted from the first of them") {
    Verification found;
    FewLines later;
    check_later(later, {"f"}, noon(), found);
    CHECK(found.notes.empty());
    later.add("b", 0, 5);
    later.add("a", 0, 4);
    check_later(later, {"f"}, noon(), found);
    CHECK(names_of(found.notes) == "f:4 later-than-now\n");
    CHECK(found.notes[0].what.en.find("2 lines") != std::string::npos);
  }
}
