#include "check/counted.hpp"

#include <algorithm>

namespace sihu {
namespace {

bool has_score(const CheckSummary* check) {
  return check->score.total && !check->score.full.is_zero();
}

Rational count_of(const std::vector<const CheckSummary*>& checks) {
  return Rational(static_cast<std::int64_t>(checks.size()));
}

// Those that are complete, or all; of these the ones that have something to score, or all.
void choose(CountedCheck& counted) {
  counted.inspections = counted.all;
  const auto keep = [&](auto&& wanted) {
    if (std::ranges::any_of(counted.inspections, wanted))
      std::erase_if(counted.inspections, [&](const CheckSummary* check) { return !wanted(check); });
  };
  keep([](const CheckSummary* check) { return check->score.complete(); });
  keep(has_score);
}

}  // namespace

Rational CountedCheck::full() const {
  Rational sum;
  for (const CheckSummary* check : inspections)
    if (has_score(check)) sum += check->score.full;
  return sum / count_of(inspections);
}

Rational CountedCheck::total() const {
  Rational shares;
  for (const CheckSummary* check : inspections) shares += *check->score.total / check->score.full;
  return full() * shares / count_of(inspections);
}

bool is_inspected(const CheckSummary& check) {
  return check.score.done > 0;
}

std::vector<CountedCheck> counted_checks(const std::vector<const CheckSummary*>& checks) {
  std::vector<CountedCheck> counted;
  for (const CheckSummary* check : checks) {
    if (check->key.self || !is_inspected(*check)) continue;
    const auto found = std::ranges::find_if(counted, [&](const CountedCheck& other) {
      return is_beside(other.all.front()->key, check->key);
    });
    if (found == counted.end())
      counted.push_back({{}, {check}});
    else
      found->all.push_back(check);
  }
  for (CountedCheck& one : counted) choose(one);
  return counted;
}

}  // namespace sihu
