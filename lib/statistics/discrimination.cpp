#include "statistics/discrimination.hpp"

#include "statistics/special.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sihu {
namespace {

// Sums of one inspector's scores y and of the others' levels x.
struct SlopeSums {
  double n = 0;
  double x = 0;
  double y = 0;
  double xx = 0;
  double xy = 0;
  double yy = 0;

  void add(double level, double score) {
    n += 1;
    x += level;
    y += score;
    xx += level * level;
    xy += level * score;
    yy += score * score;
  }
  // About the means.
  double spread() const { return xx - x * x / n; }
  double together() const { return xy - x * y / n; }
  double rest() const {
    const double both = together();
    return std::max(0.0, yy - y * y / n - both * both / spread());
  }
  bool tells() const { return n >= static_cast<double>(least_for_slope) && spread() > 1e-9; }
};

// What each branch got, less the leniency of who gave it; of everybody, and by inspector.
class Levels {
 public:
  Levels(const Ratings& ratings, const TwoWayFit& fit)
      : sum_(ratings.branches), weight_(ratings.branches), fit_(fit) {
    for (const Rating& rating : ratings.all) {
      sum_[rating.branch] += corrected(rating);
      weight_[rating.branch] += rating.weight;
    }
  }

  // By all others than those whose ratings of the branch these are.
  std::optional<double> by_others(std::size_t branch, const std::vector<const Rating*>& own) const {
    double sum = sum_[branch];
    double weight = weight_[branch];
    for (const Rating* rating : own) {
      sum -= corrected(*rating);
      weight -= rating->weight;
    }
    return weight > 1e-9 ? std::optional(sum / weight) : std::nullopt;
  }

 private:
  double corrected(const Rating& rating) const {
    return rating.weight * (rating.score - fit_.leniency[rating.inspector]);
  }

  std::vector<double> sum_;
  std::vector<double> weight_;
  const TwoWayFit& fit_;
};

using OwnRatings = std::vector<const Rating*>;

SlopeSums sums_of(const OwnRatings& own, const Levels& levels) {
  SlopeSums sums;
  for (const Rating* rating : own) {
    OwnRatings same_branch;
    for (const Rating* other : own)
      if (other->branch == rating->branch) same_branch.push_back(other);
    if (const auto level = levels.by_others(rating->branch, same_branch))
      sums.add(*level, rating->score);
  }
  return sums;
}

std::vector<SlopeSums> all_sums(const Ratings& ratings, const TwoWayFit& fit) {
  const Levels levels(ratings, fit);
  std::vector<OwnRatings> own(ratings.inspectors);
  for (const Rating& rating : ratings.all) own[rating.inspector].push_back(&rating);
  std::vector<SlopeSums> sums;
  for (const OwnRatings& one : own) sums.push_back(sums_of(one, levels));
  return sums;
}

// Of all inspectors whose slopes tell something.
struct Pooled {
  double spread = 0;
  double together = 0;
  double rest = 0;
  double df = 0;
};

Pooled pool(const std::vector<SlopeSums>& sums) {
  Pooled all;
  for (const SlopeSums& one : sums) {
    if (!one.tells()) continue;
    all.spread += one.spread();
    all.together += one.together();
    all.rest += one.rest();
    all.df += one.n - 2;
  }
  return all;
}

Discrimination judge(const SlopeSums& own, const Pooled& all) {
  Discrimination found;
  found.ratings = static_cast<std::size_t>(own.n);
  if (!own.tells()) return found;
  const double spread_of_others = all.spread - own.spread();
  if (spread_of_others <= 1e-9 || all.rest <= 0) return found;
  found.known = true;
  found.slope = own.together() / own.spread();
  found.others = (all.together - own.together()) / spread_of_others;
  const double variance = all.rest / all.df * (1 / own.spread() + 1 / spread_of_others);
  found.t = (found.others - found.slope) / std::sqrt(variance);
  found.p = student_above(found.t, all.df);
  return found;
}

}  // namespace

std::vector<Discrimination> judge_discrimination(const Ratings& ratings, const TwoWayFit& fit) {
  const auto sums = all_sums(ratings, fit);
  const Pooled all = pool(sums);
  std::vector<Discrimination> findings;
  for (const SlopeSums& own : sums) findings.push_back(judge(own, all));
  return findings;
}

}  // namespace sihu
