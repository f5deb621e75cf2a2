#include "plan/flow.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sihu {

namespace {

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

int sum_of(const std::vector<int>& demand) {
  return std::accumulate(demand.begin(), demand.end(), 0);
}

int least_of(const std::vector<Load>& loads) {
  int least = 0;
  for (const Load& load : loads) least += load.least;
  return least;
}

std::vector<FlowArc> arcs_of(const std::vector<Load>& loads, const std::vector<int>& demand,
                             const std::vector<PricedVisit>& priced) {
  const Nodes nodes{static_cast<int>(loads.size())};
  std::vector<FlowArc> arcs;
  for (const PricedVisit& each : priced)
    arcs.push_back(
        {nodes.inspector(each.visit.from), nodes.inspected(each.visit.to), 1, each.cost});
  for (int branch = 0; branch < nodes.branches; ++branch) {
    const Load& load = loads[slot(branch)];
    arcs.push_back({nodes.source(), nodes.inspector(branch), load.least, 0});
    arcs.push_back({nodes.pool(), nodes.inspector(branch), load.most - load.least, load.dearer});
    arcs.push_back({nodes.inspected(branch), nodes.sink(), demand[slot(branch)], 0});
  }
  arcs.push_back({nodes.source(), nodes.pool(), std::max(0, sum_of(demand) - least_of(loads)), 0});
  return arcs;
}

}  // namespace

VisitFlow::VisitFlow(const std::vector<Load>& loads, const std::vector<int>& demand,
                     std::vector<PricedVisit> priced)
    : priced_(std::make_shared<const std::vector<PricedVisit>>(std::move(priced))),
      branches_(static_cast<int>(loads.size())),
      // Least loads that are more than what is needed can't all be made.
      needed_(std::max(sum_of(demand), least_of(loads))),
      flow_(Nodes{branches_}.count(), arcs_of(loads, demand, *priced_)) {}

bool VisitFlow::solve() {
  const Nodes nodes{branches_};
  return flow_.send(nodes.source(), nodes.sink(), needed_) == needed_;
}

bool VisitFlow::forbid(Visit visit) {
  const auto found = std::ranges::find(*priced_, visit, &PricedVisit::visit);
  if (found == priced_->end()) return true;
  const auto arc = static_cast<std::size_t>(found - priced_->begin());
  const bool made = is_made(arc);
  flow_.close(arc);
  const Nodes nodes{branches_};
  return !made || flow_.augment(nodes.inspector(visit.from), nodes.inspected(visit.to));
}

std::vector<Visit> VisitFlow::visits() const {
  std::vector<Visit> made;
  for (std::size_t i = 0; i < priced_->size(); ++i)
    if (is_made(i)) made.push_back((*priced_)[i].visit);
  std::ranges::sort(made, {}, visit_key);
  return made;
}

}  // namespace sihu
