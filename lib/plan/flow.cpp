#include "plan/flow.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>

namespace sihu {

namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();

// Nodes: the inspectors, the inspected, then these.
struct Nodes {
  int branches;
  int inspector(int branch) const { return branch; }
  int inspected(int branch) const { return branches + branch; }
  int source() const { return 2 * branches; }
  int pool() const { return 2 * branches + 1; }  // visits that no least load asks for
  int sink() const { return 2 * branches + 2; }
  int count() const { return 2 * branches + 3; }
};

}  // namespace

VisitFlow::VisitFlow(const std::vector<Load>& loads, const std::vector<int>& demand,
                     std::vector<PricedVisit> priced)
    : branches_(static_cast<int>(loads.size())) {
  const Nodes nodes{branches_};
  auto network = std::make_shared<Network>();
  network->priced = std::move(priced);
  for (const PricedVisit& each : network->priced)
    add(*network, nodes.inspector(each.visit.from), nodes.inspected(each.visit.to), 1, each.cost);
  needed_ = std::accumulate(demand.begin(), demand.end(), 0);
  int least = 0;
  for (int branch = 0; branch < branches_; ++branch) {
    const Load& load = loads[slot(branch)];
    least += load.least;
    add(*network, nodes.source(), nodes.inspector(branch), load.least, 0);
    add(*network, nodes.pool(), nodes.inspector(branch), load.most - load.least, load.dearer);
    add(*network, nodes.inspected(branch), nodes.sink(), demand[slot(branch)], 0);
  }
  add(*network, nodes.source(), nodes.pool(), std::max(0, needed_ - least), 0);
  // Least loads that are more than what is needed can't all be made.
  if (least > needed_) needed_ = least;
  network->first.assign(slot(nodes.count()) + 1, 0);
  for (std::size_t arc = 0; arc < network->arcs.size(); ++arc)
    ++network->first[slot(network->arcs[arc ^ 1].to) + 1];
  std::partial_sum(network->first.begin(), network->first.end(), network->first.begin());
  auto next = network->first;
  network->leaving.resize(network->arcs.size());
  for (std::size_t arc = 0; arc < network->arcs.size(); ++arc)
    network->leaving[next[slot(network->arcs[arc ^ 1].to)]++] = arc;
  network_ = std::move(network);
  potential_.assign(slot(nodes.count()), 0);
}

void VisitFlow::add(Network& network, int from, int to, int room, std::int64_t cost) {
  network.arcs.push_back({to, cost});
  network.arcs.push_back({from, -cost});
  room_.push_back(room);
  room_.push_back(0);
}

bool VisitFlow::solve() {
  const Nodes nodes{branches_};
  int sent = 0;
  while (sent < needed_) {
    if (!find_path(nodes.source(), nodes.sink())) return false;
    raise_potentials(nodes.sink());
    while (set_levels(nodes.source(), nodes.sink()))
      sent += send_by_levels(nodes.source(), nodes.sink());
  }
  return true;
}

bool VisitFlow::forbid(Visit visit) {
  const auto& priced = network_->priced;
  const auto found = std::ranges::find(priced, visit, &PricedVisit::visit);
  if (found == priced.end()) return true;
  const auto arc = 2 * static_cast<std::size_t>(found - priced.begin());
  const bool made = room_[arc + 1] > 0;
  room_[arc] = 0;
  room_[arc + 1] = 0;
  const Nodes nodes{branches_};
  return !made || augment(nodes.inspector(visit.from), nodes.inspected(visit.to));
}

bool VisitFlow::augment(int from, int to) {
  if (!find_path(from, to)) return false;
  raise_potentials(to);
  std::vector<std::size_t> path;
  for (int node = to; node != from; node = network_->arcs[path.back() ^ 1].to)
    path.push_back(arrived_by_[slot(node)]);
  send(path);
  return true;
}

// What lies farther than the goal is moved as far as the goal: reduced costs stay above 0.
void VisitFlow::raise_potentials(int to) {
  const std::int64_t farthest = distance_[slot(to)];
  for (std::size_t node = 0; node < potential_.size(); ++node)
    potential_[node] += std::min(distance_[node], farthest);
}

void VisitFlow::send(const std::vector<std::size_t>& path) {
  for (const std::size_t arc : path) {
    --room_[arc];
    ++room_[arc ^ 1];
  }
}

// Whether an arc can take more and lies on shortest paths only.
bool VisitFlow::is_shortest(std::size_t arc) const {
  const int from = network_->arcs[arc ^ 1].to;
  const Arc& forth = network_->arcs[arc];
  return room_[arc] > 0 && forth.cost + potential_[slot(from)] == potential_[slot(forth.to)];
}

bool VisitFlow::set_levels(int from, int to) {
  level_.assign(potential_.size(), -1);
  level_[slot(from)] = 0;
  std::vector<int> reached{from};
  for (std::size_t next = 0; next < reached.size() && level_[slot(to)] < 0; ++next) {
    const std::size_t node = slot(reached[next]);
    for (std::size_t i = network_->first[node]; i < network_->first[node + 1]; ++i) {
      const std::size_t arc = network_->leaving[i];
      const int end = network_->arcs[arc].to;
      if (level_[slot(end)] >= 0 || !is_shortest(arc)) continue;
      level_[slot(end)] = level_[node] + 1;
      reached.push_back(end);
    }
  }
  return level_[slot(to)] >= 0;
}

// Sends along shortest paths that go up one level with each arc until there is none left; how much.
int VisitFlow::send_by_levels(int from, int to) {
  std::vector<std::size_t> cursor(network_->first.begin(), network_->first.end() - 1);
  std::vector<std::size_t> path;
  int sent = 0;
  for (int node = from;;) {
    if (node == to) {
      send(path);
      ++sent;
      path.clear();
      node = from;
    }
    std::size_t& at = cursor[slot(node)];
    const auto goes_up = [&](std::size_t arc) {
      return level_[slot(network_->arcs[arc].to)] == level_[slot(node)] + 1 && is_shortest(arc);
    };
    while (at < network_->first[slot(node) + 1] && !goes_up(network_->leaving[at])) ++at;
    if (at < network_->first[slot(node) + 1]) {
      path.push_back(network_->leaving[at]);
      node = network_->arcs[path.back()].to;
      continue;
    }
    if (node == from) return sent;
    node = network_->arcs[path.back() ^ 1].to;
    path.pop_back();
    ++cursor[slot(node)];
  }
}

bool VisitFlow::find_path(int from, int to) {
  using Reached = std::pair<std::int64_t, int>;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
  distance_.assign(potential_.size(), unreached);
  arrived_by_.resize(potential_.size());
  distance_[slot(from)] = 0;
  open.emplace(0, from);
  while (!open.empty()) {
    const auto [distance, node] = open.top();
    open.pop();
    if (distance > distance_[slot(node)]) continue;
    if (node == to) return true;
    for (std::size_t i = network_->first[slot(node)]; i < network_->first[slot(node) + 1]; ++i) {
      const std::size_t id = network_->leaving[i];
      if (room_[id] == 0) continue;
      const Arc& arc = network_->arcs[id];
      const std::int64_t reached =
          distance + arc.cost + potential_[slot(node)] - potential_[slot(arc.to)];
      if (reached >= distance_[slot(arc.to)]) continue;
      distance_[slot(arc.to)] = reached;
      arrived_by_[slot(arc.to)] = id;
      open.emplace(reached, arc.to);
    }
  }
  return false;
}

std::vector<Visit> VisitFlow::visits() const {
  std::vector<Visit> made;
  for (std::size_t i = 0; i < network_->priced.size(); ++i)
    if (is_made(i)) made.push_back(network_->priced[i].visit);
  std::ranges::sort(made, {}, key_of);
  return made;
}

std::int64_t VisitFlow::cost() const {
  std::int64_t sum = 0;
  for (std::size_t arc = 0; arc < network_->arcs.size(); arc += 2)
    sum += room_[arc + 1] * network_->arcs[arc].cost;
  return sum;
}

}  // namespace sihu
