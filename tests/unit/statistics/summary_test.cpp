#include "statistics/summary.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<std::vector<double>> scores_by_branch(const Ratings& ratings) {
  std::vector<std::vector<double>> scores(ratings.branches);
  for (const Rating& rating : ratings.all) scores[rating.branch].push_back(rating.score);
  return scores;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("simple summaries are those of the reference") {
    for (const std::string name : {"main", "cycle"}) {
      const auto scores = scores_by_branch(read_ratings("aggregate/ratings_" + name + ".csv"));
      const Node reference =
          read_reference("statistics/reference/aggregate/expected_" + name + ".json");
      const Node& robust = at(reference, "robust");
      std::vector<double> means, medians, dropped, trimmed;
      for (const auto& own : scores) {
        means.push_back(mean_of(own));
        medians.push_back(median_of(own));
        dropped.push_back(drop_one_each(own, 3).value);
        trimmed.push_back(trimmed_mean(own, 0.2).value);
      }
      CHECK(are_near(means, numbers(at(robust, "mean")), 1e-12));
      CHECK(are_near(medians, numbers(at(robust, "median")), 1e-12));
      CHECK(are_near(dropped, numbers(at(robust, "trimmed_drop_high_low")), 1e-12));
      CHECK(are_near(trimmed, numbers(at(robust, "trimmed_20pct_floor")), 1e-12));
    }
  }

  TEST_CASE("the highest and the lowest go only where enough are left, and it is said") {
    CHECK(drop_one_each({60, 80, 82, 84, 100}).value == 82);
    CHECK(drop_one_each({60, 80, 82, 84, 100}).dropped == 1);
    CHECK(drop_one_each({60, 80, 82, 98}).value == 80);
    CHECK(drop_one_each({60, 80, 82, 98}).dropped == 0);
    CHECK(drop_one_each({60, 80}, 0).value == 70);
  }

  TEST_CASE("a share is cut down to whole values") {
    CHECK(trimmed_mean({1, 2, 3, 4, 100}, 0.2).dropped == 1);
    CHECK(trimmed_mean({1, 2, 3, 4}, 0.2).dropped == 0);
    CHECK(trimmed_mean({5}, 0.49).value == 5);
  }
}
