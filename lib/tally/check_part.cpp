#include "tally/check_part.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

void count_items(CheckPart& part, const CheckSummary& check) {
  part.done += check.score.done;
  part.asked += check.score.asked;
  part.conflicts += check.score.conflicts;
}

void add_vetoes(CheckPart& part, const CheckSummary& check) {
  for (const std::string& item : check.score.vetoes) {
    std::string name = check.key.checklist + "/" + item;
    if (std::ranges::find(part.vetoes, name) == part.vetoes.end())
      part.vetoes.push_back(std::move(name));
  }
}

bool is_in(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

// What nobody has inspected here, once, however many are to.
void add_missing(CheckPart& part, const CheckSummary& check) {
  const std::string& id = check.key.checklist;
  if (is_in(part.missing, id)) {
    if (check.footing == Footing::planned) count_items(part, check);
    return;
  }
  count_items(part, check);
  part.missing.push_back(id);
  part.missing_full += check.score.full;
}

// One of several that the plan has branches make for themselves; everybody's too, where it is that
// of one of them.
bool is_separate(const CheckSummary& check, const std::vector<const CheckSummary*>& checks) {
  if (check.footing != Footing::planned || check.key.self) return false;
  return !check.key.by.empty() || std::ranges::any_of(checks, [&](const CheckSummary* other) {
    return !other->key.by.empty() && is_beside(other->key, check.key);
  });
}

// The branches that have begun none of what they are to inspect, and what others have not begun.
void add_not_begun(CheckPart& part, const std::vector<const CheckSummary*>& separate) {
  for (const CheckSummary* check : separate) {
    if (is_inspected(*check)) continue;
    const bool has_begun = std::ranges::any_of(separate, [&](const CheckSummary* other) {
      return other->key.by == check->key.by && is_inspected(*other);
    });
    std::string name = check->key.by + (has_begun ? " " + check->key.checklist : "");
    if (!is_in(part.not_begun, name)) part.not_begun.push_back(std::move(name));
  }
}

void count_separate(CheckPart& part, const std::vector<const CheckSummary*>& checks,
                    const std::vector<std::string>& asked) {
  std::vector<const CheckSummary*> separate;
  for (const CheckSummary* check : checks)
    if (is_separate(*check, checks) && is_in(asked, check->key.checklist))
      separate.push_back(check);
  for (const CheckSummary* check : separate) {
    ++part.separate;
    if (is_inspected(*check) && check->score.complete()) ++part.separate_done;
  }
  add_not_begun(part, separate);
}

// The variance of a check's points, taking its items as drawn from many like them: that of a ratio,
// by its linear part. Where nothing was lost, or all, one in n + 2 items is taken to be otherwise
// (rule of succession): full marks on a few items are no certainty.
double points_variance(const Score& score) {
  const double full = score.full.approximately();
  if (full <= 0 || !score.underlying) return 0;
  const double rate = score.underlying->approximately() / full;
  double sum = 0;
  double squares = 0;
  double items = 0;
  for (const ItemLine& line : score.items) {
    if (!line.counts || line.scaled_points.is_zero()) continue;
    const double points = line.scaled_points.approximately();
    const double off = line.scaled_earned.approximately() - rate * points;
    sum += off * off;
    squares += points * points;
    items += 1;
  }
  const bool extreme = score.underlying->is_zero() || *score.underlying == score.full;
  if (extreme) return squares * (items + 1) / ((items + 2) * (items + 2));
  return items < 2 ? 0 : sum * items / (items - 1);
}

// Adds what a checklist counts for; gives the variance of its points. Nothing where nothing of it
// is applicable.
double add_counted(CheckPart& part, CountedCheck& counted) {
  const Rational full = counted.full();
  if (full.is_zero()) return 0;
  part.points += counted.total();
  part.full += full;
  const auto number = static_cast<double>(counted.inspections.size());
  double variance = 0;
  for (const CheckSummary* check : counted.inspections) {
    variance += points_variance(check->score) / (number * number);
    add_vetoes(part, *check);
  }
  part.counted.push_back(std::move(counted));
  return variance;
}

}  // namespace

Rational CheckPart::inspected() const {
  const Rational all = full + missing_full;
  return all.is_zero() ? Rational(1) : full / all;
}

CheckPart check_part(const std::vector<const CheckSummary*>& checks,
                     const std::vector<std::string>& asked) {
  CheckPart part;
  std::vector<CountedCheck> all = counted_checks(checks);
  for (const CheckSummary* check : checks) {
    if (check->key.self) continue;
    if (const CountedCheck* of = find_counted(all, *check)) {
      if (of->awaits(*check)) count_items(part, *check);
    } else if (is_in(asked, check->key.checklist)) {
      add_missing(part, *check);
    }
  }
  count_separate(part, checks, asked);
  double variance = 0;
  for (CountedCheck& counted : all) variance += add_counted(part, counted);
  if (part.full.is_zero()) return part;
  part.score = Rational(100) * part.points / part.full;
  part.error = 100 * std::sqrt(variance) / part.full.approximately();
  return part;
}

}  // namespace sihu
