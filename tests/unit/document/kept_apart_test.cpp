#include "document/kept_apart.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

constexpr Quarter autumn{2026, 4};

Organisation an_organisation() {
  Organisation organisation;
  organisation.recuse = {{"zb09", "zb05"}};
  organisation.plan.teams = {{"zb01", "zb02"}, {"zb03", "zb04"}};
  return organisation;
}

Person somebody(RoleName role, std::optional<Date> until = {}) {
  Person person;
  person.id = "p003";
  person.branch = "zb01";
  person.roles = {{role, {}, until}};
  person.recuse = {"zb07"};
  return person;
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("recused pairs and teams are kept apart, in either order") {
    const KeptApart apart(an_organisation(), autumn);
    CHECK(apart.has("zb05", "zb09"));
    CHECK(apart.has("zb09", "zb05"));
    CHECK(apart.has("zb02", "zb01"));
    CHECK_FALSE(apart.has("zb02", "zb03"));
    CHECK_FALSE(apart.has("zb01", "zb05"));
    CHECK_FALSE(apart.has("zb05", "zb05"));
    CHECK_FALSE(apart.has("", "zb05"));
    CHECK_FALSE(KeptApart().has("zb05", "zb09"));
  }

  TEST_CASE("somebody's recusal counts while inspector or secretary in the quarter") {
    Organisation organisation;
    const auto apart = [&](Person person) {
      organisation.people = {std::move(person)};
      return KeptApart(organisation, autumn).has("zb07", "zb01");
    };
    CHECK(apart(somebody(RoleName::inspector)));
    CHECK(apart(somebody(RoleName::secretary, Date(2026, 10, 1))));
    CHECK_FALSE(apart(somebody(RoleName::secretary, Date(2026, 9, 30))));
    CHECK_FALSE(apart(somebody(RoleName::member)));
  }
}
