#include "base/matching.hpp"

#include "base/chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>

using namespace sihu;

namespace {

Neighbours graph_of(int nodes, const std::vector<std::pair<int, int>>& edges) {
  Neighbours graph(static_cast<std::size_t>(nodes));
  for (const auto& [a, b] : edges) {
    graph[static_cast<std::size_t>(a)].push_back(b);
    graph[static_cast<std::size_t>(b)].push_back(a);
  }
  return graph;
}

std::optional<std::vector<int>> matched(const Neighbours& graph) {
  return perfect_matching(graph, std::vector<int>(graph.size(), -1));
}

// By trying everything: who is left takes each of its neighbours that are left.
bool is_matchable(const Neighbours& graph, std::vector<bool> taken) {
  const auto first = std::ranges::find(taken, false);
  if (first == taken.end()) return true;
  *first = true;
  for (const int mate : graph[static_cast<std::size_t>(first - taken.begin())]) {
    if (taken[static_cast<std::size_t>(mate)]) continue;
    taken[static_cast<std::size_t>(mate)] = true;
    if (is_matchable(graph, taken)) return true;
    taken[static_cast<std::size_t>(mate)] = false;
  }
  return false;
}

bool is_right(const Neighbours& graph, const std::vector<int>& mates) {
  for (std::size_t i = 0; i < mates.size(); ++i) {
    if (mates[static_cast<std::size_t>(mates[i])] != static_cast<int>(i)) return false;
    if (std::ranges::find(graph[i], mates[i]) == graph[i].end()) return false;
  }
  return true;
}

}  // namespace

TEST_SUITE("base") {
  TEST_CASE("a path through a blossom is found") {
    // A triangle 1 2 3 with a tail at each of two corners, and one more at a tail.
    const Neighbours graph = graph_of(6, {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {3, 4}, {2, 5}});
    const auto mates = perfect_matching(graph, {-1, 2, 1, 4, 3, -1});
    REQUIRE(mates.has_value());
    CHECK(is_right(graph, *mates));
  }

  TEST_CASE("an odd number, or three that have one neighbour in common, can't be matched") {
    CHECK_FALSE(matched(graph_of(3, {{0, 1}, {1, 2}, {2, 0}})));
    CHECK_FALSE(matched(graph_of(4, {{0, 1}, {0, 2}, {0, 3}})));
    CHECK(matched({})->empty());
  }

  TEST_CASE("a perfect matching is found where trying everything finds one") {
    Chance chance(7);
    int found = 0;
    for (int i = 0; i < 400; ++i) {
      const int nodes = 2 + static_cast<int>(chance.below(9));
      std::vector<std::pair<int, int>> edges;
      for (int a = 0; a < nodes; ++a)
        for (int b = a + 1; b < nodes; ++b)
          if (chance.below(3) == 0) edges.emplace_back(a, b);
      const Neighbours graph = graph_of(nodes, edges);
      const auto mates = matched(graph);
      CHECK(mates.has_value() == is_matchable(graph, std::vector<bool>(graph.size())));
      if (!mates) continue;
      CHECK(is_right(graph, *mates));
      ++found;
    }
    CHECK(found > 50);
  }
}
