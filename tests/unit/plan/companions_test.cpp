#include "plan/companions.hpp"

#include "plan/plan.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace sihu;

namespace {

PlanConstraints of(int branches) {
  PlanConstraints constraints;
  constraints.branches = branches;
  constraints.seed = 5;
  return constraints;
}

// What is wrong with companions of a plan, in words: nothing when all is well.
std::string wrong(const PlanConstraints& constraints, const std::vector<Visit>& inspections,
                  const std::vector<Visit>& visits, int each, bool mutual) {
  const std::set<Visit> checked(inspections.begin(), inspections.end());
  const std::set<Visit> all(visits.begin(), visits.end());
  std::vector<int> made(slot(constraints.branches));
  std::vector<int> got = made;
  for (const Visit& visit : visits) {
    if (visit.from == visit.to) return "itself";
    if (checked.contains(visit)) return "inspected";
    if (!mutual && all.contains(visit.reversed())) return "mutual";
    ++made[slot(visit.from)];
    ++got[slot(visit.to)];
  }
  if (all.size() != visits.size()) return "twice";
  for (int i = 0; i < constraints.branches; ++i)
    if (made[slot(i)] != each || got[slot(i)] != each) return "uneven";
  return "";
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("everybody reviews three others besides the one that is inspected") {
    for (const int n : {5, 6, 7, 8, 12, 50}) {
      const PlanConstraints constraints = of(n);
      const auto plan = make_plan(constraints);
      REQUIRE(plan);
      INFO(n);
      CHECK(wrong(constraints, plan->visits, review_visits(constraints, plan->visits, 3, 9), 3,
                  n < 7) == "");
      CHECK(wrong(constraints, plan->visits, paper_visits(constraints, plan->visits, 9), 1,
                  false) == "");
    }
  }

  TEST_CASE("where results need more sheets everybody reviews more others") {
    CHECK(reviews_wanted(12, 3) == 3);
    CHECK(reviews_wanted(12, 5) == 5);
    CHECK(reviews_wanted(4, 5) == 3);
    CHECK(reviews_wanted(1, 3) == 0);
    for (const int n : {7, 8, 12, 50}) {
      const PlanConstraints constraints = of(n);
      const auto plan = make_plan(constraints);
      REQUIRE(plan);
      INFO(n);
      CHECK(wrong(constraints, plan->visits, review_visits(constraints, plan->visits, 5, 9), 5,
                  n < 11) == "");
    }
  }

  TEST_CASE("few branches review all others, and nobody is alone") {
    CHECK(review_visits(of(3), {{0, 1}, {1, 2}, {2, 0}}, 3, 9).size() == 6);
    CHECK(review_visits(of(2), {{0, 1}, {1, 0}}, 3, 9).size() == 2);
    CHECK(paper_visits(of(3), {{0, 1}, {1, 2}, {2, 0}}, 9) ==
          std::vector<Visit>{{0, 2}, {1, 0}, {2, 1}});
    CHECK(review_visits(of(1), {}, 3, 9).empty());
    CHECK(paper_visits(of(1), {}, 9).empty());
  }

  TEST_CASE("recusals hold for reviews, which become fewer rather than break one") {
    PlanConstraints constraints = of(4);
    constraints.recusals = {{0, 1, RecusalReason::recused}, {2, 3, RecusalReason::recused}};
    const auto reviews = review_visits(constraints, {}, 3, 9);
    CHECK(reviews.size() == 8);
    for (const Visit& visit : reviews) {
      CHECK(visit != Visit{0, 1});
      CHECK(visit != Visit{3, 2});
    }
  }

  TEST_CASE("papers are set where recusals leave no other way") {
    PlanConstraints constraints = of(3);
    constraints.recusals = {{0, 1, RecusalReason::recused}};
    CHECK(paper_visits(constraints, {}, 9).size() == 3);
  }
}
