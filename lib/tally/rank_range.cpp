#include "tally/rank_range.hpp"

#include "base/chance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>

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

std::vector<TallyRow*> ranked_rows(Tally& tally) {
  std::vector<TallyRow*> rows;
  for (TallyRow& row : tally.rows)
    if (row.rank) rows.push_back(&row);
  return rows;
}

// The numbers that the list would have by these totals, so that a range holds what it is beside.
std::vector<int> numbered(const Totals& totals, TieNumbers numbers) {
  Totals sorted = totals;
  std::ranges::sort(sorted, std::ranges::greater{});
  if (numbers == TieNumbers::dense)
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<int> ranks;
  for (const double total : totals) {
    const auto [first, behind] =
        std::equal_range(sorted.begin(), sorted.end(), total, std::greater<>{});
    const bool last = numbers == TieNumbers::last;
    ranks.push_back(static_cast<int>((last ? behind : first + 1) - sorted.begin()));
  }
  return ranks;
}

std::vector<const TallyRow*> unchanged(const std::vector<TallyRow*>& rows) {
  return {rows.begin(), rows.end()};
}

// How often each rank was drawn; of rank r at r - 1.
using RankCounts = std::vector<std::size_t>;

// The smallest rank that at least `share` of the drawn ones do not exceed.
int at_share(const RankCounts& counts, double share) {
  const auto draws = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  const double place = std::max(1.0, std::ceil(share * static_cast<double>(draws) - 1e-9));
  std::size_t so_far = 0;
  std::size_t rank = 0;
  while (static_cast<double>(so_far) < place) so_far += counts[rank++];
  return static_cast<int>(rank);
}

// Summed in another order, equal totals differ in their last digits.
Totals without_dust(Totals totals) {
  for (double& total : totals) total = std::round(total * 1e6) / 1e6;
  return totals;
}

// Up to 12 branches the draws are 499. Drawn ranks of many keep too near the middle: the ranges of
// 100 held 86 times in 100 at Bonferroni's share, and hold 94 times at half of it (of 200: 81, 85).
double tail_of(std::size_t ranked) {
  constexpr std::size_t few = 12;
  return outside / 2 / static_cast<double>(ranked) / (ranked > few ? 2 : 1);
}

void take_ranges(const std::vector<TallyRow*>& rows, TieNumbers numbers,
                 const std::vector<Totals>& draws) {
  std::vector<RankCounts> counts(rows.size(), RankCounts(rows.size()));
  for (const Totals& totals : draws) {
    const auto drawn = numbered(without_dust(totals), numbers);
    for (std::size_t i = 0; i < rows.size(); ++i)
      ++counts[i][static_cast<std::size_t>(drawn[i] - 1)];
  }
  const double tail = tail_of(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i]->range = RankSet{std::min(*rows[i]->rank, at_share(counts[i], tail)),
                             std::max(*rows[i]->rank, at_share(counts[i], 1 - tail))};
}

}  // namespace

Phrase range_words(RangeBasis basis, std::size_t ranked) {
  static constexpr std::array<Text, 3> words{
      Text{"各检查人打分的残差重抽 {0} 次（检查人的宽严已扣除）",
           "{0} draws of what inspectors' scores leave unexplained, their leniency taken out"},
      Text{"各支部自己的检查项和到期问题重抽 {0} 次，互评按标准误",
           "{0} draws of each branch's own items and of its problems that fell due, of reviews by "
           "their standard errors"},
      Text{"按各项标准误的公式算，没有重抽", "worked out from standard errors, without drawing"}};
  return phrase(words.at(static_cast<std::size_t>(basis)), range_draws(ranked));
}

std::size_t range_draws(std::size_t ranked) {
  // Of N - 1 draws r / N is expected beyond the one that is r from the end.
  constexpr double in_tail = 2;
  constexpr std::size_t fewest = 500;
  const double tail = outside / 2 / static_cast<double>(std::max<std::size_t>(1, ranked));
  return std::max(fewest, static_cast<std::size_t>(std::ceil(in_tail / tail - 1e-9))) - 1;
}

std::size_t ranked_in(const Tally& tally) {
  return static_cast<std::size_t>(
      std::ranges::count_if(tally.rows, [](const TallyRow& row) { return row.rank.has_value(); }));
}

bool has_too_many_to_draw(const Tally& tally) {
  return ranked_in(tally) > most_drawn;
}

RangeBasis add_ranges(Tally& tally, const std::map<std::string, DrawnBranch>& branches,
                      const InspectedScores& scores) {
  if (has_too_many_to_draw(tally)) {
    add_ranges_by_errors(tally);
    return RangeBasis::closed_form;
  }
  const auto rows = ranked_rows(tally);
  const TotalDraws how{range_draws(rows.size()), seed_of(to_string(tally.quarter))};
  const TieNumbers numbers = tally.rules.numbers;
  if (ties_together(unchanged(rows), scores)) {
    take_ranges(rows, numbers, draw_residuals(unchanged(rows), tally, scores, how));
    return RangeBasis::residuals;
  }
  // In the order of ids, so that the order in which rows are printed changes no draw.
  std::vector<TallyRow*> by_id = rows;
  std::ranges::sort(by_id, {}, [](const TallyRow* row) { return row->entry.branch; });
  take_ranges(by_id, numbers, draw_items(unchanged(by_id), tally, branches, how));
  return RangeBasis::items;
}

void add_ranges_by_errors(Tally& tally) {
  const auto rows = ranked_rows(tally);
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
    rows[i]->range = RankSet{std::min(*rows[i]->rank, 1 + better),
                             std::max(*rows[i]->rank, static_cast<int>(rows.size()) - worse)};
  }
}

}  // namespace sihu
