#include "exam/hardness.hpp"

#include "support/papers.hpp"

#include <algorithm>
#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

PoolQuestion about(int number, const char* topic, const Rational& expected) {
  return {std::to_string(number), QuestionKind::single, topic, 1, expected};
}

DrawCell cell(const char* topic, int count, const Rational& points = 1) {
  return {QuestionKind::single, topic, {}, count, points};
}

// Of fire and water by turns as many questions as there are here.
std::vector<PoolQuestion> by_turns(const std::vector<Rational>& expected) {
  std::vector<PoolQuestion> pool;
  for (std::size_t i = 0; i < expected.size(); ++i)
    pool.push_back(about(static_cast<int>(i), i % 2 == 0 ? "fire" : "water", expected[i]));
  return pool;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("forms are made as hard as each other, by exchanges within a cell") {
    std::vector<PoolQuestion> pool;
    for (int i = 0; i < 9; ++i) {
      pool.push_back(about(i, i < 6 ? "fire" : "water", Rational(1 + i % 3, 4)));
    }
    const std::vector<DrawCell> cells{cell("fire", 2), cell("water", 1)};
    std::vector<DrawnForm> forms{{{0, 3, 6}}, {{1, 4, 7}}, {{2, 5, 8}}};
    level_forms(cells, pool, forms);
    std::set<std::size_t> all;
    for (const DrawnForm& form : forms) {
      CHECK(expected_points(cells, pool, form) == Rational(3, 2));
      CHECK(form.questions[2] >= 6);
      all.insert(form.questions.begin(), form.questions.end());
    }
    CHECK(all.size() == 9);
  }

  TEST_CASE("two exchanges at once make a form as hard as another where none alone does") {
    // Fire gives or takes 3/10, water 2/10: together they give the tenth that is wanted.
    const auto pool =
        by_turns({Rational(5, 10), Rational(5, 10), Rational(8, 10), Rational(3, 10)});
    const std::vector<DrawCell> cells{cell("fire", 1), cell("water", 1)};
    DrawnForm form{{0, 1}};
    match_form(cells, pool, Rational(11, 10), {}, form);
    CHECK(form.questions == std::vector<std::size_t>{2, 3});
    DrawnForm kept{{0, 1}};
    match_form(cells, pool, Rational(11, 10), {"3"}, kept);
    CHECK(kept.questions == std::vector<std::size_t>{0, 1});
    match_form(cells, pool, Rational(11, 10), {}, kept,
               [](std::size_t, std::size_t fresh) { return fresh != 2; });
    CHECK(kept.questions == std::vector<std::size_t>{0, 1});
  }

  TEST_CASE("two forms come nearer by giving each other what they may") {
    const auto pool =
        by_turns({Rational(5, 10), Rational(5, 10), Rational(8, 10), Rational(3, 10)});
    const std::vector<DrawCell> cells{cell("fire", 1), cell("water", 1)};
    DrawnForm one{{0, 3}};
    DrawnForm other{{2, 1}};
    const auto never = [](std::size_t, std::size_t) { return false; };
    CHECK_FALSE(bring_nearer(cells, pool, one, other, never));
    CHECK(bring_nearer(cells, pool, one, other));
    CHECK(one.questions == std::vector<std::size_t>{2, 3});
    CHECK_FALSE(bring_nearer(cells, pool, one, other));
    CHECK(expected_points(cells, pool, one) - expected_points(cells, pool, other) ==
          Rational(1, 10));
  }

  TEST_CASE("what is usual is the mean of what may be drawn") {
    const auto pool = by_turns({Rational(1, 10), Rational(2, 10), Rational(5, 10)});
    CHECK(usual_points({cell("fire", 2, 3), cell("water", 1)}, pool, {}) == Rational(2));
    CHECK(usual_points({cell("fire", 1)}, pool, {"0"}) == Rational(5, 10));
    CHECK(hardly_differ(Rational(2), Rational(2009, 1000)));
    CHECK_FALSE(hardly_differ(Rational(2), Rational(201, 100)));
  }
}
