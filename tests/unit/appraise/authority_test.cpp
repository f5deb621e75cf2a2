#include "appraise/authority.hpp"

#include "support/appraisals.hpp"
#include "support/fault_names.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("appraise") {
  TEST_CASE("the committee and leaders of other branches score, nobody the own person or branch") {
    const auto all = appraised_organisation();
    const auto score = [&](const char* who, const char* whom) {
      return may_appraise(*all.find_person(who), *all.find_person(whom), appraise_day);
    };
    CHECK(score("x", "pa") == RoleName::committee);
    CHECK(score("lb", "pa") == RoleName::leader);
    CHECK(fault_names(score("la", "pa")) == "0:0 own-branch");
    CHECK(fault_names(score("pa", "pa")) == "0:0 own-appraisal");
    CHECK(fault_names(score("pb", "pa")) == "0:0 not-entitled");
    CHECK(fault_names(score("z", "pa")) == "0:0 recused");
    CHECK(fault_names(score("z", "pb")) == "0:0 own-branch");
  }

  TEST_CASE("only the committee decides and publishes") {
    const auto all = appraised_organisation();
    const auto& x = *all.find_person("x");
    const auto& lb = *all.find_person("lb");
    const auto& pa = *all.find_person("pa");
    CHECK(may_decide_on(x, pa, appraise_day));
    CHECK(fault_names(may_decide_on(lb, pa, appraise_day)) == "0:0 not-committee");
    CHECK(may_publish(x, appraise_day));
    CHECK(fault_names(may_publish(lb, appraise_day)) == "0:0 not-committee");
  }

  TEST_CASE("the person and the branch's secretary appeal") {
    const auto all = appraised_organisation();
    const auto appeal = [&](const char* who, const char* whom) {
      return may_appeal_for(*all.find_person(who), *all.find_person(whom), appraise_day);
    };
    CHECK(appeal("la", "la") == RoleName::leader);
    CHECK(appeal("pa", "la") == RoleName::secretary);
    CHECK(fault_names(appeal("pb", "la")) == "0:0 not-entitled");
    CHECK(fault_names(appeal("x", "la")) == "0:0 not-entitled");
  }
}
