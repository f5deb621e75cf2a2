#include "exam/draw_apart.hpp"

#include "support/papers.hpp"

#include <algorithm>
#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

// People who may be asked the same, and papers that are there already.
struct Group {
  std::vector<OwnPool> pools{1};
  std::vector<Candidate> candidates;
  FormOverlap others;

  Group(int questions, int people) {
    for (int i = 0; i < questions; ++i) {
      pools[0].questions.push_back({"q" + std::to_string(i), QuestionKind::single,
                                    i % 2 == 0 ? "fire" : "water", 1, Rational(1, 2)});
      pools[0].numbers.push_back(others.number_of(pools[0].questions.back().id));
    }
    const std::vector<int> rested(static_cast<std::size_t>(questions), PoolQuestion::never_drawn);
    for (int i = 0; i < people; ++i) candidates.push_back({std::to_string(i), 0, rested, {}});
  }
  ApartDraw draw(const std::vector<DrawCell>& cells, std::uint64_t seed = 1) const {
    return draw_apart(cells, pools, candidates, others, seed);
  }
};

DrawCell cell(const char* topic, int count) {
  return {QuestionKind::single, topic, {}, count};
}

// Questions in two forms, and none twice in one.
int in_common(const DrawnForm& one, const DrawnForm& other) {
  const std::set<std::size_t> all(one.questions.begin(), one.questions.end());
  CHECK(all.size() == one.questions.size());
  return static_cast<int>(
      std::ranges::count_if(other.questions, [&](std::size_t q) { return all.contains(q); }));
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("papers have as little in common as there can be, whatever the cells take") {
    const Group group(20, 2);
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
      const auto apart = group.draw({cell("", 4), cell("fire", 5)}, seed);
      REQUIRE(apart.forms.size() == 2);
      CHECK(apart.shared == 0);
      CHECK(in_common(apart.forms[0], apart.forms[1]) == 0);
      for (const DrawnForm& form : apart.forms)
        for (std::size_t place = 4; place < 9; ++place) CHECK(form.questions[place] % 2 == 0);
      const auto crowded = group.draw({cell("", 4), cell("fire", 7)}, seed);
      CHECK(crowded.shared == 4);
      CHECK(in_common(crowded.forms[0], crowded.forms[1]) == 4);
    }
    CHECK(group.draw({cell("fire", 5)}, 1).forms[0].questions !=
          group.draw({cell("fire", 5)}, 2).forms[0].questions);
  }

  TEST_CASE("papers that are there count, and what somebody must not be asked is not") {
    Group group(8, 2);
    group.others.add({0, 1, 2, 3});
    CHECK(group.draw({cell("", 2)}).shared == 0);
    CHECK(group.draw({cell("", 3)}).shared == 2);
    group.candidates[0].taken = {"q4", "q5", "q6", "q7"};
    const auto apart = group.draw({cell("", 3)});
    CHECK(apart.shared == 3);
    for (const std::size_t question : apart.forms[0].questions) CHECK(question < 4);
    group.candidates[1].taken = {"q0", "q1", "q2", "q3", "q4", "q5"};
    CHECK(group.draw({cell("", 3)}).forms.empty());
  }

  TEST_CASE("of what is equally far apart questions come first that somebody was not asked") {
    Group group(6, 1);
    group.candidates[0].rested = {1, 2, 3, 4, 5, PoolQuestion::never_drawn};
    auto questions = group.draw({cell("", 3)}).forms[0].questions;
    std::ranges::sort(questions);
    CHECK(questions == std::vector<std::size_t>{3, 4, 5});
  }
}
