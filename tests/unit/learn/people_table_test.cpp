#include "learn/people_table.hpp"

#include "support/fault_names.hpp"
#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Result<PeopleTable> people_of(const std::string& text) {
  static const Organisation organisation = learning_organisation();
  return load_people(text, "people.csv", organisation);
}

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("people of a table, and those that sihu.yaml has just so are counted") {
    const auto table = people_of(
        "id,name,name_en,branch,roles,duty,since\n"
        "n1,新一,Xin Yi,a,secretary=2026-02-01; inspector,专职,2025-01-31\n"
        "# for the reader,,,,,,\n"
        "nn,Ann,,c,,,2026-08-10\n"
        "n2,新二,,,,,\n");
    REQUIRE(table);
    CHECK(table->known == 1);
    REQUIRE(table->fresh.size() == 2);
    const Person& first = table->fresh[0];
    CHECK(first.name == Phrase{"新一", "Xin Yi"});
    CHECK(first.roles.at(0).from == Date(2026, 2, 1));
    CHECK(first.roles.at(1).name == RoleName::inspector);
    CHECK(first.duty == "full-time");
    CHECK(table->fresh[1].name.en == "新二");
  }

  TEST_CASE("headings in Chinese, branches and roles by name, days as Excel writes them") {
    const auto table = people_of(
        "编号,姓名,支部,角色,专兼职,起始\n"
        "n1,新一,甲,书记；检查人=2026/2/1,专职,2026/9/1\n");
    REQUIRE(table);
    REQUIRE(table->fresh.size() == 1);
    const Person& person = table->fresh[0];
    CHECK(person.branch == "a");
    REQUIRE(person.roles.size() == 2);
    CHECK(person.roles[0].name == RoleName::secretary);
    CHECK(person.roles[1].from == Date(2026, 2, 1));
    CHECK(person.since == Date(2026, 9, 1));
    CHECK(fault_names(people_of("编号,id,姓名\nn1,n1,N\n")) == "1:4 duplicate-heading");
  }

  TEST_CASE("what sihu's own roster says is read, its reckoning left alone") {
    const auto table = people_of(
        "person,person_name,branch,branch_name,duty,since,roles,months,term,term_end,onboarding,"
        "onboarding_due,hours,required,mentoring,mentors,exchange,exchange_due\n"
        "pa,Pa,a,甲,,,secretary;inspector,,none,,not-asked,,0,56,not-asked,,no,\n"
        "n1,N,,,,,,,none,,not-asked,,0,56,not-asked,,no,\n");
    REQUIRE(table);
    CHECK(table->known == 1);
    CHECK(table->fresh.size() == 1);
  }

  TEST_CASE("all faults in one run, each at its cell") {
    CHECK(fault_names(people_of("id,name,branche\nn1,N,a\n")) == "1:9 unknown-key");
    CHECK(fault_names(people_of("id,name,branch,roles,duty,since\n"
                                "N 1,,d,chair,some,2026-02-30\n"
                                "n2,N,a,secretary=soon,,\n"
                                "n2,M,,,,\n"
                                "nn,Bob,,,,\n")) ==
          "2:1 not-an-id, 2:1 missing-value, 2:6 unknown-branch, 2:8 unknown-role, "
          "2:14 unknown-duty, 2:19 not-a-date, 3:8 not-a-date, 4:1 duplicate-id, "
          "5:1 person-there-otherwise");
    CHECK(fault_names(people_of("id,name\nn1,N,x\nN,M\n")) == "2:6 row-length, 3:1 not-an-id");
  }
}
