#include "tally/check_part.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

void count_items(CheckPart& part, const Score& score) {
  part.done += score.done;
  part.asked += score.asked;
  part.conflicts += score.conflicts;
}

void add_check(CheckPart& part, const CheckSummary& check) {
  count_items(part, check.score);
  if (!check.score.total) return;  // all of it is not applicable
  part.counted.push_back(&check);
  part.points += *check.score.total;
  part.full += check.score.full;
  for (const std::string& item : check.score.vetoes)
    part.vetoes.push_back(check.key.checklist + "/" + item);
}

// The variance of a check's points, taking its items as drawn from many like them: that of a ratio,
// by its linear part.
double points_variance(const Score& score) {
  const double full = score.full.approximately();
  if (full <= 0 || !score.underlying) return 0;
  const double rate = score.underlying->approximately() / full;
  double sum = 0;
  double items = 0;
  for (const ItemLine& line : score.items) {
    if (!line.counts || line.scaled_points.is_zero()) continue;
    const double off =
        line.scaled_earned.approximately() - rate * line.scaled_points.approximately();
    sum += off * off;
    items += 1;
  }
  return items < 2 ? 0 : sum * items / (items - 1);
}

}  // namespace

bool is_inspected(const CheckSummary& check) {
  return check.score.done > 0;
}

CheckPart check_part(const std::vector<const CheckSummary*>& checks,
                     const std::vector<std::string>& asked) {
  CheckPart part;
  double variance = 0;
  for (const CheckSummary* check : checks) {
    if (is_inspected(*check)) {
      add_check(part, *check);
      variance += points_variance(check->score);
    } else if (std::ranges::find(asked, check->key.checklist) != asked.end()) {
      part.missing.push_back(check->key.checklist);
      count_items(part, check->score);
    }
  }
  if (part.full.is_zero()) return part;
  part.score = Rational(100) * part.points / part.full;
  part.error = 100 * std::sqrt(variance) / part.full.approximately();
  return part;
}

}  // namespace sihu
