#include "check/planned.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const Date today(2026, 10, 12);

PlanFile a_plan() {
  PlanFile plan;
  plan.quarter = {2026, 4};
  plan.rows = {{Mutual::check, "a", "b"}, {Mutual::review, "c", "b"}};
  return plan;
}

Person of(const std::string& branch, RoleName role = RoleName::inspector) {
  Person person;
  person.id = "p-" + branch;
  person.branch = branch;
  person.roles = {{role, {}, {}}};
  return person;
}

CheckState a_check_at(const std::string& branch, bool self = false) {
  CheckState state;
  state.key = {{2026, 4}, branch, "dues", self};
  return state;
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("a plan says who inspects whom, and nobody else does") {
    const PlanFile plan = a_plan();
    CHECK(is_as_planned(&plan, of("a"), a_check_at("b"), today));
    CHECK_FALSE(is_as_planned(&plan, of("c"), a_check_at("b"), today));
    CHECK_FALSE(is_as_planned(&plan, of("b"), a_check_at("a"), today));
  }

  TEST_CASE("some need no plan") {
    const PlanFile plan = a_plan();
    CHECK(is_as_planned(nullptr, of("c"), a_check_at("b"), today));
    CHECK(is_as_planned(&plan, of("b"), a_check_at("b", true), today));
    CHECK(is_as_planned(&plan, of("c", RoleName::committee), a_check_at("b"), today));
    CHECK(is_as_planned(&plan, of(""), a_check_at("b"), today));
    CheckState signed_off = a_check_at("b");
    signed_off.signed_off = Mark{};
    CHECK(is_as_planned(&plan, of("c", RoleName::leader), signed_off, today));
  }

  TEST_CASE("a reason holds for the branch that gave it") {
    Organisation organisation;
    organisation.people = {of("c"), of("d")};
    CheckState state = a_check_at("b");
    state.beginnings.push_back({"p-c", {}, "1", "doc", {}, {}, ""});
    CHECK_FALSE(has_given_reason(state, organisation, of("c")));
    state.beginnings.push_back({"p-c", {}, "1", "doc", {}, {}, "flood"});
    CHECK(has_given_reason(state, organisation, of("c")));
    CHECK_FALSE(has_given_reason(state, organisation, of("d")));
    CHECK(reasons_outside_plan(state) == std::vector<std::string>{"p-c flood"});
  }

  TEST_CASE("a refusal names who is to inspect, and the way") {
    const Failure failure = outside_plan(a_plan(), {}, of("c"), a_check_at("b").key);
    CHECK(failure.kind == Kind::refused);
    CHECK(failure.faults[0].what.en ==
          "by the plan of 2026Q4 c does not inspect b, which is inspected by a");
    CHECK(failure.faults[0].hint.en.find("--unplanned REASON") != std::string::npos);
    CHECK(outside_plan(a_plan(), {}, of("c"), a_check_at("a").key).faults[0].what.en ==
          "by the plan of 2026Q4 c does not inspect a, nor does any other branch");
  }

  TEST_CASE("who inspects though recused is told so, and the committee is not") {
    Organisation organisation;
    organisation.recuse = {{"a", "b"}};
    organisation.people = {of("a"), of("c"), of("b", RoleName::committee)};
    const KeptApart apart(organisation, {2026, 4});
    const auto warning = [&](const Person& person, const CheckKey& key) {
      return recusal_warning(apart, organisation, person, key, today).in(Lang::en);
    };
    const CheckKey key = a_check_at("b").key;
    CHECK(warning(of("a"), key).find("keeps a and b from inspecting each other") !=
          std::string::npos);
    CHECK(warning(of("c"), key).empty());
    CHECK(warning(of("a", RoleName::committee), key).empty());
    CHECK(warning(of("a"), a_check_at("b", true).key).empty());
    CHECK_FALSE(warning(of("c"), {{2026, 4}, "b", "dues", false, "a"}).empty());
  }

  TEST_CASE("the branches that inspected though recused are known") {
    Organisation organisation;
    organisation.recuse = {{"b", "a"}};
    organisation.people = {of("a"), of("c")};
    const KeptApart apart(organisation, {2026, 4});
    CheckState state = a_check_at("b");
    state.people = {"p-a", "p-c", "p-gone"};
    CHECK(recused_inspectors(apart, organisation, state, today).empty());  // nobody began it
    state.beginnings = {{}};
    CHECK(recused_inspectors(apart, organisation, state, today) == std::set<std::string>{"a"});
    CHECK(recused_inspectors({}, organisation, state, today).empty());
    state.people = {"p-c"};
    state.key.by = "a";
    CHECK(recused_inspectors(apart, organisation, state, today) == std::set<std::string>{"a"});
    state.key.self = true;
    CHECK(recused_inspectors(apart, organisation, state, today).empty());
  }
}
