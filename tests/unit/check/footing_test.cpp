#include "check/footing.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

PlanFile planned_by(const std::vector<std::string>& inspectors) {
  PlanFile plan;
  plan.quarter = {2026, 4};
  for (const std::string& from : inspectors) plan.rows.push_back({Mutual::check, from, "zb05", {}});
  return plan;
}

std::string inspectors_of(const CheckFixture& check, const PlanFile* plan) {
  const auto states = fold_checks(check.ledger);
  std::string all;
  for (const CheckKey& key :
       inspections_of({states, check.organisation, plan}, {{2026, 4}, "zb05", "dues"}))
    all += (all.empty() ? "" : " ") + (key.by.empty() ? "all" : key.by);
  return all;
}

Footing footing(const CheckFixture& check, const PlanFile* plan, const std::string& by) {
  const auto states = fold_checks(check.ledger);
  return footing_of({states, check.organisation, plan},
                    states.at({{2026, 4}, "zb05", "dues", false, by}));
}

void answer_as(CheckFixture& check, const std::string& by, const char* person) {
  check.key.by = by;
  REQUIRE(check.say(person, "B-1", answer("pass")));
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("each of several that the plan has inspect stands there, begun or not") {
    CheckFixture check;
    const PlanFile one = planned_by({"zb01"});
    const PlanFile two = planned_by({"zb09", "zb01"});
    CHECK(inspectors_of(check, nullptr) == "all");
    CHECK(inspectors_of(check, &one) == "all");
    CHECK(inspectors_of(check, &two) == "zb01 zb09");
    answer_as(check, "zb09", "p008");
    CHECK(inspectors_of(check, &two) == "zb01 zb09");
    CHECK(inspectors_of(check, &one) == "zb01 zb09");  // zb09 is no more in the plan
    CHECK(inspectors_of(check, nullptr) == "zb09");
  }

  TEST_CASE("a row in which a branch inspects itself makes nobody wait") {
    const CheckFixture check;
    const PlanFile plan = planned_by({"zb05", "zb09"});
    const PlanFile without = planned_by({"zb09"});
    CHECK(inspectors_of(check, &plan) == inspectors_of(check, &without));
  }

  TEST_CASE("who comes by a changed plan in the place of others is awaited, and theirs stays") {
    CheckFixture check;
    answer_as(check, "", "p003");
    const PlanFile same_plan = planned_by({"zb01"});
    const PlanFile changed = planned_by({"zb09"});
    CHECK(inspectors_of(check, &same_plan) == "all");
    CHECK(footing(check, &same_plan, "") == Footing::planned);
    CHECK(inspectors_of(check, &changed) == "all zb09");
    CHECK(footing(check, &changed, "") == Footing::dropped);
    answer_as(check, "", "p008");  // of zb09: then they inspect together
    CHECK(inspectors_of(check, &changed) == "all");
    CHECK(footing(check, &changed, "") == Footing::planned);
  }

  TEST_CASE("a plan of another quarter, and a branch that is no more, are passed over") {
    const CheckFixture check;
    PlanFile other = planned_by({"zb09", "zb01"});
    other.quarter = {2027, 1};
    CHECK(inspectors_of(check, &other) == "all");
    const PlanFile gone = planned_by({"zb09", "zb77"});
    CHECK(inspectors_of(check, &gone) == "all");
  }

  TEST_CASE("who takes part in everybody's inspection has no other to begin") {
    CheckFixture check;
    answer_as(check, "", "p003");
    const PlanFile two = planned_by({"zb01", "zb09"});
    CHECK(inspectors_of(check, &two) == "all zb09");
    CHECK(footing(check, &two, "") == Footing::planned);
    answer_as(check, "zb09", "p008");
    CHECK(footing(check, &two, "") == Footing::planned);  // zb01's: nobody else takes part in it
    const PlanFile nine = planned_by({"zb09", "zb10"});
    CHECK(footing(check, &nine, "") == Footing::dropped);
    answer_as(check, "", "p900");
    CHECK(footing(check, &two, "") == Footing::together);
    CHECK(footing(check, nullptr, "") == Footing::together);
  }

  TEST_CASE("what was begun by the plan stays so when the plan or the organisation changes") {
    CheckFixture check;
    answer_as(check, "zb09", "p008");
    const PlanFile two = planned_by({"zb01", "zb09"});
    const PlanFile one = planned_by({"zb01"});
    CHECK(footing(check, &two, "zb09") == Footing::planned);
    CHECK(footing(check, &one, "zb09") == Footing::dropped);
    CHECK(footing(check, nullptr, "zb09") == Footing::planned);
    std::erase_if(check.organisation.branches,
                  [](const Branch& branch) { return branch.id == "zb09"; });
    CHECK(footing(check, nullptr, "zb09") == Footing::dropped);
    CHECK(rank_of(Footing::dropped) == rank_of(Footing::planned));
    CHECK(rank_of(Footing::outside) < rank_of(Footing::together));
  }

  TEST_CASE("everybody's is outside the plan until somebody takes part who gave no reason") {
    CheckFixture check;
    const PlanFile one = planned_by({"zb09"});
    check.add("p003", "check.begin", subject_of(check.key),
              {{"doc", check.doc}, {"unplanned", "zb09 受灾"}});
    CHECK(footing(check, &one, "") == Footing::outside);
    const PlanFile edited = planned_by({"zb01"});  // p003's branch, put in afterwards
    CHECK(footing(check, &edited, "") == Footing::outside);
    answer_as(check, "", "p900");  // the committee needs no reason
    CHECK(footing(check, &one, "") == Footing::outside);
    answer_as(check, "", "p008");
    CHECK(footing(check, &one, "") == Footing::planned);
  }

  TEST_CASE("what gave a reason is outside the plan, whatever the plan says afterwards") {
    CheckFixture check;
    check.key.by = "zb09";
    check.add("p008", "check.begin", subject_of(check.key),
              {{"doc", check.doc}, {"unplanned", "zb01 受灾"}});
    CHECK(footing(check, nullptr, "zb09") == Footing::outside);
    const PlanFile two = planned_by({"zb01", "zb09"});
    CHECK(footing(check, &two, "zb09") == Footing::outside);
  }
}
