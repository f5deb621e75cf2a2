#include "problem/twins.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sihu {
namespace {

using Item = std::tuple<Quarter, std::string_view, std::string_view, std::string_view>;

bool was_opened_first(const Problem* a, const Problem* b) {
  if (a->opened != b->opened) return a->opened < b->opened;
  return in_list_order(*a, *b);
}

// What one workspace opens on the day on which it closed another was found again.
bool was_over(const Problem& earlier, const Problem& later) {
  if (!earlier.closed) return false;
  return *earlier.closed < later.opened ||
         (*earlier.closed == later.opened && earlier.device == later.device);
}

void add_to_groups(std::vector<Twins>& groups, const Problem* problem) {
  const auto found = std::ranges::find_if(groups, [&](const Twins& twins) {
    return std::ranges::any_of(
        twins, [&](const Problem* earlier) { return !was_over(*earlier, *problem); });
  });
  if (found == groups.end())
    groups.push_back({problem});
  else
    found->push_back(problem);
}

bool is_any(const Twins& twins, Status status) {
  return std::ranges::any_of(twins,
                             [&](const Problem* problem) { return problem->status == status; });
}

Status status_of(const Twins& twins) {
  if (is_any(twins, Status::closed)) return Status::closed;
  return is_any(twins, Status::submitted) ? Status::submitted : Status::open;
}

// Of the twins that have such a day, the first.
void take_first(std::optional<Date>& day, const std::optional<Date>& other) {
  if (other && (!day || *other < *day)) day = other;
}

}  // namespace

std::vector<Twins> group_twins(const ProblemList& list) {
  std::vector<const Problem*> problems;
  for (const Problem& problem : list.problems)
    if (problem.status != Status::withdrawn) problems.push_back(&problem);
  std::map<Item, std::vector<const Problem*>> items;
  for (const Problem* problem : problems)
    items[{problem->quarter, problem->branch, problem->checklist, problem->item}].push_back(
        problem);
  std::map<const Problem*, Twins> found;
  for (auto& [item, alike] : items) {
    std::ranges::sort(alike, was_opened_first);
    std::vector<Twins> groups;
    for (const Problem* problem : alike)
      if (problem->item.empty())
        groups.push_back({problem});
      else
        add_to_groups(groups, problem);
    for (Twins& twins : groups) found.emplace(twins.front(), std::move(twins));
  }
  std::vector<Twins> all;
  for (const Problem* problem : problems)
    if (const auto first = found.find(problem); first != found.end())
      all.push_back(std::move(first->second));
  return all;
}

TwinIds twin_ids(const ProblemList& list) {
  TwinIds ids;
  for (const Twins& twins : group_twins(list)) {
    if (twins.size() < 2) continue;
    for (const Problem* problem : twins)
      for (const Problem* other : twins)
        if (other != problem) ids[problem->id].push_back(other->id);
  }
  return ids;
}

Problem as_one_problem(const Twins& twins) {
  Problem one = *twins.front();
  if (twins.size() < 2) return one;
  one.status = status_of(twins);
  one.submitted.reset();
  one.closed.reset();
  for (const Problem* twin : twins) {
    one.due = std::min(one.due, twin->due);
    if (twin->status == one.status) {
      take_first(one.submitted, twin->submitted ? twin->submitted : twin->closed);
      take_first(one.closed, twin->closed);
    }
    if (twin != twins.front())
      one.history.insert(one.history.end(), twin->history.begin(), twin->history.end());
  }
  std::ranges::sort(one.history, {}, &HistoryStep::entry);
  return one;
}

}  // namespace sihu
