#include "plan/partners.hpp"

#include "base/cost_flow.hpp"
#include "base/matching.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>

namespace sihu {

namespace {

using Pair = std::pair<int, int>;

// The graph whose perfect matchings are choices of pairs. A pair has a node for each of its ends,
// joined to each other; a branch has as many nodes as pairs it wants, each joined to its end of all
// its pairs. A pair is chosen if its ends are matched with nodes of branches.
class PairGraph {
 public:
  PairGraph(const std::vector<int>& wanted, const std::vector<Pair>& pairs)
      : first_(wanted.size()), left_(wanted) {
    int nodes = 2 * static_cast<int>(pairs.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      first_[i] = nodes;
      nodes += wanted[i];
    }
    neighbours_.resize(slot(nodes));
    mates_.assign(slot(nodes), -1);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const int end = 2 * static_cast<int>(i);
      join(end, end + 1);
      join_branch(end, pairs[i].first, wanted);
      join_branch(end + 1, pairs[i].second, wanted);
      begin_with(end, pairs[i]);
    }
  }

  std::optional<std::vector<int>> mates() const { return perfect_matching(neighbours_, mates_); }

 private:
  void join(int a, int b) {
    neighbours_[slot(a)].push_back(b);
    neighbours_[slot(b)].push_back(a);
  }

  void join_branch(int end, int branch, const std::vector<int>& wanted) {
    for (int i = 0; i < wanted[slot(branch)]; ++i) join(end, first_[slot(branch)] + i);
  }

  void match(int a, int b) {
    mates_[slot(a)] = b;
    mates_[slot(b)] = a;
  }

  // Chooses the pair if both still want one.
  void begin_with(int end, const Pair& pair) {
    int& one = left_[slot(pair.first)];
    int& other = left_[slot(pair.second)];
    if (one == 0 || other == 0) return match(end, end + 1);
    match(end, first_[slot(pair.first)] + --one);
    match(end + 1, first_[slot(pair.second)] + --other);
  }

  std::vector<int> first_;  // per branch: its first node
  std::vector<int> left_;   // per branch: how many of its nodes have no mate yet
  Neighbours neighbours_;
  std::vector<int> mates_;
};

// The pairs of which both visits may be made, those first of which one is cheap.
std::vector<Pair> pairs_of(const std::map<Visit, std::int64_t>& prices) {
  std::vector<std::pair<std::int64_t, Pair>> found;
  for (const auto& [visit, price] : prices) {
    if (visit.from > visit.to) continue;
    const auto back = prices.find(visit.reversed());
    if (back != prices.end())
      found.push_back({std::min(price, back->second), {visit.from, visit.to}});
  }
  std::ranges::sort(found);
  std::vector<Pair> pairs;
  for (const auto& [price, pair] : found) pairs.push_back(pair);
  return pairs;
}

// Who of each pair is inspected: every pair sends one visit to one of its ends.
std::vector<Visit> directed(const std::vector<int>& each, const std::vector<Pair>& pairs,
                            const std::map<Visit, std::int64_t>& prices) {
  const int branches = static_cast<int>(each.size());
  const int count = static_cast<int>(pairs.size());
  const int source = branches + count;
  const int sink = source + 1;
  std::vector<FlowArc> arcs;
  for (int i = 0; i < count; ++i) {
    const auto [a, b] = pairs[slot(i)];
    arcs.push_back({branches + i, a, 1, prices.at({b, a})});
    arcs.push_back({branches + i, b, 1, prices.at({a, b})});
  }
  for (int i = 0; i < count; ++i) arcs.push_back({source, branches + i, 1, 0});
  for (int i = 0; i < branches; ++i) arcs.push_back({i, sink, each[slot(i)], 0});
  CostFlow flow(sink + 1, arcs);
  flow.send(source, sink, count);
  std::vector<Visit> visits;
  for (int i = 0; i < count; ++i) {
    const auto [a, b] = pairs[slot(i)];
    visits.push_back(flow.carried(2 * slot(i)) > 0 ? Visit{b, a} : Visit{a, b});
  }
  std::ranges::sort(visits, {}, visit_key);
  return visits;
}

}  // namespace

std::optional<std::vector<Pair>> choose_pairs(const std::vector<int>& wanted,
                                              const std::vector<Pair>& pairs) {
  const auto mates = PairGraph(wanted, pairs).mates();
  if (!mates) return std::nullopt;
  std::vector<Pair> chosen;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    if (slot((*mates)[2 * i]) != 2 * i + 1) chosen.push_back(pairs[i]);
  return chosen;
}

std::optional<std::vector<Visit>> visits_by_pairs(const std::vector<int>& each,
                                                  const std::vector<PricedVisit>& priced) {
  std::map<Visit, std::int64_t> prices;
  for (const PricedVisit& one : priced) prices[one.visit] = one.cost;
  std::vector<int> wanted;
  for (const int visits : each) wanted.push_back(2 * visits);
  const auto pairs = choose_pairs(wanted, pairs_of(prices));
  if (!pairs) return std::nullopt;
  return directed(each, *pairs, prices);
}

}  // namespace sihu
