#include "problem/twins.hpp"

#include "problem/joint_problem.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

using FoundItem = std::tuple<Quarter, std::string_view, std::string_view, std::string_view>;

FoundItem what_it_found(const Problem& problem) {
  return {problem.quarter, problem.branch, problem.checklist, problem.item};
}

bool was_opened_first(const Problem* a, const Problem* b) {
  if (a->opened != b->opened) return a->opened < b->opened;
  return in_list_order(*a, *b);
}

// A visit that is entered late renames nothing and moves no due date.
bool was_recorded_first(const Problem* a, const Problem* b) {
  if (a->opened_at != b->opened_at) return a->opened_at < b->opened_at;
  return was_opened_first(a, b);
}

// What is found behind the line that closed another was found again.
bool was_over(const Problem& earlier, const Problem& later) {
  return earlier.closed && !was_there_before(later, earlier);
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

auto item_of(const Problem& problem) {
  return std::tie(problem.checklist, problem.item);
}

// The one with which the least was done; of equals the later.
const Problem& least_done(const std::vector<const Problem*>& openings) {
  const Problem* least = openings.front();
  for (const Problem* problem : openings)
    if (std::tuple(problem->status != Status::open, problem->history.size()) <=
        std::tuple(least->status != Status::open, least->history.size()))
      least = problem;
  return *least;
}

Phrase named_items(const std::vector<const Problem*>& openings) {
  std::vector<Phrase> names;
  for (const Problem* problem : openings)
    names.push_back(phrase(Text{"{0}：{1}", "{0}: {1}"}, problem->id, problem->item));
  return enumerated(names);
}

}  // namespace

std::vector<Twins> group_twins(const ProblemList& list) {
  std::vector<const Problem*> problems;
  for (const Problem& problem : list.problems)
    if (problem.status != Status::withdrawn) problems.push_back(&problem);
  std::map<FoundItem, std::vector<const Problem*>> items;
  for (const Problem* problem : problems) items[what_it_found(*problem)].push_back(problem);
  std::map<const Problem*, Twins> found;
  for (auto& [item, alike] : items) {
    std::ranges::sort(alike, was_opened_first);
    std::vector<Twins> groups;
    for (const Problem* problem : alike)
      if (problem->item.empty())
        groups.push_back({problem});
      else
        add_to_groups(groups, problem);
    for (Twins& twins : groups) {
      std::ranges::sort(twins, was_recorded_first);
      found.emplace(twins.front(), std::move(twins));
    }
  }
  std::vector<Twins> all;
  for (const Problem* problem : problems)
    if (const auto first = found.find(problem); first != found.end())
      all.push_back(std::move(first->second));
  return all;
}

TakenBack::TakenBack(const ProblemList& list) {
  for (const Problem& problem : list.problems)
    if (problem.status == Status::withdrawn && !problem.item.empty())
      items_[what_it_found(problem)].push_back(&problem);
}

std::vector<const Problem*> TakenBack::beside(const Twins& twins) const {
  std::vector<const Problem*> beside;
  if (items_.empty()) return beside;
  const auto alike = items_.find(what_it_found(*twins.front()));
  if (alike == items_.end()) return beside;
  std::ranges::copy_if(alike->second, std::back_inserter(beside), [&](const Problem* withdrawn) {
    return std::ranges::any_of(twins, [&](const Problem* twin) {
      return withdrawn->withdrawn_at && twin->opened_at < *withdrawn->withdrawn_at &&
             !was_over(*twin, *withdrawn);
    });
  });
  return beside;
}

Problem as_one_problem(const Twins& twins, const TakenBack& taken_back) {
  const auto beside = taken_back.beside(twins);
  if (twins.size() < 2 && beside.empty()) return *twins.front();
  Problem one = joint_problem(twins, beside);
  if (twins.size() < 2) one.findings.clear();
  return one;
}

ProblemList join_twins(ProblemList list) {
  std::vector<Twins> groups;
  for (Twins& twins : group_twins(list))
    if (std::ranges::any_of(twins, &Problem::duplicate_id))
      for (const Problem* twin : twins) groups.push_back({twin});
    else
      groups.push_back(std::move(twins));
  const TakenBack taken_back(list);
  if (std::ranges::all_of(groups, [&](const Twins& twins) {
        return twins.size() == 1 && taken_back.beside(twins).empty();
      }))
    return list;
  std::map<std::string, std::string> first_of;
  ProblemList joined{{}, list.waiting};
  for (const Twins& twins : groups) {
    for (const Problem* twin : twins) first_of[twin->id] = twins.front()->id;
    joined.problems.push_back(as_one_problem(twins, taken_back));
  }
  for (const Problem& problem : list.problems)
    if (problem.status == Status::withdrawn) joined.problems.push_back(problem);
  std::ranges::sort(joined.problems, in_list_order);
  for (Problem& problem : joined.problems)
    if (const auto first = first_of.find(problem.recurrence_of); first != first_of.end())
      problem.recurrence_of = first->second;
  return joined;
}

bool OpenedTwice::is_one_fault() const {
  return std::ranges::all_of(openings, [&](const Problem* problem) {
    return item_of(*problem) == item_of(*openings.front());
  });
}

Phrase OpenedTwice::advice() const {
  if (is_one_fault())
    return phrase(Text{"核对后撤销其中之一：sihu rectify withdraw {0} --reason 原因",
                       "compare them and withdraw one: sihu rectify withdraw {0} --reason TEXT"},
                  least_done(openings).id);
  const Problem& again = least_done(openings);
  return phrase(
      Text{
          "是不同的事（{0}），都要留：撤销 {1}（sihu rectify withdraw {1} --reason "
          "编号重复），随即把 {2} 再答一次不通过并写明情况（sihu check run {3} --checklist "
          "{4} --quarter {5}），它会得到新编号",
          "they are different ({0}), and both are to stay: withdraw {1} (sihu rectify withdraw {1} "
          "--reason 'id given twice'), then answer {2} as failed again, with a note (sihu check "
          "run "
          "{3} --checklist {4} --quarter {5}): it gets a new id"},
      named_items(openings), again.id, again.item, again.branch, again.checklist,
      to_string(again.quarter));
}

std::vector<OpenedTwice> opened_twice(const ProblemList& list) {
  std::vector<OpenedTwice> all;
  for (const Problem& problem : list.problems) {
    if (!problem.duplicate_id) continue;
    const auto known = std::ranges::find(all, problem.subject(), &OpenedTwice::subject);
    if (known == all.end())
      all.push_back({std::string(problem.subject()), {&problem}});
    else
      known->openings.push_back(&problem);
  }
  return all;
}

}  // namespace sihu
