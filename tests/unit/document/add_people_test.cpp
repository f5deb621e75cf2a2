#include "document/add_people.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string head = "# ours\nsihu: 1\norganisation: {id: s, name: s}\n";
const std::string branches = "branches: [{id: a1, name: A}]  # one\n";

Person person_called(const std::string& id) {
  Person person;
  person.id = id;
  person.name = {"新 \"一\"", "New: #1"};
  person.branch = "a1";
  person.roles = {{RoleName::secretary, Date(2026, 2, 1), {}}, {RoleName::inspector, {}, {}}};
  person.duty = "part-time";
  person.since = Date(2025, 1, 31);
  return person;
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("people are written behind those there are, and nothing else changes") {
    const std::string before =
        head + "people:\n    # the first\n    - {id: p1, name: P}\n    - id: p2\n      name: Q\n";
    const std::string behind = "\n# the rest\n" + branches;
    const auto text = with_people(before + behind, {person_called("p3"), person_called("007")});
    REQUIRE(text);
    CHECK(text->starts_with(before + "    - {id: p3, "));
    CHECK(text->ends_with(behind));
    const auto read = load_organisation(*text, "sihu.yaml");
    REQUIRE(read);
    REQUIRE(read->people.size() == 4);
    const Person& last = read->people.back();
    CHECK(last.id == "007");
    CHECK(last.name == Phrase{"新 \"一\"", "New: #1"});
    CHECK(last.roles.at(0).from == Date(2026, 2, 1));
    CHECK(last.roles.at(1).name == RoleName::inspector);
    CHECK(last.duty == "part-time");
    CHECK(last.since == Date(2025, 1, 31));
  }

  TEST_CASE("an empty list is filled, and one without a line feed at its end goes on") {
    const auto filled =
        with_people(head + branches + "people: []  # nobody\n", {person_called("p1")});
    REQUIRE(filled);
    CHECK(filled->find("people:  # nobody\n  - {id: p1") != std::string::npos);
    const auto behind =
        with_people(head + branches + "people:\n- {id: p1, name: P}", {person_called("p2")});
    REQUIRE(behind);
    CHECK(behind->find("name: P}\n- {id: p2") != std::string::npos);
    CHECK(with_people(head + branches + "people: []\n", {}).value() ==
          head + branches + "people: []\n");
  }

  TEST_CASE("a list on one line, and people that sihu.yaml could not have, are refused") {
    CHECK(fault_names(with_people(head + branches + "people: [{id: p1, name: P}]\n",
                                  {person_called("p2")})) == "0:0 people-not-a-list");
    CHECK(fault_names(with_people(head + branches + "people:\n  - {id: p1, name: P}\n",
                                  {person_called("p1")})) == "7:10 duplicate-id");
  }
}
