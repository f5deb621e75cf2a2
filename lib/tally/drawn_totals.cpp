#include "tally/drawn_totals.hpp"

#include "base/chance.hpp"
#include "statistics/bootstrap.hpp"
#include "statistics/connectivity.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

namespace sihu {
namespace {

// What stays the same in all draws of a row.
struct SureRow {
  explicit SureRow(const TallyRow& row, const Tally& tally) {
    for (const Component component : all_components) {
      scores[component] = row.entry.scores[component].value_or(Rational()).approximately();
      const bool elsewhere = component == Component::check || component == Component::rectification;
      errors[component] = elsewhere ? 0 : row.entry.errors[component];
    }
    for (const ComponentLine& line : tally.components)
      if (!line.is_absent() && row.entry.scores[line.component])
        weights.emplace_back(line.component, line.declared.approximately());
  }

  double total_with(const PerComponent<double>& drawn) const {
    double all = 0;
    double sum = 0;
    for (const auto& [component, weight] : weights) {
      all += weight;
      sum += weight * drawn[component];
    }
    return all > 0 ? sum / all : 0;
  }

  PerComponent<double> scores;
  PerComponent<double> errors;  // 0 of what is drawn from something else
  std::vector<std::pair<Component, double>> weights;
};

std::vector<SureRow> sure_rows(const std::vector<const TallyRow*>& rows, const Tally& tally) {
  std::vector<SureRow> sure;
  for (const TallyRow* row : rows) sure.emplace_back(*row, tally);
  return sure;
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
PerComponent<double> drawn_scores(const SureRow& row, Chance& chance) {
  PerComponent<double> scores = row.scores;
  for (const Component component : all_components)
    if (row.errors[component] > 0) scores[component] += row.errors[component] * normal(chance);
  return scores;
}

// Whether nothing of any item was lost, or all of each.
bool is_extreme(const DrawnCheck& check) {
  return std::ranges::all_of(check.items,
                             [](const DrawnItem& item) { return item.earned >= item.points; }) ||
         std::ranges::all_of(check.items, [](const DrawnItem& item) { return item.earned <= 0; });
}

// A branch with what its checks are like.
struct ItemSource {
  explicit ItemSource(const DrawnBranch& branch) : from(&branch) {
    for (const DrawnCheck& check : branch.checks) extreme.push_back(is_extreme(check));
  }

  const DrawnBranch* from;
  std::vector<bool> extreme;
};

// Items that are all alike, however few, would be drawn without any doubt: there one in n + 2 is
// otherwise, by the rule of succession.
double drawn_points(const DrawnCheck& check, bool extreme, Chance& chance) {
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

double drawn_check(const ItemSource& source, Chance& chance) {
  double points = 0;
  double full = 0;
  for (std::size_t i = 0; i < source.extreme.size(); ++i) {
    const DrawnCheck& check = source.from->checks[i];
    points += drawn_points(check, source.extreme[i], chance);
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

DrawnCheck drawn_from(const Score& score, double full) {
  DrawnCheck drawn{full, {}};
  for (const ItemLine& line : score.items)
    if (line.counts && !line.scaled_points.is_zero())
      drawn.items.push_back(
          {line.scaled_points.approximately(), line.scaled_earned.approximately()});
  return drawn;
}

// The number of each row's branch among those that have scores; nothing: it is not among them.
std::vector<std::optional<std::size_t>> numbers_in(const InspectedScores& scores,
                                                   const std::vector<const TallyRow*>& rows) {
  std::vector<std::optional<std::size_t>> numbers(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto at = std::ranges::find(scores.branches, rows[i]->entry.branch);
    if (at != scores.branches.end())
      numbers[i] = static_cast<std::size_t>(at - scores.branches.begin());
  }
  return numbers;
}

}  // namespace

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

bool ties_together(const std::vector<const TallyRow*>& rows, const InspectedScores& scores) {
  for (const TallyRow* row : rows)
    if (row->entry.scores[Component::check] &&
        std::ranges::find(scores.branches, row->entry.branch) == scores.branches.end())
      return false;
  if (scores.branches.size() < 2 || rating_groups(scores.ratings).size() != 1) return false;
  const auto fit = fit_two_way(scores.ratings);
  return fit && has_enough_df(*fit);
}

std::vector<Totals> draw_residuals(const std::vector<const TallyRow*>& rows, const Tally& tally,
                                   const InspectedScores& scores, TotalDraws how) {
  const auto fit = fit_two_way(scores.ratings);
  const auto sure = sure_rows(rows, tally);
  const auto numbers = numbers_in(scores, rows);
  Chance chance(how.seed);
  std::vector<Totals> draws;
  for (const auto& levels : bootstrap_levels(scores.ratings, {how.draws, how.seed, 3})) {
    Totals totals;
    for (std::size_t i = 0; i < sure.size(); ++i) {
      PerComponent<double> drawn = drawn_scores(sure[i], chance);
      if (numbers[i]) drawn[Component::check] += levels[*numbers[i]] - fit->level[*numbers[i]];
      totals.push_back(sure[i].total_with(drawn));
    }
    draws.push_back(std::move(totals));
  }
  return draws;
}

std::vector<Totals> draw_items(const std::vector<const TallyRow*>& rows, const Tally& tally,
                               const std::map<std::string, DrawnBranch>& branches, TotalDraws how) {
  const auto sure = sure_rows(rows, tally);
  std::vector<ItemSource> sources;
  for (const TallyRow* row : rows) sources.emplace_back(branches.at(row->entry.branch));
  Chance chance(how.seed);
  std::vector<Totals> draws;
  for (std::size_t draw = 0; draw < how.draws; ++draw) {
    Totals totals;
    for (std::size_t i = 0; i < sure.size(); ++i) {
      PerComponent<double> scores = drawn_scores(sure[i], chance);
      scores[Component::check] = drawn_check(sources[i], chance);
      const DrawnBranch& from = *sources[i].from;
      if (from.due > 0) scores[Component::rectification] = drawn_rectification(from, chance);
      totals.push_back(sure[i].total_with(scores));
    }
    draws.push_back(std::move(totals));
  }
  return draws;
}

}  // namespace sihu
