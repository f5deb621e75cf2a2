#include "exam/draw.hpp"

#include "exam/hardness.hpp"
#include "support/papers.hpp"

#include <algorithm>
#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string ids(const std::vector<PoolQuestion>& pool, const DrawnForm& form) {
  std::string line;
  for (const std::size_t question : form.questions) line += pool[question].id + ' ';
  return line;
}

std::set<std::string> id_set(const std::vector<PoolQuestion>& pool, const DrawnForm& form) {
  std::set<std::string> all;
  for (const std::size_t question : form.questions) all.insert(pool[question].id);
  return all;
}

PoolQuestion about(const char* id, const char* topic, int difficulty) {
  return {id, QuestionKind::single, topic, difficulty, Rational(1, 2)};
}

// Thirty questions of each topic.
std::vector<PoolQuestion> thirty_each() {
  std::vector<PoolQuestion> pool;
  for (int i = 0; i < 60; ++i) {
    pool.push_back(about("", i < 30 ? "fire" : "water", 1));
    pool.back().id = std::to_string(i);
  }
  return pool;
}

DrawCell cell(const char* topic, std::optional<int> difficulty, int count) {
  return {QuestionKind::single, topic, difficulty, count};
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("forms are those that were drawn elsewhere: A, B beside it, and B as hard as A") {
    const Node reference = read_reference("exam/reference/paper.json");
    const auto pool = reference_pool();
    const auto cells = reference_cells();
    const Drawing a = draw_form(cells, pool, 20260401);
    CHECK(ids(pool, a.form) == in_one_line(at(at(reference, "form_A"), "ids")));
    const auto taken = id_set(pool, a.form);
    Drawing b = draw_form(cells, pool, 20260402, taken);
    CHECK(ids(pool, b.form) == in_one_line(at(at(reference, "form_B_raw"), "ids")));
    const Rational target = expected_points(cells, pool, a.form);
    CHECK((target / Rational(18)).rounded(6) == at(at(reference, "form_A"), "mean_p").text);
    match_form(cells, pool, target, taken, b.form);
    CHECK(ids(pool, b.form) == in_one_line(at(at(reference, "form_B_matched"), "ids")));
    CHECK(expected_points(cells, pool, b.form) == target);
  }

  TEST_CASE("cells that overlap give way to each other, whichever is asked first") {
    const std::vector<PoolQuestion> pool{about("1", "fire", 1), about("2", "fire", 3),
                                         about("3", "water", 3)};
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const auto drawing =
          draw_form({cell("", {}, 1), cell("fire", {}, 1), cell("fire", 3, 1)}, pool, seed);
      CHECK(drawing.missing.empty());
      CHECK(id_set(pool, drawing.form).size() == 3);
      CHECK(pool[drawing.form.questions[2]].id == "2");
    }
  }

  TEST_CASE("what can't be drawn is said by how many are missing, after all that could be done") {
    const std::vector<PoolQuestion> pool{about("1", "fire", 1), about("2", "fire", 3)};
    const auto drawing = draw_form({cell("fire", {}, 3), cell("water", {}, 2)}, pool, 1);
    REQUIRE(drawing.missing.size() == 2);
    CHECK(drawing.missing[0].cell == 0);
    CHECK(drawing.missing[0].missing == 1);
    CHECK(drawing.missing[1].missing == 2);
    CHECK(draw_form({cell("fire", {}, 2)}, pool, 1, {"1"}).missing.size() == 1);
  }

  TEST_CASE("forms give way to each other too: what can be drawn is drawn with any seed") {
    const auto pool = thirty_each();
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      std::set<std::string> all;
      for (const Drawing& drawing :
           draw_forms({cell("fire", {}, 15), cell("", {}, 10)}, pool, seed, 2)) {
        CHECK(drawing.missing.empty());
        CHECK(drawing.form.questions.size() == 25);
        all.merge(id_set(pool, drawing.form));
      }
      CHECK(all.size() == 50);
    }
  }

  TEST_CASE("what several forms lack is what the pool has too few of, with any seed") {
    const auto pool = thirty_each();
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const auto drawings = draw_forms({cell("", {}, 10), cell("fire", {}, 16)}, pool, seed, 2);
      CHECK(drawings[0].missing.empty());
      REQUIRE(drawings[1].missing.size() == 1);
      CHECK(drawings[1].missing[0].cell == 1);
      CHECK(drawings[1].missing[0].missing == 2);
    }
  }

  TEST_CASE("a form is what it is without others where there is enough for all") {
    const auto pool = thirty_each();
    const std::vector<DrawCell> cells{cell("fire", {}, 5), cell("", {}, 5)};
    const auto drawings = draw_forms(cells, pool, 8, 2);
    const auto first = draw_form(cells, pool, 8).form;
    CHECK(drawings[0].form.questions == first.questions);
    CHECK(drawings[1].form.questions ==
          draw_form(cells, pool, 9, id_set(pool, first)).form.questions);
  }

  TEST_CASE("questions that rested longest come first, those of no paper before all") {
    std::vector<PoolQuestion> pool{about("1", "fire", 1), about("2", "fire", 1),
                                   about("3", "fire", 1)};
    pool[0].rested = 1;
    pool[1].rested = 4;
    for (std::uint64_t seed = 0; seed < 20; ++seed)
      CHECK(ids(pool, draw_form({cell("fire", {}, 2)}, pool, seed).form) == "3 2 ");
  }
}
