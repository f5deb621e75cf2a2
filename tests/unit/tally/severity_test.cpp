#include "tally/severity.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<CheckSummary> checks_of(const CheckFixture& check) {
  const auto problems = check.problems();
  const OverviewScene scene{check.ledger, check.organisation,
                            check.zone,   problems,
                            check.today,  [&](const CheckState&) { return &check.checklist; }};
  return scored_checks(scene, check.key.quarter, {"dues"});
}

PersonalScore seen(std::string branch, std::string inspector, int score) {
  return {std::move(branch), "dues", std::move(inspector), Rational(score)};
}

// Four branches of 60, 70, 80 and 90, each seen by three of four inspectors; p004 gives 10 more.
std::vector<PersonalScore> one_lenient() {
  std::vector<PersonalScore> scores;
  for (int branch = 0; branch < 4; ++branch)
    for (int inspector = 0; inspector < 4; ++inspector)
      if (inspector != branch)
        scores.push_back(
            seen("zb0" + std::to_string(branch + 1), "p00" + std::to_string(inspector + 1),
                 60 + 10 * branch + (inspector == 3 ? 10 : 0) + (branch + inspector) % 2));
  return scores;
}

}  // namespace

TEST_SUITE("tally") {
  TEST_CASE("a person's score is of the items that this person answered") {
    CheckFixture check;
    REQUIRE(check.say("p003", "A-1", answer("fail", "", "未收")));
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    REQUIRE(check.say("p004", "A-3", answer("value", "3")));
    const auto scores = personal_scores(checks_of(check));
    // p003 answered 13 of the 20 points and gave 8; p004's three points are a help, no inspection
    REQUIRE(scores.size() == 1);
    CHECK(scores[0].branch == "zb05");
    CHECK(scores[0].inspector == "p003");
    CHECK(scores[0].score == Rational(800, 13));
  }

  TEST_CASE("scores by number are in the order of ids, whatever theirs") {
    const auto scores = inspected_scores({seen("zb09", "p002", 70), seen("zb01", "p001", 80)});
    CHECK(scores.branches == std::vector<std::string>{"zb01", "zb09"});
    CHECK(scores.inspectors == std::vector<std::string>{"p001", "p002"});
    CHECK(scores.ratings.all[0].branch == 1);
    CHECK(scores.ratings.all[0].inspector == 1);
  }

  TEST_CASE("who was seen by a lenient inspector comes down") {
    const auto corrected = correct_severity(one_lenient());
    CHECK(corrected.why_not.empty());
    CHECK(corrected.inspectors.at("p004") > 3);
    // The mean of zb01 is 64 with p004 among its three; zb04 has only the others.
    CHECK(corrected.branches.at("zb01") < 63.5);
    CHECK(corrected.branches.at("zb04") > 90.3);
    CHECK(corrected.errors.at("zb01") > 0);
  }

  TEST_CASE("two inspections of a branch are too few, and it says so") {
    auto scores = one_lenient();
    scores.pop_back();
    const auto corrected = correct_severity(scores);
    CHECK(corrected.branches.empty());
    CHECK(corrected.why_not.en.find("one has only 2") != std::string::npos);
  }

  TEST_CASE("one branch, however often inspected, is compared with nothing") {
    std::vector<PersonalScore> scores;
    for (const char* person : {"p1", "p2", "p3", "p4"})
      scores.push_back({"zb01", "dues", person, Rational(80)});
    const CorrectedScores corrected = correct_severity(scores);
    CHECK(corrected.branches.empty());
    CHECK(corrected.why_not.en.find("one branch") == 0);
  }

  TEST_CASE("groups that nothing ties together are not corrected") {
    auto scores = one_lenient();
    for (PersonalScore score : one_lenient()) {
      score.branch[0] = 'y';
      score.inspector[0] = 'q';
      scores.push_back(score);
    }
    CHECK(correct_severity(scores).why_not.en.find("2 groups") != std::string::npos);
    CHECK_FALSE(correct_severity({}).why_not.empty());
  }
}
