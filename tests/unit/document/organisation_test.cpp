#include "document/organisation.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string small = R"(sihu: 1
organisation: {id: sample, name: 某局机关党委}
branches:
  - {id: zb01, name: 第一党支部, tags: [organ]}
people:
  - {id: p001, name: 甲一, branch: zb01, roles: [secretary, {role: inspector, from: 2025-01-01, until: 2025-12-31}]}
  - {id: p900, name: 丁一, roles: [committee]}
)";

std::vector<std::string> faults(const std::string& text) {
  std::vector<std::string> names;
  const auto organisation = load_organisation(text, "sihu.yaml");
  if (organisation) return names;
  for (const Fault& fault : organisation.error().faults)
    names.push_back(std::to_string(fault.place.line) + " " + fault.name);
  return names;
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("what sihu.yaml does not say has its default") {
    const auto organisation = load_organisation(small, "sihu.yaml");
    REQUIRE(organisation);
    CHECK(organisation->timezone == "Asia/Shanghai");
    CHECK(organisation->quarter_weights.at("check") == Rational(50));
    CHECK(to_string(organisation->rectification.limits.at(Severity::serious)) == "15wd");
    CHECK(organisation->rectification.escalation.size() == 2);
    CHECK_FALSE(organisation->practice);
  }

  TEST_CASE("a role holds from its first to its last day, both included") {
    const auto organisation = load_organisation(small, "sihu.yaml");
    REQUIRE(organisation);
    const Person& person = *organisation->find_person("p001");
    CHECK_FALSE(person.has_role(RoleName::inspector, Date(2024, 12, 31)));
    CHECK(person.has_role(RoleName::inspector, Date(2025, 1, 1)));
    CHECK(person.has_role(RoleName::inspector, Date(2025, 12, 31)));
    CHECK_FALSE(person.has_role(RoleName::inspector, Date(2026, 1, 1)));
    CHECK(person.has_role(RoleName::member, Date(2026, 1, 1)));
    CHECK_FALSE(organisation->find_person("p900")->has_role(RoleName::member, Date(2026, 1, 1)));
    CHECK(organisation->people_with(RoleName::secretary, "zb01", Date(2026, 1, 1)).size() == 1);
    CHECK(organisation->find_branch("zb02") == nullptr);
  }

  TEST_CASE("all mistakes come out in one run, in the order of the file") {
    CHECK(faults("sihu: 2\norganisation: {id: No, name: x}\nbranches: []\npeople: []\n"
                 "practice: yes\nquarter: {weights: {check: 50}}\n") ==
          std::vector<std::string>{"1 wrong-type", "2 needs-quotes", "3 empty-list", "5 wrong-type",
                                   "6 weights-do-not-add-up"});
  }

  TEST_CASE("a branch without a secretary is worth a warning, no more") {
    std::vector<Fault> warnings;
    const auto organisation = load_organisation(
        "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\npeople: []\n",
        "sihu.yaml", &warnings);
    REQUIRE(organisation);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].name == "no-secretary");
    CHECK(warnings[0].warning);
  }

  TEST_CASE("50 000 branches are read") {
    std::string text = "sihu: 1\norganisation: {id: s, name: s}\npeople: []\nbranches:\n";
    for (int i = 0; i < 50'000; ++i) text += "  - {id: b" + std::to_string(i) + ", name: B}\n";
    const auto organisation = load_organisation(text, "sihu.yaml");
    REQUIRE(organisation);
    CHECK(organisation->branches.size() == 50'000);
  }
}
