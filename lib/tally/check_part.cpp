#include "tally/check_part.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

void count_items(CheckPart& part, const CheckSummary& check) {
  part.done += check.score.done;
  part.asked += check.score.asked;
  // What inspectors of several branches see differently is what their mean is for.
  if (check.sheets.empty()) part.conflicts += check.score.conflicts;
  for (const InspectionSheetScore& sheet : check.sheets) part.conflicts += sheet.score.conflicts;
}

void add_check(CheckPart& part, const CheckSummary& check) {
  count_items(part, check);
  if (counted_scores(check).empty()) return;  // all of it is not applicable
  part.counted.push_back(&check);
  part.points += counted_total(check);
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

Rational CheckPart::inspected() const {
  const Rational all = full + missing_full;
  return all.is_zero() ? Rational(1) : full / all;
}

bool is_inspected(const CheckSummary& check) {
  return check.score.done > 0;
}

std::vector<const Score*> counted_scores(const CheckSummary& check) {
  std::vector<const Score*> scores;
  const auto take = [&](const Score& score) {
    if (score.total && !score.full.is_zero()) scores.push_back(&score);
  };
  for (const InspectionSheetScore& sheet : check.sheets) take(sheet.score);
  if (scores.empty()) take(check.score);
  return scores;
}

Rational counted_total(const CheckSummary& check) {
  Rational share;
  const auto scores = counted_scores(check);
  for (const Score* score : scores) share += *score->total / score->full;
  return check.score.full * share / Rational(static_cast<std::int64_t>(scores.size()));
}

CheckPart check_part(const std::vector<const CheckSummary*>& checks,
                     const std::vector<std::string>& asked) {
  CheckPart part;
  double variance = 0;
  for (const CheckSummary* check : checks) {
    if (is_inspected(*check)) {
      add_check(part, *check);
      const auto scores = counted_scores(*check);
      for (const Score* score : scores)
        variance += points_variance(*score) / static_cast<double>(scores.size() * scores.size());
    } else if (std::ranges::find(asked, check->key.checklist) != asked.end()) {
      part.missing.push_back(check->key.checklist);
      part.missing_full += check->score.full;
      count_items(part, *check);
    }
  }
  if (part.full.is_zero()) return part;
  part.score = Rational(100) * part.points / part.full;
  part.error = 100 * std::sqrt(variance) / part.full.approximately();
  return part;
}

}  // namespace sihu
