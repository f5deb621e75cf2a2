#include "exam/pooled_test.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// Papers of branches a and b, marked; what somebody has no answer to was not asked.
struct Papers {
  FormFixture own;
  std::vector<HandedPaper> handed = std::vector<HandedPaper>(8);
  MarkedPapers marked;

  Rational full_of(std::string_view question) const { return Rational(question == "m1" ? 2 : 1); }
  void add(const std::string& person, const std::string& branch,
           const std::vector<std::pair<const char*, long>>& answers) {
    HandedPaper& paper = handed[marked.papers.size()];
    paper.key = the_paper;
    MarkedSitting sitting{person, branch, "q4", 1, {}};
    for (const auto& [question, mark] : answers)
      sitting.answers.push_back({std::string("base/") + question, mark > 0 ? "B" : "A",
                                 Rational(mark), full_of(question)});
    marked.papers.push_back({&paper, std::move(sitting)});
  }
  MarkedTest pooled() const {
    return pooled_test(marked, [&](const FormKey&) { return &own.form; });
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("each question is held by those who were asked it, in any order") {
    Papers papers;
    papers.add("p1", "b", {{"s2", 0}, {"j1", 1}});
    papers.add("p2", "a", {{"s1", 1}, {"s2", 1}});
    papers.add("p3", "b", {{"j1", 0}, {"s1", 1}, {"m1", 1}});
    const MarkedTest test = papers.pooled();
    CHECK(test.answers.candidates == 3);
    CHECK(test.branches == std::vector<std::string>{"b", "a"});
    CHECK(test.branch_of == std::vector<std::uint32_t>{0, 1, 0});
    REQUIRE(test.questions.size() == 5);
    CHECK(test.questions[0].id == "base/s1");
    CHECK(test.answers.items[0].answers[0] == not_asked);
    CHECK(totals_of(test.answers, {0}) == std::vector<double>{0, 1, 1});
    CHECK(totals_of(test.answers, {1}) == std::vector<double>{0, 1, 0});
    CHECK(test.answers.items[1].answers[2] == not_asked);
    CHECK(test.answers.items[2].full == 2);  // the section's points
    CHECK(fulls_of(test.answers, {0, 1, 2, 3}) == std::vector<double>{2, 2, 4});
  }

  TEST_CASE("a short answer is a question like the others, by the points its markers gave") {
    Papers papers;
    papers.own.bank.questions[0].kind = QuestionKind::short_answer;
    papers.own.bank.questions[0].choices.clear();
    papers.add("p1", "a", {{"s1", 1}, {"s2", 1}});
    papers.add("p2", "a", {{"s1", 0}, {"s2", 1}});
    const MarkedTest test = papers.pooled();
    CHECK(test.questions.front().id == "base/s1");
    CHECK(totals_of(test.answers, {0}) == std::vector<double>{1, 0});
  }

  TEST_CASE("without papers there is nothing") {
    CHECK(Papers().pooled().answers.candidates == 0);
  }
}
