#include "exam/paper_versions.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// Papers of branches a and b, marked; b's form may ask others.
struct Versions {
  FormFixture own;
  std::vector<HandedPaper> handed = std::vector<HandedPaper>(8);
  MarkedPapers marked;

  void add(const std::string& person, const std::string& branch,
           const std::vector<std::pair<const char*, long>>& answers) {
    HandedPaper& paper = handed[marked.papers.size()];
    paper.key = the_paper;
    MarkedSitting sitting{person, branch, "q4", 1, {}};
    for (const auto& [question, mark] : answers)
      sitting.answers.push_back(
          {std::string("base/") + question, mark > 0 ? "B" : "A", Rational(mark), Rational(1)});
    marked.papers.push_back({&paper, std::move(sitting)});
  }
  std::vector<PaperVersion> versions() const {
    return paper_versions(marked, [&](const FormKey&) { return &own.form; });
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("whoever was asked the same questions, in any order, is of one version") {
    Versions papers;
    papers.add("p1", "b", {{"s1", 0}, {"s3", 1}});
    papers.add("p2", "a", {{"s1", 1}, {"s2", 0}});
    papers.add("p3", "b", {{"s2", 1}, {"s1", 1}});
    const auto versions = papers.versions();
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].test.answers.candidates == 2);
    CHECK(versions[0].test.branches == std::vector<std::string>{"a", "b"});
    CHECK(versions[1].test.answers.candidates == 1);
    const auto& first = versions[0].test;
    REQUIRE(first.questions.size() == 5);
    CHECK(first.questions[0].id == "base/s1");
    CHECK(first.questions[1].id == "base/s2");
    CHECK(totals_of(first.answers, {0}) == std::vector<double>{1, 1});
    CHECK(totals_of(first.answers, {1}) == std::vector<double>{0, 1});
    CHECK(first.answers.items[2].full == 2);  // the section's points
  }

  TEST_CASE("a short answer is a question like the others, by the points its markers gave") {
    Versions papers;
    papers.own.bank.questions[0].kind = QuestionKind::short_answer;
    papers.own.bank.questions[0].choices.clear();
    papers.add("p1", "a", {{"s1", 1}, {"s2", 1}});
    papers.add("p2", "a", {{"s1", 0}, {"s2", 1}});
    const auto versions = papers.versions();
    REQUIRE(versions.size() == 1);
    CHECK(versions[0].test.questions.front().id == "base/s1");
    CHECK(totals_of(versions[0].test.answers, {0}) == std::vector<double>{1, 0});
  }

  TEST_CASE("without papers there is nothing") {
    CHECK(Versions().versions().empty());
  }
}
