#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sihu {

/// A way from one node to another: how many units it can take, and what each costs (not below 0).
struct FlowArc {
  int from = 0;
  int to = 0;
  int room = 0;
  std::int64_t cost = 0;
};

/// A minimum-cost flow by shortest augmenting paths, all of one length at once where many units are
/// sent (Ahuja, Magnanti and Orlin, Network Flows, chapters 7 and 9): whatever has been sent so far
/// was sent as cheaply as that amount can be.
///
/// A copy goes its own way and shares the network. Sums of costs must stay below 2^62.
class CostFlow {
 public:
  /// Nodes are 0 to `nodes` - 1; arcs keep their places in `arcs`, and two may join the same nodes.
  CostFlow(int nodes, const std::vector<FlowArc>& arcs);

  /// Sends one more unit; false, and nothing has changed, if none can be sent.
  bool augment(int from, int to) { return send(from, to, 1) == 1; }

  /// Sends up to `most` more units; how many could be sent.
  int send(int from, int to, int most);

  /// How many units an arc carries.
  int carried(std::size_t arc) const { return room_[2 * arc + 1]; }

  /// What all that is carried costs.
  std::int64_t cost() const;

  /// Takes an arc, and what it carries, away for good. Who closes one that carries something sends
  /// that much from its beginning to its end by other ways, or the flow is none any more.
  void close(std::size_t arc);

 private:
  struct Way {
    int to = 0;
    std::int64_t cost = 0;
  };

  // Arc e is way 2e forth and way 2e + 1 back.
  struct Network {
    std::vector<Way> ways;
    std::vector<std::size_t> first;  // per node, into `leaving`; one more at the end
    std::vector<std::size_t> leaving;
  };

  static std::shared_ptr<const Network> join(int nodes, const std::vector<FlowArc>& arcs);
  bool find_path(int from, int to);
  void raise_potentials(int to);
  bool is_shortest(std::size_t way) const;
  bool set_levels(int from, int to);
  int send_by_levels(int from, int to, int most);

  std::shared_ptr<const Network> network_;
  std::vector<int> room_;                // per way: how much more it can take
  std::vector<std::int64_t> potential_;  // per node
  std::vector<std::int64_t> distance_;   // of the last search
  std::vector<int> level_;  // per node: ways from the beginning on shortest paths; below 0: none
};

}  // namespace sihu
