#include "check/score.hpp"

#include "check/explain.hpp"
#include "support/check_fixture.hpp"

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

using Answers = std::map<std::string, std::vector<Answer>>;

Answer passing(const Item& item) {
  if (item.target) return answer("value", "3");
  auto given = answer("pass");
  given.evidence = {"a.pdf"};
  return given;
}

Answers all_pass(const Checklist& list) {
  Answers answers;
  for (const auto& item : list.items) answers[item.id] = {passing(item)};
  return answers;
}

struct Scored {
  Organisation organisation = load_test_organisation();
  Checklist list = load_test_checklist(checklist_yaml);
  ScoreBasis basis{list, *organisation.find_branch("zb05"), Date{2026, 10, 14}, {}};
  Answers answers = all_pass(list);

  Score score() const { return score_check(basis, items_of(answers)); }
};

// A small generator: the tests must not depend on the machine's chance.
struct Dice {
  unsigned state;
  unsigned throw_of(unsigned sides) {
    state = state * 1664525u + 1013904223u;
    return (state >> 16) % sides;
  }
};

Answer any_answer(const Item& item, Dice& dice) {
  if (dice.throw_of(5) == 0) return answer("na", "", "无");
  if (item.target) return answer("value", std::to_string(dice.throw_of(5)));
  switch (dice.throw_of(4)) {
    case 0:
      return answer("fail");
    case 1:
      if (!item.deduct.empty()) return answer("deduct", "late*2");
      [[fallthrough]];
    default:
      return answer("pass");
  }
}

Answers any_answers(const Checklist& list, Dice& dice) {
  Answers answers;
  for (const auto& item : list.items)
    if (dice.throw_of(6) != 0) answers[item.id] = {any_answer(item, dice)};
  return answers;
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("all passed is the full score") {
    const Scored scored;
    CHECK(scored.score().total == Rational(20));
    CHECK(scored.score().full == Rational(20));
    CHECK_FALSE(scored.score().provisional());
  }

  TEST_CASE("points are taken off area by area") {
    Scored scored;
    scored.answers["A-1"] = {answer("deduct", "late*2")};
    scored.answers["A-3"] = {answer("value", "2")};
    const auto score = scored.score();
    CHECK(score.total == Rational(17));
    REQUIRE(score.areas.size() == 2);
    CHECK(score.areas[0].earned == Rational(9));
    CHECK(score.areas[1].earned == Rational(8));
  }

  TEST_CASE("not applicable items leave and the rest of their area is rescaled") {
    Scored scored;
    scored.answers["A-1"] = {answer("na", "", "无")};
    scored.answers["A-2"] = {answer("fail")};
    // 3 of the 7 points that are left, rescaled to 12, and 8 of 8.
    const auto score = scored.score();
    CHECK(score.total == Rational(36, 7) + Rational(8));
    CHECK(score.total->rounded() == "13.14");
    CHECK(score.full == Rational(20));
  }

  TEST_CASE("an area where nothing applies leaves the full score") {
    Scored scored;
    scored.answers["B-1"] = {answer("na", "", "无")};
    const auto score = scored.score();
    CHECK(score.total == Rational(12));
    CHECK(score.full == Rational(12));
  }

  TEST_CASE("a waived item is not asked, but a veto item can't be waived") {
    Scored scored;
    scored.basis.waived = {"A-1", "V-1"};
    scored.answers["A-2"] = {answer("fail")};
    scored.answers["V-1"] = {answer("fail")};
    const auto score = scored.score();
    CHECK(score.asked == 4);
    CHECK(score.underlying == Rational(36, 7) + Rational(8));
    CHECK(score.total == Rational(0));
  }

  TEST_CASE("nothing to score is null and not 0") {
    Scored scored;
    for (auto& [item, given] : scored.answers) given = {answer("na", "", "无")};
    CHECK_FALSE(scored.score().total.has_value());
    CHECK(scored.score().complete());
  }

  TEST_CASE("an unanswered item counts 0 and makes the score provisional") {
    Scored scored;
    scored.answers.erase("B-1");
    const auto score = scored.score();
    CHECK(score.total == Rational(12));
    CHECK(score.full == Rational(20));
    CHECK(score.done == 4);
    CHECK(score.asked == 5);
    CHECK(score.percent_done() == 80);
    CHECK(score.provisional());
  }

  TEST_CASE("a failed veto item makes the total 0 and keeps the rest visible") {
    Scored scored;
    scored.answers["V-1"] = {answer("fail")};
    const auto score = scored.score();
    CHECK(score.total == Rational(0));
    CHECK(score.underlying == Rational(20));
    CHECK(score.vetoes == std::vector<std::string>{"V-1"});
  }

  TEST_CASE("of two answers that differ the lower one counts until it is settled") {
    Scored scored;
    scored.answers["B-1"] = {answer("pass"), answer("fail")};
    CHECK(scored.score().total == Rational(12));
    CHECK(scored.score().conflicts == 1);
    CHECK(scored.score().provisional());
    std::ranges::reverse(scored.answers["B-1"]);
    CHECK(scored.score().total == Rational(12));
  }

  TEST_CASE("a score stays between 0 and full, and mending an item never lowers it") {
    Scored scored;
    Dice dice{20261012};
    for (int round = 0; round < 300; ++round) {
      scored.answers = any_answers(scored.list, dice);
      const auto score = scored.score();
      if (!score.total) continue;
      CHECK(*score.total >= Rational(0));
      CHECK(*score.total <= score.full);
      for (const auto& item : scored.list.items) {
        const auto mended = score_check(scored.basis, items_of(scored.answers), item.id);
        CHECK(mended.total.value_or(Rational(0)) >= *score.total);
      }
    }
  }

  TEST_CASE("the items of an explanation add up to the score") {
    Scored scored;
    Dice dice{4};
    for (int round = 0; round < 200; ++round) {
      scored.answers = any_answers(scored.list, dice);
      const auto explanation = explain_score(scored.basis, items_of(scored.answers));
      Rational sum;
      for (const auto& item : explanation.items) sum += item.line.scaled_earned;
      CHECK(sum == explanation.score.underlying.value_or(Rational(0)));
    }
  }
}
