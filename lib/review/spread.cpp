#include "review/spread.hpp"

#include "review/published.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sihu {
namespace {

constexpr double least_df = 8;

constexpr std::array<std::string_view, 3> codes{"own", "pooled", "assumed"};

// The mean of what each branch's error says of one sheet, squared.
struct Pool {
  double sum = 0;
  double df = 0;

  void add(double error, std::size_t sheets) {
    if (sheets < 2) return;
    const auto number = static_cast<double>(sheets);
    sum += (number - 1) * number * error * error;
    df += number - 1;
  }

  double spread() const { return std::sqrt(sum / df); }
};

}  // namespace

std::optional<int> told_spread(const std::vector<ReviewResult>& results) {
  Pool pool;
  std::size_t untold = 0;
  for (const ReviewResult& result : results) {
    if (result.state != ReviewResult::State::told || !result.error) continue;
    pool.add(*result.error, result.sheets);
    if (!tells_error(result.method, result.sheets)) ++untold;
  }
  if (untold < branches_for_spread || pool.df <= 0) return std::nullopt;
  // Sheets that all agree say that nobody gave anything else: the least step says less.
  const double steps = std::ceil(pool.spread() / spread_step - 1e-9);
  return spread_step * std::max(1, static_cast<int>(steps));
}

std::string_view to_string(ReviewErrorFrom from) {
  return codes.at(static_cast<std::size_t>(from));
}

const Text& wording(ReviewErrorFrom from) {
  static constexpr std::array<Text, 3> words{
      Text{"本支部的评分表", "the branch's own sheets"},
      Text{"全部支部的评分表合并估计", "pooled over the sheets of all branches"},
      Text{"假定的", "assumed"}};
  return words.at(static_cast<std::size_t>(from));
}

std::optional<ReviewErrorFrom> parse_review_error_from(std::string_view text) {
  const auto found = std::ranges::find(codes, text);
  if (found == codes.end()) return std::nullopt;
  return static_cast<ReviewErrorFrom>(found - codes.begin());
}

std::optional<double> spread_of(const std::map<std::string, RecordedReview>& results) {
  std::optional<double> greatest;
  Pool pool;
  for (const auto& [branch, recorded] : results) {
    if (recorded.spread) greatest = std::max(greatest.value_or(0), *recorded.spread);
    if (recorded.error) pool.add(*recorded.error, static_cast<std::size_t>(recorded.sheets));
  }
  if (greatest) return greatest;
  return pool.df < least_df ? std::nullopt : std::optional(pool.spread());
}

ReviewError error_of(const RecordedReview& recorded, std::optional<double> spread) {
  const double sheets = std::max(1, recorded.sheets);
  const double pooled = spread.value_or(0) / std::sqrt(sheets);
  if (recorded.error && *recorded.error >= pooled) return {*recorded.error, ReviewErrorFrom::own};
  if (spread) return {pooled, ReviewErrorFrom::pooled};
  return {assumed_spread / std::sqrt(sheets), ReviewErrorFrom::assumed};
}

}  // namespace sihu
