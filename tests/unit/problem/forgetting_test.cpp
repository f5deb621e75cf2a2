#include "problem/forgetting.hpp"

#include "support/ledgers.hpp"
#include "support/load_text.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string photo = std::string(64, 'a') + ".jpg";
const std::string list = std::string(64, 'b') + ".yaml";
const Zone zone;

Organisation an_organisation() {
  return load_organisation(R"(sihu: 1
organisation: {id: demo, name: 示例}
branches: [{id: zb01, name: 第一党支部}]
people:
  - {id: p001, name: 张三, branch: zb01}
  - {id: p900, name: 孙八, roles: [{role: committee, from: 2026-01-01, until: 2026-12-31}]}
)",
                           "sihu.yaml")
      .value();
}

Ledger a_ledger(std::vector<Event> events) {
  LedgerFile file;
  file.name = "ledger/2026Q4/zb03.k7m2qx.tsv";
  file_text(a_header(), events);
  file.events = std::move(events);
  std::vector<LedgerFile> files;
  files.push_back(std::move(file));
  return join_ledger(std::move(files));
}

Event a_removal(std::string name, std::string person = "p900", std::string role = "committee") {
  Event event = an_event(noon(), std::move(name), {{"reason", "拍到身份证"}, {"role", role}});
  event.name = "evidence.remove";
  event.person = std::move(person);
  return event;
}

std::vector<std::string> faults_of(const Result<Draft>& draft) {
  std::vector<std::string> names;
  if (!draft)
    for (const Fault& fault : draft.error().faults) names.push_back(fault.name);
  return names;
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a removal is known by the hash, whatever the ending, and the first one counts") {
    const Ledger ledger = a_ledger({a_removal(photo), an_event(noon(1), "x")});
    const auto removals = fold_removals(ledger, an_organisation(), zone);
    REQUIRE(removals.size() == 1);
    CHECK(removals[0].by == "p900");
    CHECK(removals[0].on == Date{2026, 10, 12});
    CHECK(removals[0].reason == "拍到身份证");
    CHECK(to_string(removals[0].place) == "ledger/2026Q4/zb03.k7m2qx.tsv:2");
    CHECK(removal_of(removals, photo) == &removals[0]);
    CHECK(removal_of(removals, std::string(64, 'a')) == &removals[0]);
    CHECK(removal_of(removals, std::string(64, 'a') + ".png") == &removals[0]);
    CHECK(removal_of(removals, list) == nullptr);
  }

  TEST_CASE("whoever is of the committee on that day is entitled to remove") {
    const Organisation organisation = an_organisation();
    CHECK(is_entitled_to_forget(a_removal(photo), organisation, zone));
    CHECK_FALSE(is_entitled_to_forget(a_removal(photo, "p001"), organisation, zone));
    CHECK_FALSE(is_entitled_to_forget(a_removal(photo, "p900", "member"), organisation, zone));
    CHECK_FALSE(is_entitled_to_forget(a_removal(photo, "p777"), organisation, zone));
    CHECK_FALSE(is_entitled_to_forget(an_event(noon(), photo), organisation, zone));
    Event late = a_removal(photo);
    late.at = late.at + std::int64_t{365} * 86'400'000;
    CHECK_FALSE(is_entitled_to_forget(late, organisation, zone));
  }

  TEST_CASE("a removal needs a reason and the committee, and leaves alone what lines rest on") {
    const Organisation organisation = an_organisation();
    const Person& member = *organisation.find_person("p001");
    const Person& committee = *organisation.find_person("p900");
    const Date today{2026, 10, 12};
    const Ledger ledger = a_ledger({an_event(noon(), "x", {{"org", std::string(16, 'b')}})});
    const auto draft = remove_evidence(photo, "拍到身份证", ledger, committee, today);
    REQUIRE(draft);
    CHECK(draft->name == "evidence.remove");
    CHECK(draft->subject == photo);
    CHECK(draft->fields == std::vector<Field>{{"reason", "拍到身份证"}});
    CHECK(faults_of(remove_evidence(photo, " \n", ledger, committee, today)) ==
          std::vector<std::string>{"reason-missing"});
    CHECK(faults_of(remove_evidence(photo, "x", ledger, committee, Date{2027, 1, 1})) ==
          std::vector<std::string>{"not-entitled"});
    CHECK(faults_of(remove_evidence(list, "x", ledger, member, today)) ==
          std::vector<std::string>{"not-entitled", "document-in-use"});
    CHECK(remove_evidence(list, "x", a_ledger({}), committee, today));
  }
}
