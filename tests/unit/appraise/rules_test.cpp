#include "appraise/rules.hpp"

#include "support/appraisals.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("appraise") {
  TEST_CASE("rules are one line, and back") {
    AppraiseRules rules = appraise_rules(appraised_organisation(), {});
    const std::string line = to_string(rules);
    CHECK(line ==
          "areas=80 quarters=20 excellent=90 good=80 pass=60 quota=20 ties=standard "
          "rounding=half-up");
    CHECK(parse_appraise_rules(line) == rules);
    rules.numbers = TieNumbers::dense;
    rules.halves = Halves::even;
    CHECK(parse_appraise_rules(to_string(rules)) == rules);
    for (const char* wrong : {"", "areas=80", "areas=80 areas=80", "quota=x"})
      CHECK_FALSE(parse_appraise_rules(wrong));
  }

  TEST_CASE("the quota is rounded down, and gives one place at least") {
    AppraiseRules rules;
    CHECK(rules.places(0) == 0);
    CHECK(rules.places(1) == 1);
    CHECK(rules.places(9) == 1);
    CHECK(rules.places(10) == 2);
    CHECK(rules.places(14) == 2);
    rules.quota = 0;
    CHECK(rules.places(14) == 0);
  }

  TEST_CASE("a band begins with its own figure") {
    const AppraiseRules rules;
    CHECK(rules.band(90) == AppraiseGrade::excellent);
    CHECK(rules.band(Rational(8999, 100)) == AppraiseGrade::good);
    CHECK(rules.band(60) == AppraiseGrade::pass);
    CHECK(rules.band(Rational(5999, 100)) == AppraiseGrade::fail);
  }
}
