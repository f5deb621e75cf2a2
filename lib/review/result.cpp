#include "review/result.hpp"

#include "base/chance.hpp"
#include "review/classes.hpp"
#include "review/severity.hpp"
#include "review/uncertainty.hpp"
#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace sihu {
namespace {

using Totals = std::vector<Rational>;
using SheetPointers = std::vector<const OpenedSheet*>;

constexpr std::size_t enough_to_drop = 5;

std::vector<double> approximate(const Totals& totals) {
  std::vector<double> values;
  for (const Rational& total : totals) values.push_back(total.approximately());
  return values;
}

Totals totals_of(const SheetPointers& sheets) {
  Totals totals;
  for (const OpenedSheet* sheet : sheets) totals.push_back(sheet->total);
  std::ranges::sort(totals);
  return totals;
}

void set_uncertainty(ReviewResult& result, const Uncertainty& uncertainty) {
  if (!result.value || uncertainty.df <= 0) return;
  const double value = result.value->approximately();
  result.reach = reach_of_interval(uncertainty.df);
  const double reach = *result.reach * uncertainty.error;
  result.error = uncertainty.error;
  result.low = std::clamp(value - reach, 0.0, 100.0);
  result.high = std::clamp(value + reach, 0.0, 100.0);
}

void take_mean(ReviewResult& result, const Totals& totals) {
  result.value = result.mean;
  set_uncertainty(result, mean_uncertainty(approximate(totals)));
}

void take_trimmed(ReviewResult& result, const Totals& totals) {
  result.dropped = dropped_sheets(ReviewMethod::trimmed, totals.size());
  const auto skipped = static_cast<std::ptrdiff_t>(result.dropped);
  result.value = exact_mean({totals.begin() + skipped, totals.end() - skipped});
  set_uncertainty(result, trimmed_uncertainty(approximate(totals), result.dropped));
}

void take_median(ReviewResult& result, const Totals& totals) {
  const std::size_t middle = totals.size() / 2;
  result.value =
      totals.size() % 2 == 1 ? totals[middle] : exact_mean({totals[middle - 1], totals[middle]});
  set_uncertainty(result, median_uncertainty(approximate(totals)));
}

// One group for each class, and one of no weight for whoever is in none any more.
std::vector<WeighedGroup> groups_of(const SheetPointers& sheets,
                                    const std::vector<ReviewerClass>& classes) {
  std::vector<WeighedGroup> groups;
  for (const ReviewerClass& one : classes) groups.push_back({{one.id}, one.weight, {}});
  groups.push_back({{}, Rational(), {}});
  for (const OpenedSheet* sheet : sheets) {
    const auto at = std::ranges::find_if(groups, [&](const WeighedGroup& group) {
      return !group.classes.empty() && group.classes.front() == sheet->reviewers;
    });
    (at == groups.end() ? groups.back() : *at).totals.push_back(sheet->total);
  }
  return groups;
}

std::string joined_name(const WeighedGroup& group) {
  std::string name;
  for (const std::string& one : group.classes) name += (name.empty() ? "" : "+") + one;
  return name;
}

void take_classes(ReviewResult& result, const SheetPointers& sheets,
                  const ReviewMethodRules& rules) {
  const auto all = groups_of(sheets, rules.classes);
  for (const WeighedGroup& group : all)
    if (group.totals.empty() && !group.classes.empty())
      result.silent.push_back(group.classes.front());
  const auto groups = joined_groups(all, rules.least);
  result.value = weighted_mean(groups);
  Rational weights;
  for (const WeighedGroup& group : groups) weights += group.weight;
  std::vector<WeighedValues> values;
  for (const WeighedGroup& group : groups) {
    const double share = groups.size() == 1 ? 1.0 : (group.weight / weights).approximately();
    values.push_back({approximate(group.totals), share});
    if (group.classes.size() > 1) result.joined.push_back(joined_name(group));
  }
  set_uncertainty(result, grouped_uncertainty(values));
}

// Sorted before they are shuffled: the seed is known to all, and would else lead back from the
// order of the comments to that of the sheets.
void take_comments(ReviewResult& result, const SheetPointers& sheets,
                   const ReviewMethodRules& rules) {
  for (const OpenedSheet* sheet : sheets)
    if (!sheet->comment.empty()) result.comments.push_back(sheet->comment);
  if (result.comments.size() < rules.least) {
    result.hidden_comments = result.comments.size();
    result.comments.clear();
  }
  std::ranges::sort(result.comments);
  Chance chance(seed_of(rules.seed + "|" + result.branch));
  chance.shuffle(result.comments);
}

ReviewResult result_of(const std::string& branch, const SheetPointers& sheets,
                       const ReviewMethodRules& rules) {
  ReviewResult result;
  result.branch = branch;
  result.method = rules.method;
  result.sheets = sheets.size();
  take_comments(result, sheets, rules);
  if (sheets.size() < rules.least) return result;
  result.state = ReviewResult::State::told;
  const Totals totals = totals_of(sheets);
  result.mean = exact_mean(totals);
  if (rules.method == ReviewMethod::mean) take_mean(result, totals);
  if (rules.method == ReviewMethod::trimmed) take_trimmed(result, totals);
  if (rules.method == ReviewMethod::median) take_median(result, totals);
  if (rules.method == ReviewMethod::classes) take_classes(result, sheets, rules);
  return result;
}

void take_corrected(ReviewResult& result, const CorrectedReview& corrected, const Rational& step) {
  if (result.state != ReviewResult::State::told) return;
  result.step = step;
  const auto found = corrected.branches.find(result.branch);
  if (found == corrected.branches.end()) {
    result.state = ReviewResult::State::not_fitted;
    return;
  }
  result.value = result.step * (found->second.value / result.step).to_places(0);
  result.uncurbed = corrected.uncurbed;
  set_uncertainty(result, {found->second.error, corrected.df});
}

}  // namespace

std::size_t dropped_sheets(ReviewMethod method, std::size_t sheets) {
  return method == ReviewMethod::trimmed && sheets >= enough_to_drop ? 1 : 0;
}

std::vector<ReviewResult> review_results(const std::vector<std::string>& branches,
                                         const std::vector<OpenedSheet>& sheets,
                                         const ReviewMethodRules& rules) {
  std::vector<ReviewResult> results;
  for (const std::string& branch : branches) {
    SheetPointers own;
    for (const OpenedSheet& sheet : sheets)
      if (sheet.branch == branch) own.push_back(&sheet);
    results.push_back(result_of(branch, own, rules));
  }
  if (rules.method != ReviewMethod::severity) return results;
  const CorrectedReview corrected = correct_review(sheets, rules.stop);
  const Rational step = step_of_corrected(sheets, rules.levels);
  for (ReviewResult& result : results) take_corrected(result, corrected, step);
  return results;
}

std::size_t sheet_levels(const Rubric& rubric) {
  std::set<Rational> totals{Rational()};
  for (const Criterion& criterion : rubric.criteria) {
    std::set<Rational> more;
    for (const Rational& total : totals)
      for (int score = rubric.from; score <= rubric.to && more.size() < most_levels; ++score)
        more.insert(total + criterion.weight * Rational(score));
    totals = std::move(more);
  }
  return totals.size();
}

Rational step_of_corrected(const std::vector<OpenedSheet>& sheets, std::size_t levels) {
  std::map<std::string, std::size_t> by_person;
  std::set<std::string> branches;
  for (const OpenedSheet& sheet : sheets) {
    ++by_person[sheet.person];
    branches.insert(sheet.branch);
  }
  std::size_t own = 0;
  for (const auto& [person, count] : by_person) own = std::max(own, count);
  constexpr double in_doubt = 10;  // bits: a thousand ways the sheets may have been
  const double held = static_cast<double>(sheets.size() - own) *
                          std::log2(static_cast<double>(std::max<std::size_t>(levels, 1))) -
                      in_doubt;
  for (const Rational& step : {Rational(1, 100), Rational(1, 10), Rational(1), Rational(5)}) {
    const double told =
        static_cast<double>(branches.size()) * std::log2(100 / step.approximately());
    if (told <= held) return step;
  }
  return Rational(10);
}

}  // namespace sihu
