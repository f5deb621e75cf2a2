#include "learn/contact.hpp"

#include "support/fault_names.hpp"
#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Result<ContactDecision> logged(ContactKind kind, const std::string& with, const std::string& by,
                               Date on = Date(2026, 10, 12), const Ledger& ledger = {}) {
  static const Organisation organisation = learning_organisation();
  return log_contact({kind, with, on}, *organisation.find_person(by), organisation, ledger,
                     learn_day);
}

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("a visit or a talk is a line that says when and with whom, and has no content") {
    const auto visit = logged(ContactKind::visit, "a", "x");
    REQUIRE(visit);
    CHECK(visit->role == RoleName::committee);
    REQUIRE(visit->draft);
    CHECK(visit->draft->name == "roster.visit");
    CHECK(visit->draft->subject == "roster/2026-10-12/a");
    CHECK(visit->draft->fields.empty());
    const auto talk = logged(ContactKind::talk, "qa", "pa");
    REQUIRE(talk);
    CHECK(talk->role == RoleName::secretary);
    CHECK(talk->draft->name == "roster.talk");
  }

  TEST_CASE("the same again is no second line, of another person it is") {
    const Ledger ledger =
        learning_ledger({{{}, "x", "roster.talk", "roster/2026-10-12/qa", {}, {}}});
    CHECK_FALSE(logged(ContactKind::talk, "qa", "x", Date(2026, 10, 12), ledger)->draft);
    CHECK(logged(ContactKind::talk, "qa", "pa", Date(2026, 10, 12), ledger)->draft);
    CHECK(logged(ContactKind::visit, "a", "x", Date(2026, 10, 12), ledger)->draft);
  }

  TEST_CASE("who may not, and what can't be") {
    CHECK(fault_names(logged(ContactKind::visit, "b", "pa")) == "0:0 not-entitled");
    CHECK(fault_names(logged(ContactKind::talk, "qb", "pa")) == "0:0 not-entitled");
    CHECK(fault_names(logged(ContactKind::talk, "qa", "qa", Date(2026, 10, 21))) ==
          "0:0 not-entitled, 0:0 still-to-come, 0:0 with-oneself");
    CHECK(fault_names(logged(ContactKind::visit, "qa", "x")) == "0:0 unknown-branch");
    CHECK(fault_names(logged(ContactKind::talk, "a", "x")) == "0:0 unknown-person");
    CHECK(logged(ContactKind::talk, "qa", "x", learn_day));
  }
}
