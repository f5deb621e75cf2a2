#include "document/organisation.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Result<Organisation> with_learn(const std::string& learn) {
  return load_organisation(
      "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\npeople: []\n" + learn,
      "sihu.yaml");
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("learning has defaults, and hours that are written replace all of them") {
    const auto none = with_learn("");
    REQUIRE(none);
    CHECK(none->learn.hours.at(RoleName::member) == 32);
    CHECK(none->learn.hours.at(RoleName::secretary) == 56);
    CHECK(none->learn.onboarding == Span{Span::Unit::months, 6});
    CHECK_FALSE(none->learn.mentoring);
    const auto all = with_learn(
        "learn: {hours: {inspector: 40.5}, onboarding: 90d, mentoring: 1y, capacity: 0}\n");
    REQUIRE(all);
    CHECK(all->learn.hours.size() == 1);
    CHECK(all->learn.hours.at(RoleName::inspector) == Rational(81, 2));
    CHECK(to_string(all->learn.onboarding) == "90d");
    CHECK(all->learn.mentoring == Span{Span::Unit::years, 1});
    CHECK(all->learn.capacity == 0);
  }

  TEST_CASE("what can't be required is a fault with its place") {
    CHECK(fault_names(with_learn("learn: {hours: {member: -1}}\n")) == "5:25 out-of-range");
    CHECK(fault_names(with_learn("learn: {hours: {member: 2001}}\n")) == "5:25 out-of-range");
    CHECK(fault_names(with_learn("learn: {hours: {chair: 1}}\n")) == "5:17 unknown-key");
    CHECK(fault_names(with_learn("learn: {onboarding: soon}\n")) == "5:21 wrong-type");
    CHECK(fault_names(with_learn("learn: {capacity: 101}\n")) == "5:19 out-of-range");
  }
}
