#pragma once

#include "plan/constraints.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sihu {

/// A visit that may be made, and what it costs (not below 0).
struct PricedVisit {
  Visit visit;
  std::int64_t cost = 0;
};

/// The cheapest set of visits in which every branch gets what it demands and makes at least and at
/// most what its load says: a minimum-cost flow by the primal-dual method, all shortest paths of
/// one length at once (Ahuja, Magnanti and Orlin, Network Flows, chapters 7 and 9). It knows
/// nothing of mutual pairs.
///
/// Sums of costs must stay below 2^62.
class VisitFlow {
 public:
  /// `priced`: each visit once.
  VisitFlow(const std::vector<Load>& loads, const std::vector<int>& demand,
            std::vector<PricedVisit> priced);

  /// Finds the cheapest set; false if there is none.
  bool solve();

  /// Takes a visit of a solved flow away for good and mends the rest at the least cost; false if
  /// that is impossible, after which the flow is of no more use.
  bool forbid(Visit visit);

  /// The visits that are made, in order.
  std::vector<Visit> visits() const;

  /// What they cost together, visits above the least loads included.
  std::int64_t cost() const;

 private:
  struct Arc {
    int to = 0;
    std::int64_t cost = 0;
  };

  // What copies of a flow share: the network. Arc 2e goes forth, 2e + 1 back; the first arcs are
  // the visits.
  struct Network {
    std::vector<PricedVisit> priced;
    std::vector<Arc> arcs;
    std::vector<std::size_t> first;  // per node, into `leaving`; one more at the end
    std::vector<std::size_t> leaving;
  };

  void add(Network& network, int from, int to, int room, std::int64_t cost);
  bool augment(int from, int to);
  bool find_path(int from, int to);
  void raise_potentials(int to);
  void send(const std::vector<std::size_t>& path);
  bool is_shortest(std::size_t arc) const;
  bool set_levels(int from, int to);
  int send_by_levels(int from, int to);
  bool is_made(std::size_t visit) const { return room_[2 * visit + 1] > 0; }

  std::shared_ptr<const Network> network_;
  int branches_;
  int needed_ = 0;
  std::vector<int> room_;                // per arc: how much more it can take
  std::vector<std::int64_t> potential_;  // per node
  std::vector<std::int64_t> distance_;   // of the last search
  std::vector<std::size_t> arrived_by_;
  std::vector<int> level_;  // per node: arcs from the source on shortest paths; below 0: none
};

}  // namespace sihu
