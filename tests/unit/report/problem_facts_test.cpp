#include "report/problem_facts.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string text_of(const std::vector<Fact>& facts, std::string_view label) {
  std::string text;
  for (const Fact& fact : facts)
    if (fact.label.en == label) text += (text.empty() ? "" : " | ") + fact.text.en;
  return text;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a fact is there when there is something to say") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    Problem problem = a_problem();
    problem.recorded = problem.opened;
    ListContext context{organisation, workdays, Date(2026, 10, 20)};
    auto facts = problem_facts(problem, context);
    CHECK(text_of(facts, "status") == "open");
    CHECK(text_of(facts, "opened") == "2026-10-12, Zhao");
    CHECK(text_of(facts, "closed").empty());
    problem.recorded = problem.opened + 3;
    problem.evidence = {"a.jpg", "b.jpg"};
    context.has_evidence = [](std::string_view name) { return name == "b.jpg"; };
    facts = problem_facts(problem, context);
    CHECK(text_of(facts, "opened") == "2026-10-12, Zhao (entered on 2026-10-15)");
    CHECK(text_of(facts, "evidence") == "a.jpg (missing) | b.jpg");
  }
}
