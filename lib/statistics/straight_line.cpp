#include "statistics/straight_line.hpp"

#include "base/chance.hpp"
#include "statistics/mixed.hpp"
#include "statistics/summary.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

std::size_t longest_run(const std::vector<int>& marks) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    run = i > 0 && marks[i] == marks[i - 1] ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  return longest;
}

// What others say of the branches that they have been to, numbered without gaps.
struct OthersView {
  Ratings ratings;
  std::vector<std::optional<std::size_t>> number;  // of a branch in `ratings`
};

OthersView others_view(const Ratings& ratings, std::size_t inspector) {
  OthersView view{{0, ratings.inspectors, {}}, {}};
  view.number.resize(ratings.branches);
  for (Rating rating : ratings.all) {
    if (rating.inspector == inspector) continue;
    auto& number = view.number[rating.branch];
    if (!number) number = view.ratings.branches++;
    rating.branch = *number;
    view.ratings.all.push_back(rating);
  }
  return view;
}

std::optional<double> slope(const std::vector<double>& x, const std::vector<double>& y) {
  const double middle = mean_of(x);
  double product = 0;
  double squares = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    product += (x[i] - middle) * y[i];
    squares += (x[i] - middle) * (x[i] - middle);
  }
  if (squares <= 1e-12) return std::nullopt;
  return product / squares;
}

}  // namespace

StraightLine judge_line(std::vector<int> marks, std::uint64_t seed, std::size_t draws) {
  StraightLine line;
  line.longest = longest_run(marks);
  line.all_alike = line.longest == marks.size();
  if (line.all_alike) return line;
  Chance chance(seed);
  std::size_t as_long = 1;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    chance.shuffle(marks);
    if (longest_run(marks) >= line.longest) ++as_long;
  }
  line.p = static_cast<double>(as_long) / static_cast<double>(draws + 1);
  return line;
}

std::optional<double> discrimination(const Ratings& ratings, std::size_t inspector) {
  const OthersView view = others_view(ratings, inspector);
  const auto fit = fit_mixed(view.ratings);
  if (!fit) return std::nullopt;
  std::vector<double> levels;
  std::vector<double> scores;
  std::set<std::size_t> branches;
  for (const Rating& rating : ratings.all) {
    if (rating.inspector != inspector || !view.number[rating.branch]) continue;
    levels.push_back(fit->level[*view.number[rating.branch]]);
    scores.push_back(rating.score);
    branches.insert(rating.branch);
  }
  return branches.size() < 4 ? std::nullopt : slope(levels, scores);
}

}  // namespace sihu
