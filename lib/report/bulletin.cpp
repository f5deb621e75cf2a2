#include "report/bulletin.hpp"

#include "problem/due.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace sihu {
namespace {

constexpr int shown_quarters = 6;

struct Maker {
  const BulletinSources& sources;
  Bulletin bulletin = {};

  bool is_still_to_come(const Problem& problem) const;
  int days_overdue(const Problem& problem) const {
    const ListContext& context = sources.context;
    return lateness(problem, context.today, context.organisation.rectification, context.workdays)
        .days_overdue;
  }

  void add_scope();
  void add_plan();
  FoundFigures figures_of(Quarter quarter) const;
  void add_areas();
  void add_items();
  void add_problems();
  void add_practices();
  void add_rates();
  void add_closing();
};

void Maker::add_scope() {
  bulletin.branches = static_cast<int>(sources.parts.branches.size());
  std::set<std::string_view> inspected;
  for (const CheckSummary& check : sources.parts.checks) {
    if (check.progress == Progress::not_begun) {
      if (sources.plan && check.footing == Footing::planned) ++bulletin.not_begun;
      continue;
    }
    ++bulletin.inspections;
    if (check.footing == Footing::outside) ++bulletin.outside;
    bulletin.answered += check.score.done;
    inspected.insert(check.key.branch);
    if (check.progress == Progress::complete || check.progress == Progress::signed_off)
      ++bulletin.complete;
  }
  bulletin.branches_inspected = static_cast<int>(inspected.size());
}

void Maker::add_plan() {
  if (!sources.plan) return;
  bulletin.drawn = sources.plan->made;
}

FoundFigures Maker::figures_of(Quarter quarter) const {
  FoundFigures figures{quarter};
  for (const Problem& problem : sources.problems.problems) {
    if (problem.quarter != quarter || problem.status == Status::withdrawn) continue;
    ++figures.found;
    if (problem.status == Status::closed)
      ++figures.closed;
    else if (problem.status == Status::submitted)
      ++figures.submitted;
    else
      ++figures.open;
    if (days_overdue(problem) > 0) ++figures.overdue;
  }
  return figures;
}

// Where a problem's item stands: the checklist, and the number of its area there; a checklist
// without areas is one.
using AreaPlace = std::pair<std::string, std::size_t>;

AreaPlace place_in(const Checklist* checklist, const std::string& id, std::string_view item) {
  const Item* found = checklist ? checklist->find(item) : nullptr;
  if (!found) return {id, checklist ? checklist->areas.size() : 0};
  const auto area = std::ranges::find(checklist->areas, found->area, &Area::id);
  return {id, static_cast<std::size_t>(area - checklist->areas.begin())};
}

void Maker::add_areas() {
  std::map<AreaPlace, AreaFigures> areas;
  std::map<std::string, const Checklist*> checklists;
  for (const CheckSummary& check : sources.parts.checks) {
    if (!check.checklist || check.progress == Progress::not_begun) continue;
    const std::vector<Area>& parts = check.checklist->areas;
    checklists[check.key.checklist] = check.checklist;
    for (std::size_t i = 0; i < std::max<std::size_t>(parts.size(), 1); ++i) {
      AreaFigures& area = areas[{check.key.checklist, i}];
      area.title = parts.empty() ? check.checklist->title : parts[i].title;
      ++area.inspections;
    }
  }
  std::set<std::pair<AreaPlace, std::string>> places;
  for (const Problem& problem : sources.problems.problems) {
    if (problem.status == Status::withdrawn) continue;
    const bool is_now = problem.quarter == bulletin.quarter;
    if (!is_now && problem.quarter != bulletin.quarter.previous()) continue;
    const auto checklist = checklists.find(problem.checklist);
    const AreaPlace place = place_in(checklist == checklists.end() ? nullptr : checklist->second,
                                     problem.checklist, problem.item);
    AreaFigures& area = areas[place];
    if (area.title.empty() && checklist != checklists.end())
      area.title = checklist->second->title;  // an item that the checklist has no more
    ++(is_now ? area.problems : area.earlier);
    if (is_now && places.emplace(place, problem.branch).second) ++area.branches;
  }
  for (auto& [place, area] : areas) {
    area.checklist = place.first;
    if (area.title.empty()) area.title = same(place.first);
    bulletin.areas.push_back(std::move(area));
  }
  std::ranges::stable_sort(bulletin.areas, std::ranges::greater{}, &AreaFigures::problems);
}

void Maker::add_items() {
  std::map<std::string_view, std::size_t> order;
  for (const BranchParts& branch : sources.parts.branches)
    order.emplace(branch.branch->id, order.size());
  std::map<std::pair<std::string, std::string>, FailedItem> items;
  for (const Problem& problem : sources.problems.problems) {
    if (problem.quarter != bulletin.quarter || problem.status == Status::withdrawn) continue;
    FailedItem& item = items[{problem.checklist, problem.item}];
    item.checklist = problem.checklist;
    item.item = problem.item;
    item.title = title_of(problem, sources.context);
    ++item.problems;
    item.severity = std::max(item.severity, problem.severity);
    item.branches.push_back(problem.branch);
  }
  for (auto& [key, item] : items) {
    std::ranges::sort(item.branches, {}, [&](const std::string& id) {
      const auto place = order.find(id);
      return std::pair(place == order.end() ? order.size() : place->second, std::string_view(id));
    });
    const auto again = std::unique(item.branches.begin(), item.branches.end());
    item.branches.erase(again, item.branches.end());
    bulletin.items.push_back(std::move(item));
  }
  std::ranges::stable_sort(bulletin.items, std::ranges::greater{}, [](const FailedItem& item) {
    return std::pair(item.branches.size(), item.severity);
  });
}

// The branch has to mend it, and has until a day that is not past.
bool Maker::is_still_to_come(const Problem& problem) const {
  return !problem.ended() && problem.status != Status::submitted && days_overdue(problem) == 0;
}

void Maker::add_problems() {
  for (const Problem& problem : sources.problems.problems) {
    if (problem.status == Status::withdrawn) continue;
    if (problem.quarter == bulletin.quarter) {
      bulletin.listed.push_back(&problem);
      if (!problem.recurrence_of.empty()) ++bulletin.recurring;
      if (is_still_to_come(problem)) {
        bulletin.first_due = std::min(bulletin.first_due.value_or(problem.due), problem.due);
        bulletin.last_due = std::max(bulletin.last_due.value_or(problem.due), problem.due);
      }
    }
    if (problem.quarter == bulletin.quarter.previous()) bulletin.rectified.push_back(&problem);
    if (problem.quarter <= bulletin.quarter && days_overdue(problem) > 0)
      bulletin.overdue.push_back(&problem);
  }
  for (auto* list : {&bulletin.listed, &bulletin.rectified})
    std::ranges::sort(*list,
                      [](const Problem* a, const Problem* b) { return in_list_order(*a, *b); });
  std::ranges::stable_sort(bulletin.overdue, std::ranges::greater{},
                           [this](const Problem* problem) { return days_overdue(*problem); });
}

void Maker::add_practices() {
  bulletin.practices = fold_practices(sources.ledger, sources.zone);
  std::erase_if(bulletin.practices, [this](const Practice& practice) {
    return Quarter::of(practice.on) != bulletin.quarter;
  });
}

void Maker::add_rates() {
  Quarter quarter = bulletin.quarter;
  for (int i = 0; i < shown_quarters; ++i, quarter = quarter.previous()) {
    QuarterRate rate{quarter};
    for (const Problem& problem : sources.problems.problems) {
      const auto how =
          rectified_in(problem, quarter, sources.context.today, sources.ledger, sources.zone);
      if (!how || *how == Rectified::waiting || *how == Rectified::not_due) continue;
      ++rate.counted;
      if (*how == Rectified::in_time) ++rate.in_time;
    }
    if (rate.counted > 0) bulletin.rates.insert(bulletin.rates.begin(), rate);
  }
}

void Maker::add_closing() {
  for (const Problem& problem : sources.problems.problems) {
    const bool is_recent =
        problem.quarter == bulletin.quarter || problem.quarter == bulletin.quarter.previous();
    if (!is_recent || problem.status == Status::withdrawn) continue;
    if (problem.closed) {
      const auto place =
          std::ranges::lower_bound(ClosingTimes::limits, *problem.closed - problem.opened);
      ++bulletin.closing.closed[place - std::begin(ClosingTimes::limits)];
    } else {
      ++bulletin.closing.not_yet;
    }
  }
}

}  // namespace

Phrase closing_words(std::size_t group) {
  if (group == ClosingTimes::groups) return phrase(Text{"尚未销号", "not closed yet"});
  const int first = group == 0 ? 0 : ClosingTimes::limits[group - 1] + 1;
  if (group + 1 == ClosingTimes::groups)
    return phrase(Text{"{0} 天以上", "{0} days and more"}, first);
  return phrase(Text{"{0}–{1} 天", "{0} to {1} days"}, first, ClosingTimes::limits[group]);
}

Bulletin make_bulletin(const BulletinSources& sources, Quarter quarter) {
  Maker maker{sources};
  maker.bulletin.quarter = quarter;
  maker.bulletin.day = sources.context.today;
  maker.bulletin.seal = sources.seal;
  maker.add_scope();
  maker.add_plan();
  maker.bulletin.found = maker.figures_of(quarter);
  maker.bulletin.before = maker.figures_of(quarter.previous());
  maker.add_areas();
  maker.add_items();
  maker.add_problems();
  maker.add_practices();
  maker.add_rates();
  maker.add_closing();
  return std::move(maker.bulletin);
}

}  // namespace sihu
