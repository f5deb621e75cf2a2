#include "exam/own_papers.hpp"

#include "exam/hardness.hpp"
#include "support/papers.hpp"

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

// Sixty questions, half of fire and half of water; their difficulty goes round from 1 to 3.
struct Sixty {
  std::vector<DrawCell> cells;
  std::vector<OwnPool> pools{1};
  std::vector<Candidate> candidates;
  FormOverlap drawn;
  std::string seed = "s";

  explicit Sixty(std::vector<DrawCell> wanted, int people = 2) : cells(std::move(wanted)) {
    for (int i = 0; i < 60; ++i) {
      pools[0].questions.push_back({std::to_string(i), QuestionKind::single,
                                    i < 30 ? "fire" : "water", 1 + i % 3, Rational(9 - i % 3, 10)});
      pools[0].numbers.push_back(drawn.number_of(pools[0].questions.back().id));
    }
    const std::vector<int> rested(60, PoolQuestion::never_drawn);
    for (int i = 0; i < people; ++i) candidates.push_back({std::to_string(i), 0, rested, {}});
  }
  OwnPapers draw(std::optional<int> most) {
    return draw_own_papers({cells, most, seed, {}}, pools, candidates, drawn);
  }
  Rational expected(const DrawnForm& form) const {
    return expected_points(cells, pools[0].questions, form);
  }
  int most_in_common(const OwnPapers& papers) const {
    std::vector<std::vector<std::string>> forms;
    for (const Drawing& one : papers.drawings) {
      auto& ids = forms.emplace_back();
      for (const std::size_t q : one.form.questions) ids.push_back(pools[0].questions[q].id);
    }
    return overlap_of_pairs(forms).most;
  }
};

DrawCell cell(const char* topic, std::optional<int> difficulty, int count) {
  return {QuestionKind::single, topic, difficulty, count};
}

const std::vector<std::vector<DrawCell>> tight = {
    {cell("fire", {}, 15), cell("", {}, 15)},
    {cell("", {}, 14), cell("", 1, 5), cell("fire", {}, 10)},
    {cell("fire", {}, 15), cell("", 2, 5)},
    {cell("fire", {}, 13), cell("", 2, 7)}};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("papers that share nothing are found with any seed where there are any") {
    for (const auto& cells : tight)
      for (const char* seed : {"1", "2", "3", "4", "5", "6"}) {
        Sixty bank(cells);
        bank.seed = seed;
        const auto papers = bank.draw(0);
        REQUIRE_FALSE(papers.alike);
        CHECK(bank.most_in_common(papers) == 0);
        for (const Drawing& one : papers.drawings) {
          std::size_t place = 0;
          for (const DrawCell& wanted : cells)
            for (int i = 0; i < wanted.count; ++i)
              CHECK(wanted.fits(bank.pools[0].questions[one.form.questions[place++]]));
          CHECK(place == one.form.questions.size());
        }
      }
  }

  TEST_CASE("that no seed can do is told from that none was found") {
    Sixty bank({cell("fire", {}, 16)});
    CHECK_FALSE(bank.draw(2).alike);
    const auto papers = bank.draw(1);
    REQUIRE(papers.alike);
    CHECK(papers.alike->is_impossible);
    CHECK(papers.alike->candidate == 1);
    CHECK(papers.alike->others == 1);
    CHECK(papers.alike->least >= 2);
  }

  TEST_CASE("papers of several people are found with a narrow limit") {
    for (const char* seed : {"1", "2", "3", "4"}) {
      Sixty bank({cell("fire", {}, 10), cell("", {}, 8)}, 6);
      bank.seed = seed;
      const auto papers = bank.draw(5);
      REQUIRE_FALSE(papers.alike);
      CHECK(bank.most_in_common(papers) <= 5);
    }
  }

  TEST_CASE("papers are as hard as each other, within the limit") {
    for (const char* seed : {"1", "2", "3", "4", "5", "6"}) {
      Sixty bank({cell("fire", {}, 15), cell("water", {}, 5)}, 4);
      bank.seed = seed;
      const auto papers = bank.draw(8);
      REQUIRE_FALSE(papers.alike);
      CHECK(bank.most_in_common(papers) <= 8);
      for (const Drawing& one : papers.drawings)
        CHECK(hardly_differ(bank.expected(one.form), bank.expected(papers.drawings[0].form)));
    }
  }

  TEST_CASE("people whose papers use up the pool give each other questions") {
    for (const char* seed : {"1", "2", "3", "4", "5", "6"}) {
      Sixty bank({cell("fire", {}, 15), cell("water", {}, 15)});
      bank.seed = seed;
      const auto papers = bank.draw(0);
      REQUIRE_FALSE(papers.alike);
      CHECK(bank.expected(papers.drawings[0].form) == bank.expected(papers.drawings[1].form));
    }
  }

  TEST_CASE("all that is missing is said, of everybody") {
    Sixty bank({cell("fire", {}, 31)}, 3);
    const auto papers = bank.draw(0);
    REQUIRE(papers.drawings.size() == 3);
    for (const Drawing& one : papers.drawings) CHECK(one.missing.size() == 1);
    Sixty late({cell("fire", {}, 30)}, 3);
    late.candidates[2].taken = {"0"};
    CHECK(late.draw(0).drawings[2].missing.size() == 1);
  }
}
