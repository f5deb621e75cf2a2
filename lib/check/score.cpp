#include "check/score.hpp"

#include <algorithm>

namespace sihu {

namespace {

Rational earned_by(const Item& item, const Answer& answer) {
  return item.points - points_lost(item, answer);
}

// Of answers that differ the one with the fewest points, so that a score never flatters; one that
// takes the item out stands back.
std::size_t counting(const Item& item, const std::vector<GivenAnswer>& given) {
  const auto least =
      std::min_element(given.begin(), given.end(), [&](const auto& a, const auto& b) {
        const auto order = [&](const GivenAnswer& one) {
          return std::pair(one.answer.verdict == Verdict::na, earned_by(item, one.answer));
        };
        const auto first = order(a);
        const auto second = order(b);
        return first.first != second.first ? first.first < second.first
                                           : first.second < second.second;
      });
  return static_cast<std::size_t>(least - given.begin());
}

void answer_line(ItemLine& line, const ItemState& said) {
  line.counting = said.standing.size() == 1 ? 0 : counting(*line.item, said.standing);
  line.answer = said.standing[line.counting].answer;
  line.conflict = said.conflict;
  line.counts = line.answer->verdict != Verdict::na;
  if (!line.counts) return;
  line.lost = points_lost(*line.item, *line.answer);
  line.earned = line.item->points - line.lost;
}

ItemLine item_line(const ScoreBasis& basis, const Item& item, const ItemStates& items,
                   bool mended) {
  ItemLine line;
  line.item = &item;
  line.waived = is_waived(basis, item);
  line.counts = !line.waived;
  if (line.waived) return line;
  if (mended) {
    line.answer = Answer{};
    line.earned = item.points;
  } else if (const auto said = items.find(item.id);
             said != items.end() && said->second.answered()) {
    answer_line(line, said->second);
  }
  return line;
}

void count(Score& score, const ItemLine& line) {
  if (line.waived) return;
  ++score.asked;
  if (line.answer) ++score.done;
  if (line.conflict) ++score.conflicts;
  if (line.item->veto && line.answer && line.answer->verdict != Verdict::na &&
      (line.answer->verdict == Verdict::fail ||
       (line.earned.is_zero() && !line.item->points.is_zero())))
    score.vetoes.push_back(line.item->id);
}

std::vector<AreaLine> empty_areas(const Checklist& checklist) {
  std::vector<AreaLine> lines;
  for (const auto& area : checklist.areas)
    lines.push_back({area.id, area.title, area.points, {}, {}});
  if (lines.empty()) lines.push_back({{}, checklist.title, checklist.full, {}, {}});
  return lines;
}

bool belongs(const ItemLine& line, const AreaLine& area) {
  return area.id.empty() || line.item->area == area.id;
}

// The area's points, shared out over what is left of its items.
void rescale(AreaLine& area, std::vector<ItemLine>& items) {
  for (const auto& line : items)
    if (line.counts && belongs(line, area)) area.applicable += line.item->points;
  if (area.applicable.is_zero()) return;
  const auto factor = area.points / area.applicable;
  for (auto& line : items) {
    if (!line.counts || !belongs(line, area)) continue;
    line.scaled_points = line.item->points;
    line.scaled_points *= factor;
    line.scaled_earned = line.earned;
    line.scaled_earned *= factor;
    area.earned += line.scaled_earned;
  }
}

void add_up(Score& score) {
  for (const auto& area : score.areas) {
    if (area.applicable.is_zero()) continue;
    score.full += area.points;
    score.underlying = score.underlying.value_or(Rational{}) + area.earned;
  }
  score.total = score.vetoes.empty() ? score.underlying : Rational{};
}

}  // namespace

bool is_waived(const ScoreBasis& basis, const Item& item) {
  return !item.veto && basis.waived.contains(item.id);
}

Phrase why_not_asked(const ScoreBasis& basis, const Item& item) {
  if (is_waived(basis, item)) return phrase(Text{"{0} 已批准豁免", "{0} is waived"}, item.id);
  const bool not_yet = item.valid_from && basis.on < *item.valid_from;
  const bool no_more = item.valid_until && *item.valid_until < basis.on;
  if (not_yet || no_more)
    return phrase(Text{"{0} 在 {1} 不在有效期内", "{0} is not valid on {1}"}, item.id,
                  to_string(basis.on));
  if (item.applies(basis.branch, basis.on)) return {};
  return phrase(Text{"{0} 不适用于{1}", "{0} is not asked at {1}"}, item.id, basis.branch.name);
}

std::vector<const Item*> asked_items(const ScoreBasis& basis) {
  std::vector<const Item*> items;
  for (const auto& item : basis.checklist.items)
    if (item.applies(basis.branch, basis.on) && !is_waived(basis, item)) items.push_back(&item);
  return items;
}

Score score_check(const ScoreBasis& basis, const ItemStates& items, std::string_view mended) {
  Score score;
  score.areas = empty_areas(basis.checklist);
  score.items.reserve(basis.checklist.items.size());
  for (const auto& item : basis.checklist.items) {
    if (!item.applies(basis.branch, basis.on)) continue;
    score.items.push_back(item_line(basis, item, items, item.id == mended));
    count(score, score.items.back());
  }
  for (auto& area : score.areas) rescale(area, score.items);
  add_up(score);
  return score;
}

}  // namespace sihu
