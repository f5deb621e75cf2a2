#include "document/organisation.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Result<Organisation> with(const std::string& rules, const std::string& people = "[]") {
  return load_organisation(
      "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}, {id: b, name: B}, "
      "{id: c, name: C}]\npeople: " +
          people + "\n" + rules,
      "sihu.yaml");
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a plan has defaults, and what is written replaces them") {
    const auto none = with("");
    REQUIRE(none);
    CHECK(none->recuse.empty());
    CHECK(none->plan.targets == 1);
    CHECK(none->plan.teams.empty());
    CHECK(none->plan.capacity.empty());
    CHECK_FALSE(none->plan.gap);
    const auto all =
        with("recuse: [[a, c]]\nplan: {targets: 2, teams: [[a, b]], capacity: {c: 0}, gap: 3}\n",
             "[{id: p, name: P, branch: a, recuse: [b]}]");
    REQUIRE(all);
    REQUIRE(all->recuse.size() == 1);
    CHECK(all->recuse[0].a == "a");
    CHECK(all->recuse[0].b == "c");
    CHECK(all->plan.targets == 2);
    CHECK(all->plan.teams == std::vector<std::vector<std::string>>{{"a", "b"}});
    CHECK(all->plan.capacity == std::map<std::string, int>{{"c", 0}});
    CHECK(all->plan.gap == 3);
    CHECK(all->people[0].recuse == std::vector<std::string>{"b"});
  }

  TEST_CASE("a recusal is of two different branches that there are, and is said once") {
    CHECK(fault_names(with("recuse: [[a, d]]\n")) == "5:14 unknown-branch");
    CHECK(fault_names(with("recuse: [[a, a]]\n")) == "5:14 recused-from-itself");
    CHECK(fault_names(with("recuse: [[a, b], [b, a]]\n")) == "5:18 duplicate-value");
    CHECK(fault_names(with("recuse: [a, b]\n")) == "5:10 wrong-type, 5:13 wrong-type");
    CHECK(fault_names(with("recuse: [[a]]\n")) == "5:10 wrong-type");
  }

  TEST_CASE("teams have two branches and more, and no branch is in two") {
    CHECK(fault_names(with("plan: {teams: [[a]]}\n")) == "5:16 team-of-one");
    CHECK(fault_names(with("plan: {teams: [[a, b], [b, c]]}\n")) == "5:25 in-two-teams");
    CHECK(fault_names(with("plan: {teams: [[a, x]]}\n")) == "5:20 unknown-branch");
    CHECK(fault_names(with("plan: {teams: [[a, a]]}\n")) == "5:20 duplicate-value");
  }

  TEST_CASE("numbers of a plan are not below what makes sense") {
    CHECK(fault_names(with("plan: {targets: 0}\n")) == "5:17 out-of-range");
    CHECK(fault_names(with("plan: {capacity: {a: -1}}\n")) == "5:22 out-of-range");
    CHECK(fault_names(with("plan: {capacity: {x: 1}}\n")) == "5:19 unknown-branch");
    CHECK(fault_names(with("plan: {capacity: [a]}\n")) == "5:18 wrong-type");
    CHECK(fault_names(with("plan: {gap: -1}\n")) == "5:13 out-of-range");
    CHECK(fault_names(with("plan: {target: 1}\n")) == "5:8 unknown-key");
  }

  TEST_CASE("somebody belongs to other branches than the own") {
    CHECK(fault_names(with("", "[{id: p, name: P, branch: a, recuse: [a]}]")) ==
          "4:47 recused-from-itself");
    CHECK(fault_names(with("", "[{id: p, name: P, branch: a, recuse: [z]}]")) ==
          "4:47 unknown-branch");
    CHECK(fault_names(with("", "[{id: p, name: P, recuse: [a]}]")) ==
          "4:35 recused-without-branch");
  }
}
