#include "exam/topic_costs.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// Graded papers of branch a: five questions of 1, 1, 2, 1 and 1 point, the last two about exits.
struct Graded {
  FormFixture own;
  HandedPaper handed;
  ExamState state;
  std::vector<MarkedPapers> papers;

  Graded() {
    handed.key = the_paper;
    own.bank.questions[6].topic = "exits";
    own.bank.questions[8].topic = "exits";
    record_result("a", 4);
  }
  void record_result(const std::string& branch, int people) {
    state.results[{the_paper, branch}] = {the_paper, branch, {}, people, people, 0};
  }
  void sat(const std::string& person, const std::vector<long>& marks, bool recorded = true) {
    if (papers.empty()) papers.emplace_back();
    const std::vector<long> full{1, 1, 2, 1, 1};
    MarkedSitting sitting{person, "a", "q4", 1, {}};
    for (std::size_t i = 0; i < marks.size(); ++i)
      sitting.answers.push_back(
          {own.recorded.questions[i], "", Rational(marks[i]), Rational(full[i])});
    if (recorded) state.marks[{the_paper, person}] = {person, sitting.mark(), 6, true, 0};
    papers.front().papers.push_back({&handed, std::move(sitting)});
  }
  TopicCosts costs() const {
    return topic_costs({state, {2026, 4}, 15, [&](const FormKey&) { return &own.form; }}, papers);
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("a topic costs a branch what the total would gain by it") {
    Graded graded;
    graded.sat("pa", {1, 0, 0, 1, 1});
    graded.sat("qa", {1, 0, 2, 0, 1});
    const auto costs = graded.costs();
    REQUIRE(costs.branches.contains("a"));
    const auto& topics = costs.branches.at("a");
    REQUIRE(topics.size() == 2);
    CHECK(topics[0].topic == "fire");
    CHECK(topics[0].is_topic());
    CHECK(topics[0].score == Rational(50));  // 4 of 8 points
    CHECK(topics[0].questions == 2);
    CHECK(topics[0].cost == Rational(15 * 4, 6 * 4));  // of 6 points of each of 4 people
    CHECK(topics[1].topic == "exits");
    CHECK(topics[1].score == Rational(75));
    CHECK(topics[1].cost == Rational(15, 24));
  }

  TEST_CASE("a person has the own paper, as if all the branch had answered so") {
    Graded graded;
    graded.sat("pa", {1, 0, 0, 1, 1});
    graded.sat("qa", {1, 1, 2, 1, 1});
    const auto costs = graded.costs();
    const auto& own = costs.people.at("pa");
    CHECK(own[0].topic == "fire");
    CHECK(own[0].cost == Rational(15 * 3, 6));
    CHECK(own[1].cost.is_zero());
    CHECK(costs.people.at("qa")[0].cost.is_zero());
  }

  TEST_CASE("of several papers it is the mean, and one that is not read costs nothing") {
    Graded graded;
    graded.sat("pa", {0, 0, 0, 0, 0});
    const Rational alone = graded.costs().branches.at("a")[0].cost;
    graded.state.results[{{{2026, 4}, "second"}, "a"}] = {{}, "a", {}, 4, 4, 0};
    CHECK(graded.costs().branches.at("a")[0].cost * Rational(2) == alone);
    CHECK(graded_papers(graded.state, {2026, 4}).size() == 2);
    CHECK(graded_papers(graded.state, {2026, 3}).empty());
  }

  TEST_CASE("a make-up counts for who was absent at first, and for nobody else") {
    Graded graded;
    graded.sat("pa", {0, 0, 0, 0, 0});
    const Rational alone = graded.costs().branches.at("a")[0].cost;
    graded.handed.key = make_up_of(the_paper);
    graded.state.results[{graded.handed.key, "a"}] = {graded.handed.key, "a", {}, 4, 4, 0};
    graded.state.marks[{graded.handed.key, "pa"}] = {"pa", {}, 6, false, 0};
    CHECK(graded.costs().branches.empty());
    graded.state.marks.erase({the_paper, "pa"});
    CHECK(graded.costs().branches.at("a")[0].cost == alone);
    CHECK(graded.costs().people.at("pa")[0].questions > 0);
    CHECK(graded_papers(graded.state, {2026, 4}).size() == 2);
  }

  TEST_CASE("what is not graded yet costs nothing and tells nothing") {
    Graded graded;
    graded.sat("pa", {0, 0, 0, 0, 0}, false);
    CHECK(graded.costs().branches.empty());
    graded.sat("qa", {0, 0, 0, 0, 0});
    graded.state.results.clear();
    CHECK(graded.costs().branches.empty());
  }
}
