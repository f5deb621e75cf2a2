#include "statistics/leniency.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("leniencies have the t of the reference, and the lenient and the severe are named") {
    const Node recipe = read_reference("statistics/reference/aggregate/expected_recipe.json");
    const auto findings = judge_leniency(*fit_two_way(read_ratings("aggregate/ratings_main.csv")));
    std::vector<double> t;
    std::vector<std::size_t> notable;
    for (std::size_t j = 0; j < findings.size(); ++j) {
      t.push_back(findings[j].t);
      if (findings[j].notable) notable.push_back(j);
      CHECK(findings[j].q >= findings[j].p);
    }
    CHECK(are_near(t, numbers(at(recipe, "leniency_t")), 1e-8));
    CHECK(notable == std::vector<std::size_t>{2, 4, 6});
    CHECK(findings[2].p == doctest::Approx(2 * 5.789156327783754e-07).epsilon(1e-6));
  }

  TEST_CASE("a difference too small to matter is not notable") {
    const auto fit = fit_two_way(read_ratings("aggregate/ratings_main.csv"));
    for (const LeniencyFinding& finding : judge_leniency(*fit, 8)) CHECK_FALSE(finding.notable);
  }

  TEST_CASE("without degrees of freedom nobody is judged") {
    CHECK(judge_leniency(*fit_two_way({1, 1, {{0, 0, 80, 1, 0}}})).empty());
  }
}
