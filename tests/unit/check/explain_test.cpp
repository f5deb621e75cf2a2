#include "check/explain.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Explanation explained(const std::string& item, Answer given) {
  static const auto organisation = load_test_organisation();
  static const auto list = load_test_checklist(checklist_yaml);
  const ScoreBasis basis{list, *organisation.find_branch("zb05"), Date{2026, 10, 14}, {}};
  std::map<std::string, std::vector<Answer>> answers;
  for (const auto& each : list.items)
    answers[each.id] = {each.target ? answer("value", "3") : answer("pass")};
  answers[item] = {std::move(given)};
  return explain_score(basis, items_of(answers));
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("each rule is shown with what it took and where it stopped") {
    const auto explanation = explained("A-1", answer("deduct", "late*5;short"));
    const auto& why = explanation.items[0].why;
    REQUIRE(why.size() == 3);
    CHECK(why[0].en == "paid late: 1 × 5, at most 3 off");
    CHECK(why[1].en == "paid short: 2.5 off");
    CHECK(why[2].zh == "合计 5.5，扣完 5 分为止");
    CHECK(explanation.items[0].gain == Rational(5));
  }

  TEST_CASE("mending is worth what it adds to the whole after rescaling") {
    auto explanation = explained("A-3", answer("value", "1"));
    CHECK(explanation.items[2].gain == Rational(2));
    CHECK(explanation.items[2].why[0].en == "counted 1, expected at least 3 lectures: scores 1");
    CHECK(explanation.items[0].gain.is_zero());
  }

  TEST_CASE("a target without a unit leaves no blank") {
    Target target;
    target.at_least = Rational(3);
    CHECK(target_words(target) == Phrase{"至少 3", "at least 3"});
    target.at_most = Rational(5);
    CHECK(target_words(target) == Phrase{"3 到 5", "3 to 5"});
    target.unit = {"次", "lectures"};
    CHECK(target_words(target) == Phrase{"3 到 5 次", "3 to 5 lectures"});
    target.at_least.reset();
    CHECK(target_words(target) == Phrase{"至多 5 次", "at most 5 lectures"});
  }

  TEST_CASE("a veto hides what other items would gain") {
    const auto explanation = explained("V-1", answer("fail"));
    CHECK(explanation.items[4].gain == Rational(20));
    CHECK(explanation.totals.back().en ==
          "score 0.00 / 20 (vetoed by V-1; otherwise 20.00), 100% done");
  }

  TEST_CASE("a score says how complete it is") {
    const auto organisation = load_test_organisation();
    const auto list = load_test_checklist(checklist_yaml);
    const ScoreBasis basis{list, *organisation.find_branch("zb05"), Date{2026, 10, 14}, {}};
    CHECK(describe(score_check(basis, {})).zh == "得分 0.00 / 20，暂定：完成 0%（0/5）");
    CHECK(describe(score_check(basis, items_of({{"B-1", {answer("pass")}}}))).en ==
          "score 8.00 / 20, provisional: 20% done (1/5)");
  }
}
