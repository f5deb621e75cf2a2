#include "statistics/test_answers.hpp"

#include "statistics/summary.hpp"

#include <algorithm>
#include <numeric>

namespace sihu {
namespace {

bool is_asked_of_all(const ItemAnswers& item) {
  return std::ranges::find(item.answers, not_asked) == item.answers.end();
}

}  // namespace

ItemNumbers all_items(const TestAnswers& test) {
  ItemNumbers items(test.items.size());
  std::iota(items.begin(), items.end(), std::size_t{0});
  return items;
}

bool all_asked_alike(const TestAnswers& test) {
  return std::ranges::all_of(test.items, is_asked_of_all);
}

std::vector<double> totals_of(const TestAnswers& test, const ItemNumbers& items) {
  std::vector<double> totals(test.candidates);
  std::vector<double> marks;
  for (const std::size_t number : items) {
    const ItemAnswers& item = test.items[number];
    marks.clear();
    for (const AnswerKind& kind : item.kinds) marks.push_back(kind.mark);
    marks.push_back(0);  // of who was not asked
    for (std::size_t i = 0; i < totals.size(); ++i)
      totals[i] += marks[std::min<std::size_t>(item.answers[i], item.kinds.size())];
  }
  return totals;
}

std::vector<double> fulls_of(const TestAnswers& test, const ItemNumbers& items) {
  std::vector<double> fulls(test.candidates);
  for (const std::size_t number : items) {
    const ItemAnswers& item = test.items[number];
    for (std::size_t i = 0; i < fulls.size(); ++i)
      fulls[i] += item.answers[i] == not_asked ? 0 : item.full;
  }
  return fulls;
}

Spread spread_of(const std::vector<double>& values) {
  Spread spread{mean_of(values), 0};
  if (values.size() < 2) return spread;
  for (const double value : values)
    spread.variance += (value - spread.mean) * (value - spread.mean);
  spread.variance /= static_cast<double>(values.size() - 1);
  return spread;
}

Spread spread_of(const TestAnswers& test, const ItemAnswers& item) {
  std::vector<std::size_t> counts(item.kinds.size());
  for (const std::uint16_t answer : item.answers) ++counts[answer];
  Spread spread;
  const auto n = static_cast<double>(test.candidates);
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    spread.mean += static_cast<double>(counts[kind]) * item.kinds[kind].mark / n;
  if (test.candidates < 2) return spread;
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    const double off = item.kinds[kind].mark - spread.mean;
    spread.variance += static_cast<double>(counts[kind]) * off * off / (n - 1);
  }
  return spread;
}

std::optional<double> cronbach_alpha(std::size_t items, double parts, double whole) {
  constexpr double speck = 1e-12;  // what sums leave that should cancel
  if (items < 2 || whole <= speck * parts) return std::nullopt;
  const auto k = static_cast<double>(items);
  return k / (k - 1) * (1 - parts / whole);
}

std::optional<double> alpha_of(const TestAnswers& test, const ItemNumbers& items) {
  double parts = 0;
  for (const std::size_t number : items)
    if (!is_asked_of_all(test.items[number])) return std::nullopt;
  for (const std::size_t number : items) parts += spread_of(test, test.items[number]).variance;
  return cronbach_alpha(items.size(), parts, spread_of(totals_of(test, items)).variance);
}

}  // namespace sihu
