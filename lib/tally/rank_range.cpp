#include "tally/rank_range.hpp"

#include "base/chance.hpp"
#include "statistics/bootstrap.hpp"
#include "statistics/connectivity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>

namespace sihu {
namespace {

// Ranges hold all at once with the probability of nine in ten: Bonferroni's share for each.
constexpr double outside = 0.10;

// The z that a standard normal deviate exceeds with that probability, between 0 and one half.
double upper_limit(double probability) {
  double low = 0;
  double high = 40;
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    const double above = std::erfc(middle / std::numbers::sqrt2) / 2;
    (above > probability ? low : high) = middle;
  }
  return high;
}

using Totals = std::vector<double>;  // of the ranked rows, in their order

std::vector<TallyRow*> ranked_rows(Tally& tally) {
  std::vector<TallyRow*> rows;
  for (TallyRow& row : tally.rows)
    if (row.rank) rows.push_back(&row);
  return rows;
}

// Places (1, 2, 2, 4), whatever numbers ties get.
std::vector<int> places_of(const std::vector<TallyRow*>& rows) {
  Totals upwards;
  for (const TallyRow* row : rows) upwards.push_back(-*row->rank);
  return ranks_of(upwards);
}

// Whether nothing of any item was lost, or all of each.
bool is_extreme(const DrawnCheck& check) {
  return std::ranges::all_of(check.items,
                             [](const DrawnItem& item) { return item.earned >= item.points; }) ||
         std::ranges::all_of(check.items, [](const DrawnItem& item) { return item.earned <= 0; });
}

// Items that are all alike, however few, would be drawn without any doubt: there one in n + 2 is
// otherwise, by the rule of succession.
double drawn_points(const DrawnCheck& check, Chance& chance) {
  const bool extreme = is_extreme(check);
  double points = 0;
  double earned = 0;
  for (std::size_t i = 0; i < check.items.size(); ++i) {
    const DrawnItem& item = check.items[static_cast<std::size_t>(chance.below(check.items.size()))];
    const bool otherwise = extreme && chance.below(check.items.size() + 2) == 0;
    points += item.points;
    earned += otherwise ? item.points - item.earned : item.earned;
  }
  return points > 0 ? check.full * earned / points : 0;
}

double drawn_check(const DrawnBranch& branch, Chance& chance) {
  double points = 0;
  double full = 0;
  for (const DrawnCheck& check : branch.checks) {
    points += drawn_points(check, chance);
    full += check.full;
  }
  return full > 0 ? 100 * points / full : 0;
}

double drawn_rectification(const DrawnBranch& branch, Chance& chance) {
  int in_time = 0;
  // By the rule of succession: (in time + 1) of (due + 2).
  for (int i = 0; i < branch.due; ++i)
    in_time += static_cast<int>(chance.below(static_cast<std::uint64_t>(branch.due) + 2)) <=
               branch.in_time;
  return 100.0 * in_time / branch.due;
}

// The total with other scores.
double total_with(const TallyRow& row, const Tally& tally, const PerComponent<double>& scores) {
  double weights = 0;
  double sum = 0;
  for (const ComponentLine& line : tally.components) {
    if (line.is_absent() || !row.entry.scores[line.component]) continue;
    const double weight = line.declared.approximately();
    weights += weight;
    sum += weight * scores[line.component];
  }
  return weights > 0 ? sum / weights : 0;
}

double score_of(const TallyRow& row, Component component) {
  return row.entry.scores[component].value_or(Rational()).approximately();
}

// Above 0, at most 1.
double uniform(Chance& chance) {
  constexpr double steps = 9007199254740992;  // 2^53, what a double can tell apart
  return static_cast<double>((chance.next() >> 11) + 1) / steps;
}

// A standard normal deviate (Box and Muller 1958).
double normal(Chance& chance) {
  const double size = std::sqrt(-2 * std::log(uniform(chance)));
  return size * std::cos(2 * std::numbers::pi * uniform(chance));
}

// What is drawn from nothing else is drawn around itself, by its standard error.
PerComponent<double> drawn_scores(const TallyRow& row, Chance& chance) {
  PerComponent<double> scores;
  for (const Component component : all_components) {
    scores[component] = score_of(row, component);
    const bool elsewhere = component == Component::check || component == Component::rectification;
    if (const double error = row.entry.errors[component]; error > 0 && !elsewhere)
      scores[component] += error * normal(chance);
  }
  return scores;
}

Totals draw_items(const std::vector<TallyRow*>& rows, const Tally& tally,
                  const std::map<std::string, DrawnBranch>& branches, Chance& chance) {
  Totals totals;
  for (const TallyRow* row : rows) {
    const DrawnBranch& from = branches.at(row->entry.branch);
    PerComponent<double> scores = drawn_scores(*row, chance);
    scores[Component::check] = drawn_check(from, chance);
    if (from.due > 0) scores[Component::rectification] = drawn_rectification(from, chance);
    totals.push_back(total_with(*row, tally, scores));
  }
  return totals;
}

DrawnCheck drawn_from(const Score& score, double full) {
  DrawnCheck drawn{full, {}};
  for (const ItemLine& line : score.items)
    if (line.counts && !line.scaled_points.is_zero())
      drawn.items.push_back(
          {line.scaled_points.approximately(), line.scaled_earned.approximately()});
  return drawn;
}

// Whether inspectors' scores alone tell how uncertain all that is ranked is.
bool ties_together(const std::vector<TallyRow*>& rows, const InspectedScores& scores) {
  for (const TallyRow* row : rows)
    if (row->entry.scores[Component::check] &&
        std::ranges::find(scores.branches, row->entry.branch) == scores.branches.end())
      return false;
  if (scores.branches.size() < 2 || rating_groups(scores.ratings).size() != 1) return false;
  const auto fit = fit_two_way(scores.ratings);
  return fit && has_enough_df(*fit);
}

std::vector<Totals> draw_residuals(const std::vector<TallyRow*>& rows, const Tally& tally,
                                   const InspectedScores& scores, std::uint64_t seed) {
  const auto fit = fit_two_way(scores.ratings);
  Chance chance(seed);
  std::vector<Totals> draws;
  for (const auto& levels : bootstrap_levels(scores.ratings, {range_draws, seed, 3})) {
    Totals totals;
    for (const TallyRow* row : rows) {
      PerComponent<double> drawn = drawn_scores(*row, chance);
      const auto at = std::ranges::find(scores.branches, row->entry.branch);
      const auto number = static_cast<std::size_t>(at - scores.branches.begin());
      if (at != scores.branches.end())
        drawn[Component::check] += levels[number] - fit->level[number];
      totals.push_back(total_with(*row, tally, drawn));
    }
    draws.push_back(std::move(totals));
  }
  return draws;
}

// The smallest rank that at least `share` of the sorted ones do not exceed.
int at_share(const std::vector<int>& sorted, double share) {
  const double place = std::ceil(share * static_cast<double>(sorted.size()) - 1e-9);
  return sorted[std::max<std::size_t>(1, static_cast<std::size_t>(place)) - 1];
}

// Summed in another order, equal totals differ in their last digits.
Totals without_dust(Totals totals) {
  for (double& total : totals) total = std::round(total * 1e6) / 1e6;
  return totals;
}

void take_ranges(const std::vector<TallyRow*>& rows, const std::vector<int>& places,
                 const std::vector<Totals>& draws) {
  std::vector<std::vector<int>> ranks(rows.size());
  for (const Totals& totals : draws) {
    const auto drawn = ranks_of(without_dust(totals));
    for (std::size_t i = 0; i < rows.size(); ++i) ranks[i].push_back(drawn[i]);
  }
  const double tail = outside / 2 / static_cast<double>(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::ranges::sort(ranks[i]);
    rows[i]->range = RankSet{std::min(places[i], at_share(ranks[i], tail)),
                             std::max(places[i], at_share(ranks[i], 1 - tail))};
  }
}

}  // namespace

const Text& wording(RangeBasis basis) {
  static constexpr std::array<Text, 3> words{
      Text{"各检查人打分的残差重抽 499 次（检查人的宽严已扣除）",
           "499 draws of what inspectors' scores leave unexplained, their leniency taken out"},
      Text{"各支部自己的检查项和到期问题重抽 499 次，互评按标准误",
           "499 draws of each branch's own items and of its problems that fell due, of reviews by "
           "their standard errors"},
      Text{"按各项标准误的公式算，没有重抽", "worked out from standard errors, without drawing"}};
  return words.at(static_cast<std::size_t>(basis));
}

bool has_too_many_to_draw(const Tally& tally) {
  const auto ranked =
      std::ranges::count_if(tally.rows, [](const TallyRow& row) { return row.rank.has_value(); });
  return static_cast<std::size_t>(ranked) > most_drawn;
}

DrawnBranch drawn_branch(const CheckPart& check, const RectificationPart& rectification) {
  DrawnBranch branch;
  for (const CountedCheck& counted : check.counted) {
    const auto number = static_cast<double>(counted.inspections.size());
    for (const CheckSummary* one : counted.inspections)
      branch.checks.push_back(drawn_from(one->score, counted.full().approximately() / number));
  }
  branch.due = rectification.counted();
  branch.in_time = rectification.count(Rectified::in_time);
  return branch;
}

RangeBasis add_ranges(Tally& tally, const std::map<std::string, DrawnBranch>& branches,
                      const InspectedScores& scores) {
  if (has_too_many_to_draw(tally)) {
    add_ranges_by_errors(tally);
    return RangeBasis::closed_form;
  }
  const auto rows = ranked_rows(tally);
  const std::uint64_t seed = seed_of(to_string(tally.quarter));
  const auto places = places_of(rows);
  if (ties_together(rows, scores)) {
    take_ranges(rows, places, draw_residuals(rows, tally, scores, seed));
    return RangeBasis::residuals;
  }
  // In the order of ids, so that the order in which rows are printed changes no draw.
  std::vector<TallyRow*> by_id = rows;
  std::ranges::sort(by_id, {}, [](const TallyRow* row) { return row->entry.branch; });
  Chance chance(seed);
  std::vector<Totals> draws;
  for (std::size_t draw = 0; draw < range_draws; ++draw)
    draws.push_back(draw_items(by_id, tally, branches, chance));
  take_ranges(by_id, places_of(by_id), draws);
  return RangeBasis::items;
}

void add_ranges_by_errors(Tally& tally) {
  const auto rows = ranked_rows(tally);
  const auto places = places_of(rows);
  Totals totals;
  Totals variances;
  for (const TallyRow* row : rows) {
    totals.push_back(row->total->approximately());
    variances.push_back(row->error * row->error);
  }
  const auto number = static_cast<double>(rows.size());
  const double pairs = std::max(1.0, number * (number - 1) / 2);
  const double z = upper_limit(outside / 2 / pairs);
  const double limit = z * z;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    int better = 0;
    int worse = 0;
    for (std::size_t j = 0; j < rows.size(); ++j) {
      const double ahead = totals[j] - totals[i];
      if (ahead * ahead <= limit * (variances[i] + variances[j])) continue;
      better += ahead > 0 ? 1 : 0;
      worse += ahead < 0 ? 1 : 0;
    }
    rows[i]->range = RankSet{std::min(places[i], 1 + better),
                             std::max(places[i], static_cast<int>(rows.size()) - worse)};
  }
}

}  // namespace sihu
