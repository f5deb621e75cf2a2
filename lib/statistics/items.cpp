#include "statistics/items.hpp"

#include "statistics/own_papers.hpp"
#include "statistics/summary.hpp"
#include "statistics/test_tails.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace sihu {
namespace {

// What all items are held against.
struct Whole {
  std::size_t items = 0;
  bool own_papers = false;
  double parts = 0;             // variances of the items together
  std::vector<double> centred;  // totals less their mean
  TestTails tails;
};

// The candidates of one item that answered in the same way.
struct KindSums {
  double count = 0;
  double total = 0;    // of centred totals
  double squares = 0;  // of them
  double upper = 0;
  double lower = 0;
};

std::vector<KindSums> sum_kinds(const ItemAnswers& item, const Whole& whole) {
  std::vector<KindSums> sums(item.kinds.size() + 1);  // the last for who was not asked
  for (std::size_t i = 0; i < item.answers.size(); ++i) {
    KindSums& sum = sums[std::min<std::size_t>(item.answers[i], item.kinds.size())];
    sum.count += 1;
    sum.total += whole.centred[i];
    sum.squares += whole.centred[i] * whole.centred[i];
    sum.upper += whole.tails.upper[i];
    sum.lower += whole.tails.lower[i];
  }
  sums.pop_back();
  return sums;
}

// Sums that should cancel leave specks.
bool is_nothing(double variance, double of) {
  return variance <= 1e-12 * of;
}

std::optional<double> correlation(double covariance, double first, double second, double scale) {
  if (first <= 0 || is_nothing(second, scale)) return std::nullopt;
  return covariance / std::sqrt(first * second);
}

class ItemAnalysis {
 public:
  ItemAnalysis(const ItemAnswers& item, const Whole& whole)
      : item_(item), whole_(whole), sums_(sum_kinds(item, whole)) {
    for (const KindSums& sum : sums_) {
      asked_.count += sum.count;
      asked_.total += sum.total;
      asked_.squares += sum.squares;
      asked_.upper += sum.upper;
      asked_.lower += sum.lower;
    }
    level_ = asked_.total / asked_.count;
    spread_ = (asked_.squares - asked_.count * level_ * level_) / df();
    for (std::size_t kind = 0; kind < sums_.size(); ++kind) {
      mean_ += sums_[kind].count * mark(kind) / asked_.count;
      covariance_ += (sums_[kind].total - sums_[kind].count * level_) * mark(kind) / df();
    }
    for (std::size_t kind = 0; kind < sums_.size(); ++kind)
      variance_ += sums_[kind].count * (mark(kind) - mean_) * (mark(kind) - mean_) / df();
  }

  double variance() const { return variance_; }
  double covariance() const { return covariance_; }  // with the total

  ItemStatistics statistics() const {
    ItemStatistics found;
    found.candidates = static_cast<std::size_t>(asked_.count);
    found.mean = mean_;
    found.deviation = std::sqrt(variance_);
    found.share = mean_ / item_.full;
    found.share_error = std::sqrt(std::max(found.share * (1 - found.share), 0.0) / asked_.count);
    found.r = correlation(covariance_, variance_, spread_, spread_);
    found.r_rest = correlation(covariance_ - variance_, variance_, rest(), spread_);
    found.difference = difference();
    found.alpha_without = alpha_without();
    found.efficiency = efficiency();
    for (std::size_t option = 0; option < item_.options; ++option)
      found.options.push_back(
          chosen([&](std::uint8_t letters) { return (letters >> option) & 1; }));
    if (item_.options > 0)
      found.unanswered = chosen([](std::uint8_t letters) { return letters == 0; });
    return found;
  }

 private:
  double mark(std::size_t kind) const { return item_.kinds[kind].mark; }
  double df() const { return std::max(asked_.count - 1, 1.0); }
  double rest() const { return spread_ + variance_ - 2 * covariance_; }

  std::optional<double> difference() const {
    if (asked_.upper <= 0 || asked_.lower <= 0) return std::nullopt;
    double sum = 0;
    for (std::size_t kind = 0; kind < sums_.size(); ++kind)
      sum += (sums_[kind].upper / asked_.upper - sums_[kind].lower / asked_.lower) * mark(kind);
    return sum / item_.full;
  }

  std::optional<double> alpha_without() const {
    if (whole_.own_papers || is_nothing(rest(), spread_)) return std::nullopt;
    return cronbach_alpha(whole_.items - 1, whole_.parts - variance_, rest());
  }

  // The most that marks and rests could have in common: the best marks with the best rests. Equal
  // marks are a block, of which only the sum of the rests matters.
  std::optional<double> efficiency() const {
    if (variance_ <= 0 || is_nothing(rest(), spread_)) return std::nullopt;
    std::map<double, double> blocks;
    for (std::size_t kind = 0; kind < sums_.size(); ++kind)
      if (sums_[kind].count > 0) blocks[mark(kind)] += sums_[kind].count;
    auto rests = centred_rests();
    constexpr std::size_t few = 8;
    if (blocks.size() > few) std::ranges::sort(rests);
    double most = 0;
    auto from = rests.begin();
    for (const auto& [mark, count] : blocks) {
      const auto to = from + static_cast<std::ptrdiff_t>(count);
      if (blocks.size() <= few && to != rests.end()) std::nth_element(from, to, rests.end());
      most += mark * std::accumulate(from, to, 0.0) / df();
      from = to;
    }
    return (covariance_ - variance_) / most;
  }

  std::vector<double> centred_rests() const {
    std::vector<double> marks;
    for (const AnswerKind& kind : item_.kinds) marks.push_back(kind.mark - mean_);
    std::vector<double> rests;
    rests.reserve(whole_.centred.size());
    for (std::size_t i = 0; i < whole_.centred.size(); ++i)
      if (item_.answers[i] != not_asked)
        rests.push_back(whole_.centred[i] - level_ - marks[item_.answers[i]]);
    return rests;
  }

  template <class Wanted>
  OptionStatistics chosen(Wanted wanted) const {
    KindSums sum;
    for (std::size_t kind = 0; kind < sums_.size(); ++kind) {
      if (!wanted(item_.kinds[kind].letters)) continue;
      sum.count += sums_[kind].count;
      sum.total += sums_[kind].total - sums_[kind].count * (level_ + mark(kind) - mean_);
      sum.upper += sums_[kind].upper;
      sum.lower += sums_[kind].lower;
    }
    const double n = asked_.count;
    const double own = sum.count * (n - sum.count) / n / df();
    return {static_cast<std::size_t>(sum.count), sum.upper, sum.lower,
            correlation(sum.total / df(), own, rest(), spread_)};
  }

  const ItemAnswers& item_;
  const Whole& whole_;
  std::vector<KindSums> sums_;
  KindSums asked_;     // of all who were asked
  double level_ = 0;   // mean of their centred totals
  double spread_ = 0;  // variance of their totals
  double mean_ = 0;
  double variance_ = 0;
  double covariance_ = 0;
};

std::optional<double> skewness_of(const std::vector<double>& centred, double variance) {
  const auto n = static_cast<double>(centred.size());
  if (n < 3 || variance <= 0) return std::nullopt;
  double cubes = 0;
  for (const double value : centred) cubes += value * value * value;
  return n / ((n - 1) * (n - 2)) * cubes / (variance * std::sqrt(variance));
}

bool is_right_or_wrong(const TestAnswers& test) {
  return std::ranges::all_of(test.items, [&](const ItemAnswers& item) {
    return item.full == test.items.front().full &&
           std::ranges::all_of(item.kinds, [&](const AnswerKind& kind) {
             return kind.mark == 0 || kind.mark == item.full;
           });
  });
}

// In items instead of points, and by n: the formula is one of proportions.
std::optional<double> kr21_of(const TestAnswers& test, const TestStatistics& found) {
  const auto k = static_cast<double>(test.items.size());
  const auto n = static_cast<double>(test.candidates);
  if (!found.right_or_wrong || found.own_papers || k < 2 || found.deviation <= 0)
    return std::nullopt;
  const double point = test.items.front().full;
  const double mean = found.mean / point;
  const double variance = found.deviation * found.deviation / (point * point) * (n - 1) / n;
  return k / (k - 1) * (1 - mean * (k - mean) / (k * variance));
}

void add_weights(const std::vector<ItemAnalysis>& analyses, std::vector<ItemStatistics>& items) {
  double sum = 0;
  for (const ItemAnalysis& each : analyses) sum += std::sqrt(std::max(each.covariance(), 0.0));
  if (sum <= 0) return;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (analyses[i].covariance() >= 0) items[i].weight = std::sqrt(analyses[i].covariance()) / sum;
}

void add_items(const TestAnswers& test, Whole& whole, TestStatistics& found) {
  std::vector<ItemAnalysis> analyses;
  for (const ItemAnswers& item : test.items) {
    analyses.emplace_back(item, whole);
    whole.parts += analyses.back().variance();
  }
  for (const ItemAnalysis& each : analyses) found.items.push_back(each.statistics());
  if (!found.own_papers) add_weights(analyses, found.items);
}

void add_reliability(const TestAnswers& test, const Whole& whole, TestStatistics& found) {
  const double variance = found.deviation * found.deviation;
  if (!found.own_papers) {
    found.alpha = cronbach_alpha(whole.items, whole.parts, variance);
    if (found.alpha) found.error = found.deviation * std::sqrt(std::max(1 - *found.alpha, 0.0));
    return;
  }
  const auto error = own_paper_error_variance(test);
  if (!error) return;
  found.error = std::sqrt(*error);
  if (variance > 0) found.alpha = 1 - *error / variance;
}

}  // namespace

TestStatistics analyse_items(const TestAnswers& test) {
  TestStatistics found;
  found.own_papers = !all_asked_alike(test);
  Whole whole;
  whole.items = test.items.size();
  whole.own_papers = found.own_papers;
  whole.centred = totals_of(test, all_items(test));
  whole.tails = tails_of(whole.centred);
  const Spread spread = spread_of(whole.centred);
  found.candidates = test.candidates;
  found.mean = spread.mean;
  found.median = median_of(whole.centred);
  found.deviation = std::sqrt(spread.variance);
  for (double& total : whole.centred) total -= spread.mean;
  found.skewness = skewness_of(whole.centred, spread.variance);
  found.tail = whole.tails.size;
  found.right_or_wrong = !test.items.empty() && is_right_or_wrong(test);
  found.kr21 = kr21_of(test, found);
  add_items(test, whole, found);
  for (std::size_t i = 0; i < test.items.size(); ++i)
    found.full += test.items[i].full * static_cast<double>(found.items[i].candidates) /
                  static_cast<double>(test.candidates);
  add_reliability(test, whole, found);
  return found;
}

}  // namespace sihu
