#include "learn/practice.hpp"

#include "support/fault_names.hpp"
#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("learn") {
  TEST_CASE("a practice is registered by who may inspect, or the committee") {
    const Organisation organisation = learning_organisation();
    const auto by = [&](const std::string& person) {
      return may_register_practice(organisation, *organisation.find_person(person), "a", learn_day);
    };
    CHECK(by("pb") == RoleName::inspector);
    CHECK(by("x") == RoleName::committee);
    CHECK(fault_names(by("pa")) == "0:0 own-branch");
    CHECK(fault_names(by("qb")) == "0:0 not-an-inspector");
  }

  TEST_CASE("what was registered is found again, and the same words are not taken twice") {
    const PracticeRequest request{"a", "DF-02", "posted by the 5th", {"ab.jpg", "cd.jpg"}};
    const auto draft = register_practice(request, {});
    REQUIRE(draft);
    const Event event{{}, "pb", draft->name, draft->subject, draft->fields, {}};
    const auto practices = fold_practices(learning_ledger({event}), Zone{});
    REQUIRE(practices.size() == 1);
    CHECK(practices[0].branch == "a");
    CHECK(practices[0].item == "DF-02");
    CHECK(practices[0].evidence == request.evidence);
    CHECK(practices[0].by == "pb");
    CHECK_FALSE(register_practice(request, practices));
    CHECK(register_practice({"a", "DF-02", request.note, {"ab.jpg"}}, practices));
    CHECK(register_practice({"b", "DF-02", request.note, {}}, practices));
  }

  TEST_CASE("who registers belongs to a branch that inspected, or did not") {
    const Organisation organisation = learning_organisation();
    CheckState state;
    state.people = {"pb"};
    CheckKey key;
    key.branch = "a";
    const std::map<CheckKey, CheckState> checks{{key, state}};
    const auto inspected = [&](const std::string& person, const std::string& branch) {
      return has_inspected(organisation, checks, *organisation.find_person(person), branch);
    };
    CHECK(inspected("pb", "a"));
    CHECK(inspected("qb", "a"));
    CHECK_FALSE(inspected("pc", "a"));
    CHECK_FALSE(inspected("pb", "c"));
    CHECK_FALSE(inspected("x", "a"));
  }
}
