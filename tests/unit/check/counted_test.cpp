#include "check/counted.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

CheckSummary inspection(const char* by, int done, Rational total, Rational full = 20) {
  static const Branch known;
  CheckSummary check;
  check.by = &known;
  check.key = {{2026, 4}, "zb05", "dues", false, by};
  check.score.asked = 5;
  check.score.done = done;
  check.score.full = full;
  check.score.total = total;
  return check;
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("inspections of one checklist at one branch count by their mean") {
    const auto one = inspection("zb03", 5, 17);
    const auto other = inspection("zb07", 5, 12);
    auto elsewhere = inspection("zb03", 5, 4);
    elsewhere.key.branch = "zb06";
    const auto counted = counted_checks({&one, &elsewhere, &other});
    REQUIRE(counted.size() == 2);
    CHECK(counted[0].total() == Rational(29, 2));
    CHECK(counted[1].total() == Rational(4));
  }

  TEST_CASE("one where less is applicable counts by its share") {
    const auto one = inspection("zb03", 5, 20, 20);
    const auto other = inspection("zb07", 5, 5, 10);
    const auto counted = counted_checks({&one, &other});
    CHECK(counted[0].full() == Rational(15));
    CHECK(counted[0].total() == Rational(45, 4));  // 75 % of 15
  }

  TEST_CASE("what is going on counts while nothing is complete") {
    const auto complete = inspection("zb03", 5, 17);
    const auto half = inspection("zb07", 3, 8);
    auto counted = counted_checks({&complete, &half});
    CHECK(counted[0].total() == Rational(17));
    CHECK(counted[0].all.size() == 2);
    counted = counted_checks({&half});
    CHECK(counted[0].total() == Rational(8));
  }

  TEST_CASE("one outside the plan counts only while none of the plan's is complete") {
    auto planned = inspection("zb03", 3, 8);
    auto outside = inspection("zb07", 5, 12);
    outside.footing = Footing::outside;
    CHECK(counted_checks({&planned, &outside})[0].total() == Rational(12));
    planned.score.done = 5;
    const auto counted = counted_checks({&planned, &outside});
    CHECK(counted[0].total() == Rational(8));
    CHECK_FALSE(counted[0].counts(outside));
    CHECK_FALSE(counted[0].awaits(outside));
    outside.score.done = 2;
    planned.score.done = 1;
    CHECK(counted_checks({&planned, &outside})[0].total() == Rational(8));
  }

  TEST_CASE("everybody's counts only while no branch's own is complete, outside the plan or not") {
    auto together = inspection("", 5, 4);
    together.footing = Footing::together;
    auto own = inspection("zb07", 5, 12);
    own.footing = Footing::outside;
    CHECK(counted_checks({&together, &own})[0].total() == Rational(12));
    own.score.done = 4;
    CHECK(counted_checks({&together, &own})[0].total() == Rational(4));
  }

  TEST_CASE("the plan's that nobody began are known beside those that were, and awaited") {
    const auto complete = inspection("zb03", 5, 17);
    const auto idle = inspection("zb07", 0, 0);
    const auto counted = counted_checks({&idle, &complete});
    REQUIRE(counted.size() == 1);
    CHECK(counted[0].total() == Rational(17));
    CHECK(counted[0].idle == std::vector<const CheckSummary*>{&idle});
    CHECK(counted[0].awaits(idle));
  }

  TEST_CASE("why an inspection does not count, or is none of the plan's, is said") {
    auto planned = inspection("zb03", 5, 17);
    auto other = inspection("zb07", 5, 12);
    other.state.beginnings = {{}};
    const auto remark = [&](const CheckSummary& check) {
      return inspection_remark(check, &counted_checks({&planned, &other})[0]).in(Lang::en);
    };
    CHECK(inspection_remark(planned, nullptr).empty());
    CHECK(remark(other).empty());
    other.footing = Footing::outside;
    CHECK(remark(other) ==
          "the plan was changed and does not have it now; not counted: one of the plan's is "
          "complete");
    other.score.done = 2;
    CHECK(remark(other) ==
          "the plan was changed and does not have it now; not complete: neither counted nor waited "
          "for");
    other.by = nullptr;
    CHECK(remark(other).find("zb07 has left the organisation") == 0);
    other.state.beginnings[0].person = "p003";
    other.state.beginnings[0].unplanned = "flood";
    CHECK(inspection_remark(other, nullptr).in(Lang::en) == "outside the plan: p003 flood");
    other.recused = {"zb07"};
    CHECK(inspection_remark(other, nullptr).in(Lang::en) ==
          "outside the plan: p003 flood; zb07 should have been recused");
    CHECK(remark(other).find("flood; zb07 should have been recused; not complete") !=
          std::string::npos);
    other.recused.clear();
    other.footing = Footing::planned;
    other.state.beginnings = {{}};
    CHECK(remark(other) == "not complete, not in the mean");
  }

  TEST_CASE("what nobody has begun, and a branch's own look at itself, do not count") {
    const auto idle = inspection("zb03", 0, 0);
    auto self = inspection("", 5, 20);
    self.key.self = true;
    CHECK(counted_checks({&idle, &self}).empty());
  }
}
