#include "tally/tally.hpp"

#include "statistics/component_weights.hpp"
#include "statistics/weighted_total.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

bool somebody_has(const std::vector<TallyEntry>& entries, Component component) {
  return std::ranges::any_of(
      entries, [&](const TallyEntry& entry) { return entry.scores[component].has_value(); });
}

// Those that the total is made of, in this quarter.
std::vector<Component> in_use(const TallyRules& rules, const std::vector<TallyEntry>& entries) {
  std::vector<Component> components;
  for (const Component component : all_components)
    if (!rules.weights[component].is_zero() && somebody_has(entries, component))
      components.push_back(component);
  return components;
}

double total_error(const TallyEntry& entry, const TallyRules& rules,
                   const std::vector<Component>& used) {
  double weights = 0;
  double variance = 0;
  for (const Component component : used) {
    if (!entry.scores[component]) continue;
    const double weight = rules.weights[component].approximately();
    weights += weight;
    variance += weight * weight * entry.errors[component] * entry.errors[component];
  }
  return weights > 0 ? std::sqrt(variance) / weights : 0;
}

// What the check's weight does not cover because checklists were not begun, as a share of all.
Rational share_not_inspected(const TallyEntry& entry, const TallyRules& rules,
                             const std::vector<Component>& used) {
  Rational all;
  for (const Component component : used) all += rules.weights[component];
  if (!entry.scores[Component::check] || all.is_zero()) return {};
  return rules.weights[Component::check] * (Rational(1) - entry.inspected) / all;
}

TallyRow add_up(TallyEntry entry, const TallyRules& rules, const std::vector<Component>& used) {
  std::vector<WeightedPart> parts;
  for (const Component component : used)
    parts.push_back({rules.weights[component], Rational(100), entry.scores[component]});
  const WeightedTotal sum = weighted_total(parts);
  TallyRow row;
  row.total = sum.total;
  row.coverage = sum.coverage - share_not_inspected(entry, rules, used);
  row.error = total_error(entry, rules, used);
  row.entry = std::move(entry);
  return row;
}

Contender contender(const TallyRow& row, const TallyRules& rules) {
  Contender one{row.total, row.coverage, !row.entry.vetoes.empty(), {}};
  for (const Component component : rules.tie_breaks) {
    const auto& score = row.entry.scores[component];
    one.tie_breaks.push_back(score ? std::optional(score->to_places(2, rules.halves))
                                   : std::nullopt);
  }
  return one;
}

void take_rank(TallyRow& row, const RankLine& line, const Rational& least_coverage) {
  row.rank = line.rank;
  row.why = line.why;
  row.shown = line.shown;
  // A total of the little that applies would be read like the others.
  if (row.coverage >= least_coverage) return;
  row.total.reset();
  row.shown.clear();
}

std::vector<TallyRow> in_order(std::vector<TallyRow> rows, const TallyRules& rules) {
  // Of equals the order to print is by id; it says nothing.
  std::ranges::sort(rows, {}, [](const TallyRow& row) { return row.entry.branch; });
  std::vector<Contender> contenders;
  for (const TallyRow& row : rows) contenders.push_back(contender(row, rules));
  RankRules ranking;
  ranking.halves = rules.halves;
  ranking.numbers = rules.numbers;
  std::vector<TallyRow> ordered;
  for (const RankLine& line : rank(contenders, ranking)) {
    ordered.push_back(std::move(rows[line.contender]));
    take_rank(ordered.back(), line, ranking.least_coverage);
  }
  return ordered;
}

ComponentLine describe(Component component, const TallyRules& rules,
                       const std::vector<TallyRow>& rows) {
  ComponentLine line{component, rules.weights[component], {}, {}, {}, {}};
  for (const TallyRow& row : rows) {
    const auto& score = row.entry.scores[component];
    if (!row.rank || !score) continue;
    if (!line.lowest || *score < *line.lowest) line.lowest = score;
    if (!line.highest || *line.highest < *score) line.highest = score;
  }
  return line;
}

bool has_all(const TallyRow& row, const std::vector<Component>& used) {
  return row.rank && std::ranges::all_of(used, [&](Component component) {
           return row.entry.scores[component].has_value();
         });
}

void weigh(Tally& tally, const std::vector<Component>& used) {
  if (used.empty()) return;
  std::vector<Rational> weights;
  Rational all;
  for (const Component component : used) weights.push_back(tally.rules.weights[component]);
  for (const Rational& weight : weights) all += weight;
  std::vector<std::vector<Rational>> scores;
  for (const TallyRow& row : tally.rows) {
    if (!has_all(row, used)) continue;
    scores.emplace_back();
    for (const Component component : used) scores.back().push_back(*row.entry.scores[component]);
  }
  tally.compared = static_cast<int>(scores.size());
  const auto found = component_weights(weights, scores);
  for (std::size_t k = 0; k < used.size(); ++k) {
    const auto line = std::ranges::find(tally.components, used[k], &ComponentLine::component);
    line->nominal = weights[k] / all;
    if (!found.empty()) line->effective = found[k].effective;
  }
}

}  // namespace

const TallyRow* Tally::find(std::string_view branch) const {
  const auto found = std::ranges::find(
      rows, branch, [](const TallyRow& row) -> std::string_view { return row.entry.branch; });
  return found == rows.end() ? nullptr : &*found;
}

Tally make_tally(Quarter quarter, const TallyRules& rules, std::vector<TallyEntry> entries) {
  Tally tally{quarter, rules, {}, {}, 0};
  const auto used = in_use(rules, entries);
  for (TallyEntry& entry : entries) tally.rows.push_back(add_up(std::move(entry), rules, used));
  tally.rows = in_order(std::move(tally.rows), rules);
  for (const Component component : all_components)
    if (!rules.weights[component].is_zero())
      tally.components.push_back(describe(component, rules, tally.rows));
  weigh(tally, used);
  return tally;
}

void add_earlier(Tally& tally, const Tally& earlier) {
  std::map<std::string_view, const TallyRow*> known;
  for (const TallyRow& row : earlier.rows) known.emplace(row.entry.branch, &row);
  for (TallyRow& row : tally.rows) {
    const auto found = known.find(row.entry.branch);
    if (found != known.end() && found->second->total)
      row.earlier = EarlierResult{found->second->total, found->second->rank,
                                  parts_of(earlier, *found->second)};
  }
}

std::vector<Component> parts_of(const Tally& tally, const TallyRow& row) {
  std::vector<Component> parts;
  for (const ComponentLine& line : tally.components)
    if (!line.is_absent() && row.entry.scores[line.component]) parts.push_back(line.component);
  return parts;
}

bool is_incomplete(const Tally& tally) {
  return std::ranges::any_of(tally.rows, [](const TallyRow& row) {
    return row.entry.provisional || (!row.rank && row.why != Unranked::vetoed);
  });
}

}  // namespace sihu
