#include "appraise/fill.hpp"

#include "learn/hours.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

constexpr int months_of_half = 6;
const Rational hundred = 100;

// A result in percent, or of an item in points; and what it rests on.
struct FoundResult {
  Rational share;  // 0 to 1
  Phrase why;
  std::vector<std::size_t> entries = {};
  bool applies = true;
};

bool is_secretary_in(const Person& person, Quarter quarter) {
  return !person.branch.empty() && person.has_role(RoleName::secretary, quarter.last_day());
}

Phrase joined_with(const Phrase& before, const Phrase& more) {
  return before.empty() ? more : phrase(Text{"{0}，{1}", "{0}, {1}"}, before, more);
}

class Finder {
 public:
  Finder(const FillScene& scene, const Person& person) : scene_(scene), person_(person) {}

  std::optional<FoundResult> find(AppraiseSource source, const Item& item) {
    if (source == AppraiseSource::check_items) return same_items(item);
    const auto known = known_.find(source);
    if (known != known_.end()) return known->second;
    return known_.emplace(source, find_whole(source)).first->second;
  }

 private:
  std::optional<FoundResult> find_whole(AppraiseSource source) const {
    if (source == AppraiseSource::test) return own_marks();
    if (source == AppraiseSource::learn) return own_hours();
    return branch_scores(source);
  }

  std::optional<FoundResult> own_marks() const {
    FoundResult found;
    int papers = 0;
    for (const auto& [of, mark] : scene_.exams.marks) {
      if (of.second != person_.id || !is_in_half(of.first.quarter)) continue;
      if (scene_.exams.marks.contains({make_up_of(of.first), of.second})) continue;
      if (mark.full.is_zero()) continue;
      found.share += mark.value / mark.full;
      found.entries.push_back(mark.entry);
      found.why =
          joined_with(found.why, phrase(Text{"{0} {1}/{2} 分", "{0} {1}/{2}"}, subject_of(of.first),
                                        mark.value.shortest(), mark.full.shortest()));
      ++papers;
    }
    if (papers == 0) return std::nullopt;
    found.share /= Rational(papers);
    return found;
  }

  std::optional<FoundResult> own_hours() const {
    const Date first(scene_.half.year, 1, 1);
    const Date last = scene_.half.last_day();
    const Rational asked = hours_required(scene_.organisation.learn, person_, scene_.half.year,
                                          months_of_half * scene_.half.number);
    const Attendance all = all_hours(scene_.learning, first, last);
    if (all.empty() || asked.is_zero()) return std::nullopt;
    const auto own = all.find(person_.id);
    const Rational attained = own == all.end() ? Rational() : own->second;
    FoundResult found{std::min(attained, asked) / asked,
                      phrase(Text{"年初到半年末应学 {0} 学时，已学 {1}",
                                  "{0} h asked for from January to the end of the half-year, {1} "
                                  "attained"},
                             asked.shortest(), attained.shortest())};
    for (const auto& [key, session] : scene_.learning.sessions)
      if (key.on >= first && key.on <= last && session.attended.contains(person_.id))
        found.entries.push_back(session.entry);
    return found;
  }

  std::optional<FoundResult> branch_scores(AppraiseSource source) const {
    FoundResult found;
    int quarters = 0;
    for (const HalfQuarter& one : scene_.quarters) {
      const BranchParts* parts = parts_of(one);
      if (!parts) continue;
      const auto& score =
          source == AppraiseSource::check ? parts->check.score : parts->rectification.score;
      if (!score) continue;
      found.share += *score / hundred;
      found.why = joined_with(found.why, same(to_string(one.quarter) + " " + score->rounded()));
      source == AppraiseSource::check ? add_check_lines(*parts, found)
                                      : add_problem_lines(*parts, found);
      ++quarters;
    }
    if (quarters == 0) return std::nullopt;
    found.share /= Rational(quarters);
    return found;
  }

  // Points over points of the inspections that count, one quarter as much as the other.
  std::optional<FoundResult> same_items(const Item& item) const {
    FoundResult found;
    int inspections = 0;
    bool answered = false;
    for (const HalfQuarter& one : scene_.quarters) {
      const BranchParts* parts = parts_of(one);
      if (!parts) continue;
      for (const CountedCheck& counted : parts->check.counted)
        for (const CheckSummary* check : counted.inspections)
          if (check->key.checklist == scene_.checklist.id)
            take_item(*check, item, one.quarter, found, inspections, answered);
    }
    if (!answered) return std::nullopt;
    found.applies = inspections > 0;
    if (found.applies) found.share /= Rational(inspections);
    return found;
  }

  static void take_item(const CheckSummary& check, const Item& item, Quarter quarter,
                        FoundResult& found, int& inspections, bool& answered) {
    const auto line = std::ranges::find_if(
        check.score.items, [&](const ItemLine& one) { return one.item->id == item.id; });
    if (line == check.score.items.end() || !line->answer || line->conflict) return;
    answered = true;
    add_answer_lines(check, item.id, found);
    const bool counts = line->counts && !line->item->points.is_zero();
    const std::string points = line->earned.shortest() + "/" + line->item->points.shortest();
    found.why = joined_with(
        found.why, counts ? same(to_string(quarter) + " " + points)
                          : phrase(Text{"{0} 不适用", "{0} not applicable"}, to_string(quarter)));
    if (!counts) return;
    found.share += line->earned / line->item->points;
    ++inspections;
  }

  static void add_answer_lines(const CheckSummary& check, const std::string& item,
                               FoundResult& found) {
    const ItemState* said = check.state.find(item);
    if (!said) return;
    for (const GivenAnswer& given : said->standing) found.entries.push_back(given.entry);
  }

  static void add_check_lines(const BranchParts& parts, FoundResult& found) {
    for (const CountedCheck& counted : parts.check.counted)
      for (const CheckSummary* check : counted.inspections)
        for (const ItemLine& line : check->score.items)
          add_answer_lines(*check, line.item->id, found);
  }

  static void add_problem_lines(const BranchParts& parts, FoundResult& found) {
    for (const RectifiedProblem& one : parts.rectification.problems)
      for (const HistoryStep& step : one.problem->history)
        if (step.applied) found.entries.push_back(step.entry);
  }

  bool is_in_half(Quarter quarter) const {
    return quarter == scene_.half.first_quarter() || quarter == scene_.half.second_quarter();
  }

  const BranchParts* parts_of(const HalfQuarter& one) const {
    return is_secretary_in(person_, one.quarter) ? one.parts.find(person_.branch) : nullptr;
  }

  const FillScene& scene_;
  const Person& person_;
  std::map<AppraiseSource, std::optional<FoundResult>> known_;
};

FilledMark filled_from(AppraiseSource source, const FoundResult& found, const Item& item) {
  FilledMark filled{source, {}, found.why, found.entries};
  if (found.applies) filled.mark.points = item.points * found.share;
  std::ranges::sort(filled.entries);
  filled.entries.erase(std::unique(filled.entries.begin(), filled.entries.end()),
                       filled.entries.end());
  return filled;
}

}  // namespace

bool QuartersScore::provisional() const {
  return std::ranges::any_of(quarters, [](const One& one) { return one.provisional; });
}

const AppraiseFill* fill_rule(const AppraiseSettings& settings, const Item& item) {
  const AppraiseFill* of_area = nullptr;
  for (const AppraiseFill& fill : settings.fill) {
    if (fill.item == item.id) return &fill;
    if (!fill.area.empty() && fill.area == item.area) of_area = &fill;
  }
  return of_area;
}

FilledMarks filled_marks(const FillScene& scene, const Person& person) {
  Finder finder(scene, person);
  FilledMarks filled;
  for (const Item& item : scene.checklist.items) {
    const AppraiseFill* rule = fill_rule(scene.settings, item);
    if (!rule) continue;
    if (const auto found = finder.find(rule->from, item))
      filled.emplace(item.id, filled_from(rule->from, *found, item));
  }
  return filled;
}

QuartersScore quarters_score(const FillScene& scene, const Person& person) {
  QuartersScore score;
  Rational sum;
  int totals = 0;
  for (const HalfQuarter& one : scene.quarters) {
    if (!is_secretary_in(person, one.quarter)) continue;
    const TallyRow* row = one.tally.find(person.branch);
    score.quarters.push_back({one.quarter, {}, false});
    if (!row || !row->total) continue;
    score.quarters.back().total = row->total;
    score.quarters.back().provisional = row->entry.provisional;
    sum += *row->total;
    ++totals;
  }
  if (totals > 0) score.mean = sum / Rational(totals);
  return score;
}

}  // namespace sihu
