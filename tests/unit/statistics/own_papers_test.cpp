#include "statistics/own_papers.hpp"

#include "base/chance.hpp"
#include "statistics/items.hpp"
#include "support/sat_tests.hpp"

#include <cmath>
#include <vector>

using namespace sihu;
using namespace sihu::test;

namespace {

// So many of a hundred questions for a candidate who gets each right with chance `able`, less how
// hard it is: 1 or 0 each, not asked the rest.
class Examination {
 public:
  explicit Examination(std::uint64_t seed) : chance_(seed) {
    for (int i = 0; i < 100; ++i) ease_.push_back(0.4 * share());
  }

  std::vector<int> paper(double able, std::size_t asked) {
    std::vector<int> marks(ease_.size(), -1);
    std::vector<std::size_t> order(ease_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    chance_.shuffle(order);
    for (std::size_t i = 0; i < asked; ++i)
      marks[order[i]] = share() < able + ease_[order[i]] ? 1 : 0;
    return marks;
  }
  double share() { return static_cast<double>(chance_.below(1000000)) / 1000000; }

 private:
  Chance chance_;
  std::vector<double> ease_;
};

TestAnswers test_of(const std::vector<std::vector<int>>& papers) {
  TestAnswers test{papers.size(), {}};
  for (std::size_t item = 0; item < papers[0].size(); ++item) {
    ItemAnswers& column = test.items.emplace_back();
    column.kinds = {{0, 0}, {1, 0}};
    for (const auto& paper : papers)
      column.answers.push_back(paper[item] < 0 ? not_asked
                                               : static_cast<std::uint16_t>(paper[item]));
  }
  return test;
}

int total_of(const std::vector<int>& paper) {
  int total = 0;
  for (const int mark : paper) total += mark > 0;
  return total;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("the error of a paper is how its questions differ, in points") {
    PaperError paper;
    CHECK_FALSE(paper.variance());
    paper.add(2, 2);
    CHECK_FALSE(paper.variance());
    paper.add(0, 1);
    // shares 1 and 0: variance 1/2; full marks squared: 4 + 1
    CHECK(is_near(paper.variance().value(), 2.5, 1e-12));
    PaperError even;
    for (int i = 0; i < 5; ++i) even.add(1, 2);
    CHECK(is_near(even.variance().value(), 0, 1e-12));
  }

  TEST_CASE("it is the error that shows when the same person is given other papers") {
    Examination examination(7);
    std::vector<std::vector<int>> papers;
    double squares = 0;
    constexpr int people = 2000;
    for (int i = 0; i < people; ++i) {
      const double able = 0.2 + 0.4 * examination.share();
      papers.push_back(examination.paper(able, 20));
      const int again = total_of(examination.paper(able, 20));
      squares += std::pow(total_of(papers.back()) - again, 2) / 2;
    }
    const auto found = own_paper_error_variance(test_of(papers));
    REQUIRE(found);
    CHECK(std::abs(*found - squares / people) < 0.05 * *found);
  }

  TEST_CASE("of papers of the own, an item is judged by those who were asked it") {
    Examination examination(3);
    std::vector<std::vector<int>> papers;
    for (int i = 0; i < 3000; ++i) papers.push_back(examination.paper(i < 1500 ? 0.2 : 0.6, 20));
    // The first item is one that only the able get right.
    for (std::size_t i = 0; i < papers.size(); ++i)
      if (papers[i][0] >= 0) papers[i][0] = i < 1500 ? 0 : 1;
    const TestStatistics found = analyse_items(test_of(papers));
    CHECK(found.own_papers);
    CHECK(found.full == doctest::Approx(20));
    CHECK(found.items[0].candidates > 500);
    CHECK(found.items[0].candidates < 700);
    CHECK(std::abs(found.items[0].share - 0.5) < 0.06);
    for (std::size_t i = 1; i < found.items.size(); ++i)
      CHECK(found.items[0].r_rest.value() > found.items[i].r_rest.value());
    CHECK(found.items[0].difference.value() > 0.8);
    CHECK_FALSE(found.items[0].alpha_without);
    CHECK_FALSE(found.items[0].weight);
    CHECK_FALSE(found.kr21);
    // Two kinds of people, 0.4 apart: 16 of variance in points, and about 4 of error.
    CHECK(std::abs(found.alpha.value() - 0.8) < 0.05);
    CHECK(std::abs(found.error.value() - 2) < 0.2);
  }
}
