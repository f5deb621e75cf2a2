#include "statistics/leniency.hpp"

#include "support/numbers.hpp"

#include <algorithm>
#include <cmath>

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

  TEST_CASE("who is far off shifts nobody else: all are compared with those who are not") {
    Ratings ratings{6, 6, {}};
    for (std::size_t branch = 0; branch < 6; ++branch)
      for (const std::size_t step : {1UL, 2UL, 4UL}) {
        const std::size_t inspector = (branch + step) % 6;
        const double chance = static_cast<double>((branch * 5 + step * 3) % 4) * 0.4;
        const double more = inspector == 0 ? 30 : 0;
        ratings.all.push_back(
            {inspector, branch, 50 + 3 * static_cast<double>(branch) + chance + more, 1, 0});
      }
    const auto fit = fit_two_way(ratings);
    REQUIRE(fit);
    const auto usual = judge_leniency(*fit);
    const auto robust = judge_leniency_robustly(*fit);
    CHECK(std::ranges::count_if(usual, &LeniencyFinding::notable) == 6);
    CHECK(std::ranges::count_if(robust, &LeniencyFinding::notable) == 1);
    CHECK(robust[0].points == doctest::Approx(30).epsilon(0.02));
    CHECK(std::abs(robust[1].points) < 1);
  }

  TEST_CASE("where nobody stands out the two ways are one") {
    const auto fit = fit_two_way(read_ratings("aggregate/ratings_main.csv"));
    const auto usual = judge_leniency(*fit, 8);
    const auto robust = judge_leniency_robustly(*fit, 8);
    for (std::size_t j = 0; j < usual.size(); ++j) CHECK(robust[j].q == usual[j].q);
    CHECK(judge_leniency_robustly(*fit_two_way({1, 1, {{0, 0, 80, 1, 0}}})).empty());
  }

  TEST_CASE("a difference too small to matter is not notable") {
    const auto fit = fit_two_way(read_ratings("aggregate/ratings_main.csv"));
    for (const LeniencyFinding& finding : judge_leniency(*fit, 8)) CHECK_FALSE(finding.notable);
  }

  TEST_CASE("without degrees of freedom nobody is judged") {
    CHECK(judge_leniency(*fit_two_way({1, 1, {{0, 0, 80, 1, 0}}})).empty());
  }
}
