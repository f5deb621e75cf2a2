#include "review/authority.hpp"

#include "support/fault_names.hpp"
#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::string refusal(const ReviewRules& rules, const char* person, const std::string& branch) {
  return fault_names(
      may_review(rules, *rules.organisation.find_person(person), branch, review_day));
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("nobody reviews the own branch, the committee reviews all") {
    const auto organisation = reviewing();
    const Rubric rubric = a_rubric();
    const ReviewRules rules{organisation, rubric};
    CHECK(refusal(rules, "pa", "a") == "0:0 own-branch");
    CHECK(refusal(rules, "pa", "b") == "");
    CHECK(refusal(rules, "qa", "b") == "");
    CHECK(*may_review(rules, *organisation.find_person("x"), "a", review_day) ==
          RoleName::committee);
  }

  TEST_CASE("where the rubric has classes, one must be in one") {
    const auto organisation = reviewing();
    const Rubric rubric = a_rubric(two_classes);
    const ReviewRules rules{organisation, rubric};
    CHECK(refusal(rules, "pa", "b") == "");
    CHECK(refusal(rules, "qa", "b") == "0:0 not-a-reviewer");
    CHECK(class_of(rubric, *organisation.find_person("x"), review_day)->id == "above");
    CHECK(class_of(rubric, *organisation.find_person("qa"), review_day) == nullptr);
  }

  TEST_CASE("where the quarter has reviews in its plan, they are who reviews whom") {
    const auto organisation = reviewing();
    const Rubric rubric = a_rubric();
    PlanFile plan;
    plan.quarter = reviewed_quarter;
    plan.rows = {{Mutual::review, "a", "b"}, {Mutual::check, "a", "c"}};
    const ReviewRules rules{organisation, rubric, &plan};
    CHECK(refusal(rules, "pa", "b") == "");
    CHECK(refusal(rules, "pa", "c") == "0:0 not-planned");
    CHECK(refusal(rules, "pb", "c") == "0:0 not-planned");
    CHECK(refusal(rules, "x", "c") == "");
    plan.rows.erase(plan.rows.begin());
    CHECK(refusal(rules, "pa", "c") == "");
  }

  TEST_CASE("whoever belongs to two branches reviews neither") {
    auto organisation = reviewing();
    organisation.people[0].recuse = {"b"};
    const Rubric rubric = a_rubric();
    const ReviewRules rules{organisation, rubric};
    CHECK(refusal(rules, "pa", "b") == "0:0 recused");
    const auto branches = branches_to_review(rules, organisation.people[0], review_day);
    REQUIRE(branches);
    REQUIRE(branches->size() == 1);
    CHECK((*branches)[0]->id == "c");
  }

  TEST_CASE("who may review none learns why, and not only about the own branch") {
    const auto organisation = reviewing();
    const Rubric rubric = a_rubric(two_classes);
    const ReviewRules rules{organisation, rubric};
    const auto none = branches_to_review(rules, *organisation.find_person("qa"), review_day);
    CHECK(fault_names(none) == "0:0 not-a-reviewer");
  }
}
