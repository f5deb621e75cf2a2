#include "base/chance.hpp"
#include "statistics/bootstrap.hpp"
#include "statistics/component_weights.hpp"
#include "statistics/connectivity.hpp"
#include "statistics/false_discovery.hpp"
#include "statistics/mixed.hpp"
#include "statistics/rank_sets.hpp"
#include "statistics/ranking.hpp"
#include "statistics/robust.hpp"
#include "statistics/special.hpp"
#include "statistics/two_way.hpp"
#include "statistics/weighted_total.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace sihu;

namespace {

double any_score() {
  return *rc::gen::inRange(120, 201) / 2.0;
}

// Scores of 3 to 7 branches by as many inspectors and one more, who has been everywhere: so all are
// tied together.
Ratings any_ratings() {
  const auto branches = *rc::gen::inRange<std::size_t>(3, 8);
  Ratings ratings{branches, branches + 1, {}};
  for (std::size_t i = 0; i < branches; ++i) {
    ratings.all.push_back({branches, i, any_score(), 1, 0});
    for (const std::size_t step : {1u, 2u})
      ratings.all.push_back({(i + step) % branches, i, any_score(), 1, step});
  }
  for (Rating& rating : ratings.all) rating.weight = *rc::gen::inRange(1, 4);
  return ratings;
}

// Every inspector has been everywhere.
Ratings balanced_ratings() {
  const auto branches = *rc::gen::inRange<std::size_t>(2, 7);
  const auto inspectors = *rc::gen::inRange<std::size_t>(2, 7);
  Ratings ratings{branches, inspectors, {}};
  for (std::size_t i = 0; i < branches; ++i)
    for (std::size_t j = 0; j < inspectors; ++j) ratings.all.push_back({j, i, any_score(), 1, 0});
  return ratings;
}

std::vector<double> means(const Ratings& ratings) {
  const RatingSums sums = sum_ratings(ratings);
  std::vector<double> list;
  for (std::size_t i = 0; i < ratings.branches; ++i)
    list.push_back(sums.branch_score[i] / sums.branch_weight[i]);
  return list;
}

bool are_near(const std::vector<double>& a, const std::vector<double>& b, double distance) {
  return std::ranges::equal(a, b, [&](double x, double y) { return std::abs(x - y) <= distance; });
}

std::vector<std::size_t> any_order(std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  Chance chance(*rc::gen::arbitrary<std::uint64_t>());
  chance.shuffle(order);
  return order;
}

Ratings reordered(const Ratings& ratings) {
  Ratings other{ratings.branches, ratings.inspectors, {}};
  for (const std::size_t r : any_order(ratings.all.size())) other.all.push_back(ratings.all[r]);
  return other;
}

// Differences from the first, which is all that can be told without comparing inspectors.
std::vector<double> contrasts(std::vector<double> level) {
  const double first = level.front();
  for (double& one : level) one -= first;
  return level;
}

Rational any_decimal(int low, int high) {
  return Rational(*rc::gen::inRange(low, high), 100);
}

std::vector<Contender> any_contenders() {
  std::vector<Contender> contenders(*rc::gen::inRange<std::size_t>(1, 12));
  for (Contender& contender : contenders) {
    contender.score = Rational(*rc::gen::inRange(8000, 8060), 100) + any_decimal(0, 3) / 7;
    contender.vetoed = *rc::gen::inRange(0, 6) == 0;
  }
  return contenders;
}

// How far `p` is from what it would be if all values were as likely (Kolmogorov and Smirnov).
double distance_from_uniform(std::vector<double> p) {
  std::ranges::sort(p);
  double farthest = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const auto count = static_cast<double>(p.size());
    const auto place = static_cast<double>(i);
    farthest = std::max({farthest, p[i] - place / count, (place + 1) / count - p[i]});
  }
  return farthest;
}

// About normal: twelve uniform draws less 6.
double bell(Chance& chance) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += static_cast<double>(chance.below(1'000'001)) / 1'000'000;
  return sum;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("numbering branches and inspectors anew permutes the levels and changes nothing else") {
    CHECK(rc::check([] {
      const Ratings ratings = any_ratings();
      const auto branches = any_order(ratings.branches);
      const auto inspectors = any_order(ratings.inspectors);
      Ratings renamed = ratings;
      for (Rating& rating : renamed.all) {
        rating.branch = branches[rating.branch];
        rating.inspector = inspectors[rating.inspector];
      }
      const auto by_old_name = [&](const std::vector<double>& level) {
        std::vector<double> list;
        for (const std::size_t branch : branches) list.push_back(level[branch]);
        return list;
      };
      RC_ASSERT(
          are_near(by_old_name(fit_two_way(renamed)->level), fit_two_way(ratings)->level, 1e-8));
      RC_ASSERT(are_near(by_old_name(fit_mixed(renamed, 0.7)->level),
                         fit_mixed(ratings, 0.7)->level, 1e-8));
    }));
  }

  TEST_CASE("the order of the ratings changes nothing") {
    CHECK(rc::check([] {
      const Ratings ratings = any_ratings();
      const Ratings other = reordered(ratings);
      RC_ASSERT(are_near(fit_two_way(other)->level, fit_two_way(ratings)->level, 1e-8));
      RC_ASSERT(are_near(fit_mixed(other, 1.3)->level, fit_mixed(ratings, 1.3)->level, 1e-8));
      const auto draws = bootstrap_levels(ratings, {2, 5, 3});
      const auto other_draws = bootstrap_levels(other, {2, 5, 3});
      RC_ASSERT(are_near(other_draws.at(1), draws.at(1), 1e-8));
      RC_ASSERT(rating_groups(other).size() == rating_groups(ratings).size());
    }));
  }

  TEST_CASE("a constant added to one inspector moves no branch against another") {
    CHECK(rc::check([] {
      const Ratings ratings = any_ratings();
      const auto chosen = *rc::gen::inRange<std::size_t>(0, ratings.inspectors);
      const double added = *rc::gen::inRange(-30, 31);
      Ratings other = ratings;
      for (Rating& rating : other.all)
        if (rating.inspector == chosen) rating.score += added;
      RC_ASSERT(are_near(contrasts(fit_two_way(other)->level),
                         contrasts(fit_two_way(ratings)->level), 1e-8));
    }));
  }

  TEST_CASE("where everybody has been everywhere levels are means, whatever is fitted") {
    CHECK(rc::check([] {
      const Ratings ratings = balanced_ratings();
      RC_ASSERT(are_near(fit_two_way(ratings)->level, means(ratings), 1e-9));
      RC_ASSERT(are_near(fit_mixed(ratings)->level, means(ratings), 1e-7));
    }));
  }

  TEST_CASE("the mixed model lies between means and least squares, and reaches both") {
    CHECK(rc::check([] {
      const Ratings ratings = any_ratings();
      RC_ASSERT(are_near(fit_mixed(ratings, 0.0)->level, means(ratings), 1e-9));
      RC_ASSERT(are_near(contrasts(fit_mixed(ratings, 1e8)->level),
                         contrasts(fit_two_way(ratings)->level), 1e-4));
      const MixedFit best = *fit_mixed(ratings);
      for (const double ratio : {0.0, 0.1, 1.0, 10.0})
        RC_ASSERT(best.criterion <= fit_mixed(ratings, ratio)->criterion + 1e-8);
    }));
  }

  TEST_CASE("no rating gains weight by being curbed, and none is lost") {
    CHECK(rc::check([] {
      const auto robust = fit_robust(any_ratings());
      RC_ASSERT(robust.has_value());
      for (const double factor : robust->factors) RC_ASSERT(factor > 0 && factor <= 1);
    }));
  }

  TEST_CASE("p-values are uniform where there is nothing to find") {
    Chance chance(20261127);
    std::vector<double> overall;
    std::vector<double> pair;
    for (int trial = 0; trial < 400; ++trial) {
      Ratings ratings{6, 6, {}};
      for (std::size_t i = 0; i < 6; ++i)
        for (const std::size_t step : {1u, 2u, 4u})
          ratings.all.push_back({(i + step) % 6, i, 80 + bell(chance), 1, 0});
      const auto fit = fit_two_way(ratings);
      overall.push_back(test_leniency(ratings, *fit)->p);
      const double variance =
          fit->covariance(0, 0) + fit->covariance(1, 1) - 2 * fit->covariance(0, 1);
      pair.push_back(
          student_beyond((fit->level[0] - fit->level[1]) / std::sqrt(variance), fit->df));
    }
    // One in a thousand seeds would be farther: 1.95 / √400.
    CHECK(distance_from_uniform(overall) < 0.0975);
    CHECK(distance_from_uniform(pair) < 0.0975);
  }

  TEST_CASE("a q is never below its p and keeps the order") {
    CHECK(rc::check([] {
      std::vector<double> p;
      for (const int thousandths : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1001)))
        p.push_back(thousandths / 1000.0);
      const auto q = false_discovery_rates(p);
      for (std::size_t i = 0; i < p.size(); ++i) {
        RC_ASSERT(q[i] >= p[i] && q[i] <= 1);
        for (std::size_t k = 0; k < p.size(); ++k) RC_ASSERT(p[i] > p[k] || q[i] <= q[k]);
      }
    }));
  }

  TEST_CASE("a branch lies within its own rank set, and sets that hold together are wider") {
    CHECK(rc::check([] {
      const auto fit = fit_two_way(any_ratings());
      const auto ranks = ranks_of(fit->level);
      const auto each = rank_sets(fit->level, fit->covariance, fit->df, PairTest::each);
      const auto together = rank_sets(fit->level, fit->covariance, fit->df, PairTest::together);
      for (std::size_t i = 0; i < ranks.size(); ++i) {
        RC_ASSERT(each[i].best <= ranks[i] && ranks[i] <= each[i].worst);
        RC_ASSERT(together[i].best <= each[i].best && each[i].worst <= together[i].worst);
      }
    }));
  }

  TEST_CASE("effective weights add up to one, exactly") {
    CHECK(rc::check([] {
      const auto components = *rc::gen::inRange<std::size_t>(1, 5);
      std::vector<Rational> weights;
      for (std::size_t k = 0; k < components; ++k) weights.push_back(any_decimal(1, 100));
      std::vector<std::vector<Rational>> scores(*rc::gen::inRange<std::size_t>(2, 8));
      for (auto& row : scores)
        for (std::size_t k = 0; k < components; ++k) row.push_back(any_decimal(0, 10001));
      const auto found = component_weights(weights, scores);
      RC_PRE(!found.empty());
      Rational sum;
      for (const ComponentWeight& component : found) sum += component.effective;
      RC_ASSERT(sum == Rational(1));
    }));
  }

  TEST_CASE("the list descends by what it shows, and equal scores have equal ranks") {
    CHECK(rc::check([] {
      const auto lines = rank(any_contenders(), {});
      for (std::size_t i = 1; i < lines.size(); ++i) {
        const RankLine& before = lines[i - 1];
        const RankLine& line = lines[i];
        if (!line.rank) continue;
        RC_ASSERT(before.rank.has_value());
        RC_ASSERT(*Rational::parse(line.shown) <= *Rational::parse(before.shown));
        RC_ASSERT((line.shown == before.shown) == (line.rank == before.rank));
      }
    }));
  }

  TEST_CASE("a total stays within what can be reached, and no part is nothing") {
    CHECK(rc::check([] {
      std::vector<WeightedPart> parts(*rc::gen::inRange<std::size_t>(1, 6));
      for (WeightedPart& part : parts) {
        part = {any_decimal(1, 100), any_decimal(1, 1001), std::nullopt};
        if (*rc::gen::arbitrary<bool>()) part.score = part.full * any_decimal(0, 101);
      }
      const WeightedTotal found = weighted_total(parts);
      RC_ASSERT(found.coverage >= Rational(0) && found.coverage <= Rational(1));
      RC_ASSERT(found.total.has_value() == !found.coverage.is_zero());
      if (found.total) RC_ASSERT(*found.total >= Rational(0) && *found.total <= Rational(100));
    }));
  }
}
