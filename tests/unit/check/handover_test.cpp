#include "check/handover.hpp"

#include "problem/twins.hpp"
#include "support/fault_names.hpp"
#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Event event_of(const std::string& person, const std::string& name, const std::string& subject,
               std::vector<Field> fields) {
  return {{}, person, name, subject, std::move(fields), {}};
}

Event opening(const std::string& id, const std::string& branch, const std::string& owner) {
  return event_of("x", "problem.open", id,
                  {{"item", "A-" + id.substr(id.size() - 1)},
                   {"checklist", "c"},
                   {"severity", "general"},
                   {"due", "2026-11-20"},
                   {"branch", branch},
                   {"owner", owner},
                   {"title", "t"}});
}

// A ledger, folded, with people of branches a and c; `by` hands over from `from` to `to`.
struct Office {
  Organisation organisation = learning_organisation();
  Workdays workdays;
  Zone zone;
  ProblemList list;
  std::map<CheckKey, CheckState> checks;

  explicit Office(std::vector<Event> events) {
    const Ledger ledger = learning_ledger(std::move(events));
    list = join_twins(fold_problems(ledger, organisation, zone));
    checks = fold_checks(ledger);
  }
  Result<Handover> handed(const std::string& from, const std::string& to, const std::string& by) {
    return hand_over({list,
                      checks,
                      *organisation.find_person(from),
                      *organisation.find_person(to),
                      *organisation.find_person(by),
                      "moved",
                      {organisation, workdays, learn_day}});
  }
};

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("every open problem of the one is assigned to the other, and nobody else's") {
    Office office({opening("26Q4-a-k7m2qx-1", "a", "pa"), opening("26Q4-a-k7m2qx-2", "a", "qa"),
                   opening("26Q4-a-k7m2qx-3", "a", "pa")});
    const auto handover = office.handed("pa", "qa", "x");
    REQUIRE(handover);
    CHECK(handover->step.role == RoleName::committee);
    REQUIRE(handover->step.drafts.size() == 2);
    CHECK(handover->step.drafts[0].name == "problem.assign");
    CHECK(handover->step.drafts[0].subject == "26Q4-a-k7m2qx-1");
    CHECK(handover->step.drafts[1].subject == "26Q4-a-k7m2qx-3");
    const auto nothing = office.handed("pb", "qb", "x");
    REQUIRE(nothing);
    CHECK(nothing->step.drafts.empty());
  }

  TEST_CASE("it passes on altogether or not at all, and what is refused is said once") {
    Office office({opening("26Q4-a-k7m2qx-1", "a", "pa"), opening("26Q4-b-k7m2qx-2", "b", "pa"),
                   opening("26Q4-b-k7m2qx-3", "b", "pa")});
    // The secretary of a may not assign what b answers for.
    CHECK(fault_names(office.handed("pa", "qa", "pa")) == "0:0 may-not-assign");
    CHECK(office.handed("pa", "qa", "x"));
    CHECK(office.handed("pa", "pa", "x").error().kind == Kind::usage);
  }

  TEST_CASE("roles are lines for sihu.yaml: the one ends the day before, the other begins") {
    Office office({});
    const auto handover = office.handed("pa", "qa", "x");
    REQUIRE(handover);
    CHECK(handover->roles == std::vector{RoleName::secretary, RoleName::inspector});
    CHECK(handover->lines.giving ==
          "roles: [{role: secretary, until: '2026-10-19'}, {role: inspector, until: "
          "'2026-10-19'}]");
    CHECK(handover->lines.taking ==
          "roles: [{role: secretary, from: '2026-10-20'}, {role: inspector, from: "
          "'2026-10-20'}]");
    CHECK(office.handed("qa", "pa", "x")->roles.empty());
  }

  TEST_CASE("what a branch answers for is not handed to another branch") {
    Office office({opening("26Q4-a-k7m2qx-1", "a", "pa"), opening("26Q4-b-k7m2qx-2", "b", "pa")});
    CHECK(fault_names(office.handed("pa", "pb", "x")) == "0:0 other-branch");
    CHECK(fault_names(office.handed("pa", "pc", "x")) == "0:0 other-branch, 0:0 other-branch");
    Office own({opening("26Q4-b-k7m2qx-2", "b", "pa")});
    CHECK(own.handed("pa", "pb", "x"));
  }

  TEST_CASE("a role in a branch does not pass to another branch") {
    Office office({});
    const auto handover = office.handed("pa", "pb", "x");
    REQUIRE(handover);
    CHECK(handover->roles.empty());
    CHECK(handover->staying == std::vector{RoleName::secretary, RoleName::inspector});
    CHECK(handover->lines.giving.empty());
  }

  TEST_CASE("who gives up a role ends it also where the other has it already") {
    Office office({});
    for (Person& person : office.organisation.people)
      if (person.id == "qa")
        person.roles = {{RoleName::secretary, {}, {}}, {RoleName::inspector, {}, {}}};
    const auto handover = office.handed("pa", "qa", "x");
    REQUIRE(handover);
    CHECK(handover->lines.giving.find("until: '2026-10-19'") != std::string::npos);
    CHECK(handover->lines.taking.empty());
  }

  TEST_CASE("checks that the person began and nobody signed off are named") {
    Office office({event_of("pa", "check.begin", "26Q4/b/dues", {{"checklist", "dues"}}),
                   event_of("pa", "check.begin", "26Q4/c/dues", {{"checklist", "dues"}}),
                   event_of("qa", "check.begin", "26Q4/c/work", {{"checklist", "work"}}),
                   event_of("pc", "check.sign", "26Q4/c/dues", {})});
    const auto handover = office.handed("pa", "qa", "x");
    REQUIRE(handover);
    REQUIRE(handover->checks.size() == 1);
    CHECK(subject_of(handover->checks[0]) == "26Q4/b/dues");
  }
}
