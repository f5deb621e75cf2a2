#include "exam/markers.hpp"

#include "exam/hand_in.hpp"
#include "support/short_papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

using Ids = std::vector<std::string>;

Paper asking_for(QuestionKind kind) {
  Paper paper;
  paper.sections.emplace_back();
  paper.sections.back().kind = kind;
  return paper;
}

ShortAnswer awaiting_third(const std::string& branch) {
  ShortAnswer answer;
  answer.branch = branch;
  answer.given = {{"x", Rational(2)}, {"pb", Rational(9)}};
  answer.settled = settle_points(answer.given, Rational(2));
  return answer;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE(
      "the committee and other branches mark, where the plan says so those that set the paper") {
    const Organisation organisation = examined();
    const Markers markers(organisation, nullptr, Date(2026, 10, 20));
    CHECK(markers.left("a", {}, 9) == Ids{"x", "pb"});
    CHECK(markers.left("a", {{"x", Rational(1)}}, 9) == Ids{"pb"});
    CHECK(markers.left("b", {}, 1) == Ids{"x"});
    PlanFile plan;
    plan.rows = {{Mutual::test, "a", "b"}, {Mutual::test, "c", "a"}};
    const Markers planned(organisation, &plan, Date(2026, 10, 20));
    CHECK(planned.left("a", {}, 9) == Ids{"x"});
    CHECK(planned.left("b", {}, 9) == Ids{"x", "pa"});
  }

  TEST_CASE("where two differ and nobody is left it is said, with what can be done") {
    const Organisation organisation = examined();
    const Markers markers(organisation, nullptr, Date(2026, 10, 20));
    MarkedPapers marked;
    CHECK(unmarkable_words(marked, markers).empty());
    marked.short_answers = {awaiting_third("a")};
    REQUIRE(unmarkable_words(marked, markers).size() == 1);
    CHECK(unmarkable_words(marked, markers)[0].en.starts_with(
        "1 short answer of a: still to be marked, and whoever may mark has; give somebody"));
    marked.short_answers[0].given.pop_back();  // pb has not marked
    CHECK(unmarkable_words(marked, markers).empty());
  }

  TEST_CASE("fewer than three who may mark are named when a paper with short answers is drawn") {
    const Organisation organisation = examined();
    const Markers markers(organisation, nullptr, Date(2026, 10, 20));
    const auto few = few_markers_words(asking_for(QuestionKind::short_answer), {"a", "b"}, markers);
    REQUIRE(few.size() == 2);
    CHECK(few[0].en.starts_with("short answers of b may be marked by x and pa alone;"));
    CHECK(few_markers_words(asking_for(QuestionKind::judge), {"a", "b"}, markers).empty());
    Organisation more = organisation;
    more.people.push_back(more.people.back());
    more.people.back().id = "y";
    CHECK(few_markers_words(asking_for(QuestionKind::short_answer), {"a", "b"},
                            Markers(more, nullptr, Date(2026, 10, 20)))
              .empty());
  }

  TEST_CASE("nobody at all is said as such") {
    Organisation alone = examined();
    std::erase_if(alone.people, [](const Person& person) { return person.branch != "a"; });
    const auto few = few_markers_words(asking_for(QuestionKind::short_answer), {"a"},
                                       Markers(alone, nullptr, Date(2026, 10, 20)));
    REQUIRE(few.size() == 1);
    CHECK(few[0].en.starts_with("nobody may mark the short answers of a: "));
  }
}
