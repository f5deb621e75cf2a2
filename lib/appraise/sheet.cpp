#include "appraise/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sihu {
namespace {

const Rational hundred = 100;

// What counts, and why; a mark that no longer fits the item is none.
void take_mark(AppraisedLine& line, MarkOrigin origin, const AppraiseMark& mark) {
  if (!fits(*line.item, mark)) return;
  line.origin = origin;
  line.mark = mark;
}

void take_published(AppraisedLine& line, const PersonAppraisal& file) {
  const auto corrected = file.corrected.find(line.item->id);
  if (corrected != file.corrected.end()) {
    take_mark(line, MarkOrigin::appeal, corrected->second.mark);
    return;
  }
  const auto found = file.published->marks.find(line.item->id);
  if (found != file.published->marks.end()) take_mark(line, MarkOrigin::published, found->second);
}

void take_given(AppraisedLine& line) {
  if (line.filled) {
    take_mark(line, MarkOrigin::filled, line.filled->mark);
    return;
  }
  if (!line.said) return;
  if (line.said->differs()) {
    line.origin = MarkOrigin::differs;
    return;
  }
  if (const RecordedMarkOfItem* standing = line.said->standing())
    take_mark(line, line.said->decided ? MarkOrigin::decision : MarkOrigin::hand, standing->mark);
}

AppraisedLine line_of(const Item& item, const SheetSources& sources) {
  AppraisedLine line;
  line.item = &item;
  if (sources.file) line.said = sources.file->find(item.id);
  if (line.said && line.said->self && fits(item, line.said->self->mark))
    line.self = line.said->self->mark;
  if (sources.filled)
    if (const auto found = sources.filled->find(item.id); found != sources.filled->end())
      line.filled = &found->second;
  if (sources.file && sources.file->published)
    take_published(line, *sources.file);
  else
    take_given(line);
  return line;
}

// A checklist without areas has one.
std::vector<AppraisedArea> areas_of(const Checklist& checklist) {
  std::vector<AppraisedArea> areas;
  for (const Area& area : checklist.areas)
    areas.push_back({area.id, area.title, area.points, {}, {}, 0, 0});
  if (areas.empty()) areas.push_back({{}, checklist.title, checklist.full, {}, {}, 0, 0});
  return areas;
}

// Points of one kind, in the areas' scale.
struct ScaledSum {
  Rational earned;
  Rational full;

  std::optional<Rational> percent() const {
    return full.is_zero() ? std::nullopt : std::optional(hundred * earned / full);
  }
};

void scale_area(AppraisedArea& area, std::vector<AppraisedLine>& items, ScaledSum& sum) {
  Rational earned;
  for (AppraisedLine& line : items) {
    if (line.item->area != area.id) continue;
    ++area.asked;
    if (line.mark) ++area.done;
    if (!line.counts()) continue;
    area.applicable += line.item->points;
    earned += *line.mark->points;
  }
  if (area.applicable.is_zero()) return;
  const Rational scale = area.points / area.applicable;
  for (AppraisedLine& line : items) {
    if (line.item->area != area.id || !line.counts()) continue;
    line.scaled_points = line.item->points * scale;
    line.scaled_earned = *line.mark->points * scale;
  }
  area.earned = earned * scale;
  sum.earned += *area.earned;
  sum.full += area.points;
}

// Some of the items are no total.
std::optional<Rational> self_score(const AppraiseSheet& sheet) {
  if (sheet.self_done < sheet.asked) return std::nullopt;
  ScaledSum sum;
  for (const AppraisedArea& area : sheet.areas) {
    ScaledSum own;
    for (const AppraisedLine& line : sheet.items) {
      if (line.item->area != area.id || !line.self || !line.self->points) continue;
      own.earned += *line.self->points;
      own.full += line.item->points;
    }
    if (own.full.is_zero()) continue;
    sum.earned += own.earned * area.points / own.full;
    sum.full += area.points;
  }
  return sum.percent();
}

// The standard error of the items' score, taking them as drawn from many like them: that of a
// ratio, by its linear part.
double areas_error(const AppraiseSheet& sheet, const ScaledSum& sum) {
  const double full = sum.full.approximately();
  if (full <= 0) return 0;
  const double rate = sum.earned.approximately() / full;
  double squares = 0;
  double items = 0;
  for (const AppraisedLine& line : sheet.items) {
    if (!line.counts()) continue;
    const double off =
        line.scaled_earned.approximately() - rate * line.scaled_points.approximately();
    squares += off * off;
    items += 1;
  }
  return items < 2 ? 0 : 100 * std::sqrt(squares * items / (items - 1)) / full;
}

void add_up(AppraiseSheet& sheet, const ScaledSum& sum, const AppraiseRules& rules) {
  sheet.areas_score = sum.percent();
  if (!sheet.areas_score) return;
  const Rational quarters = sheet.quarters.mean ? rules.quarters : Rational();
  const Rational weights = rules.areas + quarters;
  sheet.total =
      (rules.areas * *sheet.areas_score + quarters * sheet.quarters.mean.value_or(Rational())) /
      weights;
  sheet.error = areas_error(sheet, sum) * (rules.areas / weights).approximately();
}

Rational covered(const AppraiseSheet& sheet) {
  Rational all;
  Rational given;
  for (const AppraisedLine& line : sheet.items) {
    all += line.item->points;
    if (line.counts()) given += line.item->points;
  }
  return all.is_zero() ? Rational() : given / all;
}

}  // namespace

std::string_view to_string(MarkOrigin origin) {
  static constexpr std::array<std::string_view, 7> words{"none",   "differs",   "hand",  "decision",
                                                         "filled", "published", "appeal"};
  return words.at(static_cast<std::size_t>(origin));
}

const Text& wording(MarkOrigin origin) {
  static constexpr std::array<Text, 7> words{Text{"还没有分", "no mark yet"},
                                             Text{"打分不一致", "marks differ"},
                                             Text{"逐项打分", "scored"},
                                             Text{"委员会裁定", "decided"},
                                             Text{"季度结果", "from the quarters"},
                                             Text{"公示", "published"},
                                             Text{"申诉后改定", "after an appeal"}};
  return words.at(static_cast<std::size_t>(origin));
}

std::optional<Rational> AppraisedArea::percent() const {
  return earned && !points.is_zero() ? std::optional(hundred * *earned / points) : std::nullopt;
}

const AppraisedLine* AppraiseSheet::find(std::string_view item) const {
  const auto found =
      std::ranges::find_if(items, [&](const AppraisedLine& line) { return line.item->id == item; });
  return found == items.end() ? nullptr : &*found;
}

std::vector<const Item*> appraised_items(const Checklist& checklist, const Branch* branch,
                                         HalfYear half) {
  static const Branch none;
  std::vector<const Item*> items;
  for (const Item& item : checklist.items)
    if (!item.points.is_zero() && item.applies(branch ? *branch : none, half.last_day()))
      items.push_back(&item);
  return items;
}

AppraiseSheet appraise_sheet(const SheetSources& sources, const Branch* branch, HalfYear half) {
  AppraiseSheet sheet;
  for (const Item* item : appraised_items(sources.checklist, branch, half))
    sheet.items.push_back(line_of(*item, sources));
  sheet.areas = areas_of(sources.checklist);
  ScaledSum sum;
  for (AppraisedArea& area : sheet.areas) {
    scale_area(area, sheet.items, sum);
    sheet.done += area.done;
    sheet.asked += area.asked;
  }
  sheet.differing = static_cast<int>(std::ranges::count_if(
      sheet.items, [](const auto& line) { return line.origin == MarkOrigin::differs; }));
  if (sources.quarters) sheet.quarters = *sources.quarters;
  if (sources.file && sources.file->published) {
    sheet.quarters_today = sheet.quarters.mean;
    sheet.quarters.mean = sources.file->published->quarters;
    for (QuartersScore::One& one : sheet.quarters.quarters) one.provisional = false;
  }
  add_up(sheet, sum, sources.rules);
  sheet.self_done = static_cast<int>(
      std::ranges::count_if(sheet.items, [](const auto& line) { return line.self.has_value(); }));
  sheet.self_score = self_score(sheet);
  sheet.coverage = covered(sheet);
  return sheet;
}

}  // namespace sihu
