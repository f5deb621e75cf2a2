#include "plan/assign.hpp"

#include "support/plans.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

AssignTask task_of(const Node& instance) {
  AssignTask task;
  task.demand = whole_numbers(at(instance, "demand"));
  for (const int most : whole_numbers(at(instance, "cap"))) task.loads.push_back({0, most});
  std::set<Visit> forbidden;
  for (const Node& pair : at(instance, "forbidden").items) {
    const auto ends = whole_numbers(pair);
    forbidden.insert({ends[0], ends[1]});
  }
  const auto& costs = at(instance, "cost").items;
  for (int from = 0; from < static_cast<int>(costs.size()); ++from) {
    const auto row = whole_numbers(costs[static_cast<std::size_t>(from)]);
    for (int to = 0; to < static_cast<int>(row.size()); ++to)
      if (from != to && !forbidden.contains({from, to}))
        task.priced.push_back({{from, to}, row[static_cast<std::size_t>(to)]});
  }
  return task;
}

// What the visits cost, if they are such as the task allows; else -1.
std::int64_t price(const AssignTask& task, const std::vector<Visit>& visits) {
  std::vector<int> left = task.demand;
  std::vector<int> made(left.size());
  std::int64_t sum = 0;
  for (const Visit& visit : visits) {
    const auto found = std::ranges::find(task.priced, visit, &PricedVisit::visit);
    if (found == task.priced.end()) return -1;
    sum += found->cost;
    --left[static_cast<std::size_t>(visit.to)];
    ++made[static_cast<std::size_t>(visit.from)];
  }
  for (std::size_t i = 0; i < left.size(); ++i)
    if (left[i] != 0 || made[i] < task.loads[i].least || made[i] > task.loads[i].most) return -1;
  return first_mutual(visits) ? -1 : sum;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("constrained quarters cost what the reference found, or are impossible") {
    const Node reference = read_reference("plan/reference/milp_instances.json");
    CHECK(reference.items.size() == 11);
    for (const Node& instance : reference.items) {
      CAPTURE(at(instance, "name").text);
      const AssignTask task = task_of(instance);
      const Assignment found = assign(task);
      CHECK(found.proved);
      CHECK(found.nodes <= 60);
      const Node& optimum = at(instance, "optimum");
      REQUIRE(found.visits.has_value() == !optimum.is_null());
      if (!found.visits) continue;
      CHECK(found.cost == whole_number(optimum));
      CHECK(found.gap() == 0);
      CHECK(price(task, *found.visits) == found.cost);
    }
  }

  TEST_CASE("without the rule of mutual pairs it is a flow") {
    const Node reference = read_reference("plan/reference/milp_instances.json");
    for (const Node& instance : reference.items) {
      const Node* without = instance.find("optimum_without_reciprocity_rule");
      if (!without) continue;
      AssignTask task = task_of(instance);
      task.mutual_allowed = true;
      CHECK(assign(task).cost == whole_number(*without));
    }
  }

  TEST_CASE(
      "a search that is given up has an answer all the same, and says how far off it may be") {
    const Node reference = read_reference("plan/reference/milp_instances.json");
    for (const Node& instance : reference.items) {
      if (at(instance, "name").text != "inst8") continue;
      AssignTask task = task_of(instance);
      task.most_nodes = 1;
      const Assignment found = assign(task);
      CHECK_FALSE(found.proved);
      REQUIRE(found.visits.has_value());
      CHECK(price(task, *found.visits) == found.cost);
      CHECK(found.bound <= 119);
      CHECK(found.cost >= 119);
    }
  }

  TEST_CASE("least loads are kept though they cost more") {
    AssignTask task;
    task.demand = {1, 1, 1};
    task.loads = {{0, 3}, {0, 3}, {1, 1}};
    task.priced = {{{0, 1}, 0}, {{0, 2}, 0}, {{1, 0}, 0}, {{1, 2}, 0}, {{2, 0}, 9}, {{2, 1}, 9}};
    const Assignment found = assign(task);
    REQUIRE(found.visits.has_value());
    CHECK(found.cost == 9);
  }

  TEST_CASE("the first mutual pair is the one with the smallest number") {
    CHECK_FALSE(first_mutual({{0, 1}, {1, 2}, {2, 0}}));
    CHECK(first_mutual({{3, 2}, {2, 3}, {1, 4}, {4, 1}}) == Visit{1, 4});
  }
}
