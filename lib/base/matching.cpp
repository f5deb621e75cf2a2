#include "base/matching.hpp"

#include <cstddef>
#include <deque>
#include <numeric>
#include <utility>

namespace sihu {

namespace {

constexpr int nobody = -1;

// One search after the other, each from a node that has no mate.
class Matching {
 public:
  Matching(const Neighbours& neighbours, std::vector<int> mates)
      : neighbours_(neighbours),
        mates_(std::move(mates)),
        before_(mates_.size(), nobody),
        base_(mates_.size()),
        side_(mates_.size()),
        met_(mates_.size()) {}

  // A node from which no path leads to another without a mate stays alone in some largest matching,
  // so that no perfect one exists.
  bool run() {
    for (int node = 0; node < static_cast<int>(mates_.size()); ++node)
      if (mate(node) == nobody && !augment(node)) return false;
    return true;
  }

  std::vector<int> take() { return std::move(mates_); }

 private:
  enum class Side { unseen, outer, inner };

  static std::size_t at(int node) { return static_cast<std::size_t>(node); }
  int mate(int node) const { return mates_[at(node)]; }

  // The node that stands for the blossom around `node`.
  int base(int node) {
    while (base_[at(node)] != node) {
      base_[at(node)] = base_[at(base_[at(node)])];
      node = base_[at(node)];
    }
    return node;
  }

  bool augment(int root) {
    before_.assign(before_.size(), nobody);
    side_.assign(side_.size(), Side::unseen);
    std::iota(base_.begin(), base_.end(), 0);
    open_.clear();
    see(root);
    while (!open_.empty()) {
      const int node = open_.front();
      open_.pop_front();
      for (const int next : neighbours_[at(node)])
        if (reach(node, next)) return true;
    }
    return false;
  }

  void see(int node) {
    side_[at(node)] = Side::outer;
    open_.push_back(node);
  }

  // Whether `next` ends a path, which is then turned round.
  bool reach(int node, int next) {
    if (side_[at(next)] == Side::inner || base(node) == base(next)) return false;
    if (side_[at(next)] == Side::outer) {
      const int common = common_base(node, next);
      close_blossom(node, next, common);
      close_blossom(next, node, common);
      return false;
    }
    side_[at(next)] = Side::inner;
    before_[at(next)] = node;
    if (mate(next) == nobody) {
      turn_round(next);
      return true;
    }
    see(mate(next));
    return false;
  }

  void turn_round(int end) {
    while (end != nobody) {
      const int previous = before_[at(end)];
      const int left = mate(previous);
      mates_[at(end)] = previous;
      mates_[at(previous)] = end;
      end = left;
    }
  }

  // Where the ways back from two outer nodes meet: going back from both in turn.
  int common_base(int one, int other) {
    for (++search_;; std::swap(one, other)) {
      if (one == nobody) continue;
      one = base(one);
      if (met_[at(one)] == search_) return one;
      met_[at(one)] = search_;
      one = mate(one) == nobody ? nobody : before_[at(mate(one))];
    }
  }

  // Inner nodes of a blossom can be reached the other way round: they become outer ones.
  void close_blossom(int node, int beside, int common) {
    while (base(node) != common) {
      before_[at(node)] = beside;
      beside = mate(node);
      if (side_[at(beside)] == Side::inner) see(beside);
      if (base(node) == node) base_[at(node)] = common;
      if (base(beside) == beside) base_[at(beside)] = common;
      node = before_[at(beside)];
    }
  }

  const Neighbours& neighbours_;
  std::vector<int> mates_;
  std::vector<int> before_;  // per inner node: where the search came from
  std::vector<int> base_;
  std::vector<Side> side_;
  std::vector<int> met_;
  int search_ = 0;
  std::deque<int> open_;
};

}  // namespace

std::optional<std::vector<int>> perfect_matching(const Neighbours& neighbours,
                                                 std::vector<int> mates) {
  Matching matching(neighbours, std::move(mates));
  if (!matching.run()) return std::nullopt;
  return matching.take();
}

}  // namespace sihu
