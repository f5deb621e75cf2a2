#include "check/finding.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("check") {
  TEST_CASE("a failed item opens its problem, filled in") {
    CheckFixture check;
    const auto recording = check.say("p003", "A-1", answer("deduct", "late*2", "八月九月"));
    REQUIRE(recording);
    REQUIRE(recording->opened.size() == 1);
    CHECK(recording->opened[0].id == "26Q4-zb05-k7m2qx-1");
    CHECK(recording->opened[0].due == Date{2026, 10, 29});
    const auto list = check.problems();
    REQUIRE(list.problems.size() == 1);
    const auto& problem = list.problems[0];
    CHECK(problem.title == "按月收缴");
    CHECK(problem.text == "未按月收缴 ×2：八月九月");
    CHECK(problem.basis.starts_with("《DF2008》第十二条（"));
    CHECK(problem.owner == "p005");
    CHECK(problem.rule == "15d");
    CHECK(problem.severity == Severity::general);
  }

  TEST_CASE("without words of the inspector the standard says what is missing") {
    CheckFixture check;
    REQUIRE(check.say("p003", "A-1", answer("fail")));
    CHECK(check.problems().problems[0].text == "未达到：每月交纳");
  }

  TEST_CASE("several findings of one batch get ids one behind the other") {
    CheckFixture check;
    const auto recording = check.act("p003", [&](const CheckScene& scene) {
      return record_answers(scene,
                            {{"A-1", completed(*check.checklist.find("A-1"), answer("fail"))},
                             {"B-1", completed(*check.checklist.find("B-1"), answer("fail"))}});
    });
    REQUIRE(recording);
    REQUIRE(recording->opened.size() == 2);
    CHECK(recording->opened[0].id == "26Q4-zb05-k7m2qx-1");
    CHECK(recording->opened[1].id == "26Q4-zb05-k7m2qx-2");
  }

  TEST_CASE("an item with an open problem gets a note and no second problem") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    const auto second = check.say("p004", "B-1", answer("fail", "", "也没看到"));
    REQUIRE(second);
    CHECK(second->opened.empty());
    CHECK(second->noted == std::vector<std::string>{"26Q4-zb05-k7m2qx-1"});
    CHECK(check.problems().problems.size() == 1);
  }

  TEST_CASE("correcting the answer withdraws the problem, failing again opens another") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    const auto corrected = check.say("p003", "B-1", answer("pass"));
    REQUIRE(corrected);
    CHECK(corrected->withdrawn == std::vector<std::string>{"26Q4-zb05-k7m2qx-1"});
    CHECK(check.problems().problems[0].status == Status::withdrawn);
    CHECK(check.say("p003", "B-1", answer("fail"))->opened[0].id == "26Q4-zb05-k7m2qx-2");
  }

  TEST_CASE("the problem stays while another person still fails the item") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    REQUIRE(check.say("p004", "B-1", answer("fail")));
    CHECK(check.say("p003", "B-1", answer("pass"))->withdrawn.empty());
    CHECK(check.problems().problems[0].status == Status::open);
    CHECK(check.say("p004", "B-1", answer("pass"))->withdrawn.size() == 1);
  }

  TEST_CASE("a self check opens no problems") {
    CheckFixture check;
    check.key.self = true;
    CHECK(check.say("p005", "B-1", answer("fail"))->opened.empty());
    CHECK(check.problems().problems.empty());
  }

  TEST_CASE("a failed veto item opens a problem too") {
    CheckFixture check;
    CHECK(check.say("p003", "V-1", answer("fail"))->opened.size() == 1);
  }
}
