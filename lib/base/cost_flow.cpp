#include "base/cost_flow.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>

namespace sihu {

namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();

std::size_t place_of(int node) {
  return static_cast<std::size_t>(node);
}

}  // namespace

CostFlow::CostFlow(int nodes, const std::vector<FlowArc>& arcs)
    : network_(join(nodes, arcs)), potential_(place_of(nodes), 0) {
  room_.reserve(2 * arcs.size());
  for (const FlowArc& arc : arcs) {
    room_.push_back(arc.room);
    room_.push_back(0);
  }
}

std::shared_ptr<const CostFlow::Network> CostFlow::join(int nodes,
                                                        const std::vector<FlowArc>& arcs) {
  auto network = std::make_shared<Network>();
  for (const FlowArc& arc : arcs) {
    network->ways.push_back({arc.to, arc.cost});
    network->ways.push_back({arc.from, -arc.cost});
  }
  const auto& ways = network->ways;
  network->first.assign(place_of(nodes) + 1, 0);
  for (std::size_t way = 0; way < ways.size(); ++way)
    ++network->first[place_of(ways[way ^ 1].to) + 1];
  std::partial_sum(network->first.begin(), network->first.end(), network->first.begin());
  auto next = network->first;
  network->leaving.resize(ways.size());
  for (std::size_t way = 0; way < ways.size(); ++way)
    network->leaving[next[place_of(ways[way ^ 1].to)]++] = way;
  return network;
}

void CostFlow::close(std::size_t arc) {
  room_[2 * arc] = 0;
  room_[2 * arc + 1] = 0;
}

int CostFlow::send(int from, int to, int most) {
  int sent = 0;
  while (sent < most && find_path(from, to)) {
    raise_potentials(to);
    while (sent < most && set_levels(from, to)) sent += send_by_levels(from, to, most - sent);
  }
  return sent;
}

std::int64_t CostFlow::cost() const {
  std::int64_t sum = 0;
  for (std::size_t way = 0; way < room_.size(); way += 2)
    sum += room_[way + 1] * network_->ways[way].cost;
  return sum;
}

// What lies farther than the goal is moved as far as the goal: reduced costs stay above 0.
void CostFlow::raise_potentials(int to) {
  const std::int64_t farthest = distance_[place_of(to)];
  for (std::size_t node = 0; node < potential_.size(); ++node)
    potential_[node] += std::min(distance_[node], farthest);
}

// Whether a way can take more and lies on shortest paths only.
bool CostFlow::is_shortest(std::size_t way) const {
  const int from = network_->ways[way ^ 1].to;
  const Way& forth = network_->ways[way];
  return room_[way] > 0 &&
         forth.cost + potential_[place_of(from)] == potential_[place_of(forth.to)];
}

bool CostFlow::set_levels(int from, int to) {
  level_.assign(potential_.size(), -1);
  level_[place_of(from)] = 0;
  std::vector<int> reached{from};
  for (std::size_t next = 0; next < reached.size() && level_[place_of(to)] < 0; ++next) {
    const std::size_t node = place_of(reached[next]);
    for (std::size_t i = network_->first[node]; i < network_->first[node + 1]; ++i) {
      const std::size_t way = network_->leaving[i];
      const int end = network_->ways[way].to;
      if (level_[place_of(end)] >= 0 || !is_shortest(way)) continue;
      level_[place_of(end)] = level_[node] + 1;
      reached.push_back(end);
    }
  }
  return level_[place_of(to)] >= 0;
}

// Sends along shortest paths that go up one level with each way until there is none left; how much.
int CostFlow::send_by_levels(int from, int to, int most) {
  std::vector<std::size_t> cursor(network_->first.begin(), network_->first.end() - 1);
  std::vector<std::size_t> path;
  int sent = 0;
  for (int node = from; sent < most;) {
    if (node == to) {
      for (const std::size_t way : path) {
        --room_[way];
        ++room_[way ^ 1];
      }
      ++sent;
      path.clear();
      node = from;
      continue;
    }
    std::size_t& at = cursor[place_of(node)];
    const auto goes_up = [&](std::size_t way) {
      return level_[place_of(network_->ways[way].to)] == level_[place_of(node)] + 1 &&
             is_shortest(way);
    };
    while (at < network_->first[place_of(node) + 1] && !goes_up(network_->leaving[at])) ++at;
    if (at < network_->first[place_of(node) + 1]) {
      path.push_back(network_->leaving[at]);
      node = network_->ways[path.back()].to;
      continue;
    }
    if (node == from) break;
    node = network_->ways[path.back() ^ 1].to;
    path.pop_back();
    ++cursor[place_of(node)];
  }
  return sent;
}

bool CostFlow::find_path(int from, int to) {
  using Reached = std::pair<std::int64_t, int>;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
  distance_.assign(potential_.size(), unreached);
  distance_[place_of(from)] = 0;
  open.emplace(0, from);
  while (!open.empty()) {
    const auto [distance, node] = open.top();
    open.pop();
    if (distance > distance_[place_of(node)]) continue;
    if (node == to) return true;
    const std::size_t end = network_->first[place_of(node) + 1];
    for (std::size_t i = network_->first[place_of(node)]; i < end; ++i) {
      const std::size_t id = network_->leaving[i];
      if (room_[id] == 0) continue;
      const Way& way = network_->ways[id];
      const std::int64_t reached =
          distance + way.cost + potential_[place_of(node)] - potential_[place_of(way.to)];
      if (reached >= distance_[place_of(way.to)]) continue;
      distance_[place_of(way.to)] = reached;
      open.emplace(reached, way.to);
    }
  }
  return false;
}

}  // namespace sihu
