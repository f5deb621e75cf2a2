#include "plan/assign.hpp"

#include <algorithm>
#include <queue>
#include <utility>

namespace sihu {

namespace {

// A set of forbidden visits and the cheapest flow without them. Nodes live long and flows are
// large: a node keeps what it forbids, and its flow is made again from the root's.
struct Branching {
  std::int64_t bound = 0;
  int serial = 0;  // of equal bounds the older first, so that the search is the same everywhere
  std::vector<Visit> forbidden;
};

struct Later {
  bool operator()(const Branching& a, const Branching& b) const {
    return std::pair(a.bound, a.serial) > std::pair(b.bound, b.serial);
  }
};

class Search {
 public:
  explicit Search(const AssignTask& task)
      : task_(task), root_(task.loads, task.demand, task.priced) {}

  Assignment run() {
    if (!root_.solve()) {
      found_.proved = true;
      found_.nodes = 1;
      return found_;
    }
    push(root_, {});
    while (!open_.empty() && !is_settled()) {
      if (found_.nodes >= task_.most_nodes) return give_up();
      expand(pop());
    }
    found_.proved = true;
    found_.bound = open_.empty() ? found_.cost : std::min(found_.cost, open_.top().bound);
    return found_;
  }

 private:
  // Counts a flow: an answer if nobody inspects each other in it, else a node to branch on.
  void push(const VisitFlow& flow, std::vector<Visit> forbidden) {
    ++found_.nodes;
    const auto visits = flow.visits();
    if (task_.mutual_allowed || !first_mutual(visits))
      offer(visits, flow.cost());
    else
      open_.push({flow.cost(), serial_++, std::move(forbidden)});
  }

  void offer(const std::vector<Visit>& visits, std::int64_t cost) {
    if (found_.visits && cost >= found_.cost) return;
    found_.visits = visits;
    found_.cost = cost;
  }

  bool is_settled() const {
    return found_.visits && open_.top().bound / task_.worth >= found_.cost / task_.worth;
  }

  Branching pop() {
    Branching node = open_.top();
    open_.pop();
    return node;
  }

  VisitFlow flow_of(const Branching& node) const {
    VisitFlow flow = root_;
    for (const Visit& visit : node.forbidden) flow.forbid(visit);
    return flow;
  }

  void expand(const Branching& node) {
    const VisitFlow flow = flow_of(node);
    const Visit pair = first_mutual(flow.visits()).value();
    for (const Visit& visit : {pair, pair.reversed()}) {
      VisitFlow child = flow;
      if (!child.forbid(visit)) continue;
      std::vector<Visit> forbidden = node.forbidden;
      forbidden.push_back(visit);
      push(child, std::move(forbidden));
    }
  }

  Assignment give_up() {
    found_.bound = open_.top().bound;
    if (!found_.visits) dive(pop());
    if (found_.visits) found_.bound = std::min(found_.bound, found_.cost);
    return found_;
  }

  // Any answer below a node: parts one mutual pair after the other, the cheaper way each time.
  void dive(const Branching& node) {
    VisitFlow flow = flow_of(node);
    while (const auto pair = first_mutual(flow.visits())) {
      VisitFlow one = flow;
      VisitFlow other = flow;
      const bool has_one = one.forbid(*pair);
      const bool has_other = other.forbid(pair->reversed());
      if (!has_one && !has_other) return;
      flow = has_one && (!has_other || one.cost() <= other.cost()) ? one : other;
    }
    offer(flow.visits(), flow.cost());
  }

  const AssignTask& task_;
  VisitFlow root_;
  std::priority_queue<Branching, std::vector<Branching>, Later> open_;
  int serial_ = 0;
  Assignment found_;
};

}  // namespace

Assignment assign(const AssignTask& task) {
  return Search(task).run();
}

std::optional<Visit> first_mutual(const std::vector<Visit>& visits) {
  std::vector<Visit> sorted = visits;
  std::ranges::sort(sorted, {}, visit_key);
  for (const Visit& visit : sorted)
    if (visit.from < visit.to &&
        std::ranges::binary_search(sorted, visit_key(visit.reversed()), {}, visit_key))
      return visit;
  return std::nullopt;
}

}  // namespace sihu
