#pragma once

#include "plan/rotation.hpp"
#include "plan/visit.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace sihu {

/// Where in its rotation an organisation is.
struct RotationPlace {
  std::uint64_t seed = 0;  ///< drew who stands where in the first cycle
  int cycle = 0;           ///< how many cycles were finished
  int round = 0;           ///< the next round of this cycle

  friend bool operator==(const RotationPlace&, const RotationPlace&) = default;
};

/// How many rounds have to lie between a visit before a seam and one behind it.
struct SeamDistances {
  int back = 0;   ///< its reverse
  int again = 0;  ///< the same
};

/// A rotation of `n` branches that goes on cycle after cycle.
///
/// In every cycle A→B lies ⌊(n-1)/2⌋ rounds or more from B→A. Everybody's place is drawn anew each
/// time, so that no pair repeats or reverses within `window` rounds where two cycles meet. Where no
/// such drawing is found, everybody keeps their place (`order_behind`), which reverses none within
/// ⌊(n-1)/2⌋; where some would repeat at once like that (`repeats_behind`), a drawing may first let
/// a pair repeat sooner, but not before half of `window`.
class Rotation {
 public:
  /// `steps`: the order of the rounds (`natural_steps`, `spread_steps`) for quarters of `each`.
  Rotation(int n, std::vector<int> steps, int window, int each = 1);

  /// What the next `count` rounds from `place` say, which is moved behind them.
  std::vector<Visit> take(RotationPlace& place, int count) const;

  /// Who stands where in a cycle: element p is the branch at place p of the closed form.
  std::vector<int> labels(std::uint64_t seed, int cycle) const;

 private:
  // One cycle: who stands where, and the rounds.
  struct Cycle {
    std::vector<int> labels;
    RotationOrder order;
  };

  Cycle cycle_of(std::uint64_t seed, int cycle) const;
  Cycle cycle_behind(const Cycle& before, std::uint64_t seed) const;
  std::optional<Cycle> drawn(const Cycle& before, SeamDistances least, std::uint64_t seed,
                             int drawings) const;
  std::optional<Cycle> draw(const Cycle& before, SeamDistances least, std::uint64_t seed) const;

  int n_;
  int window_;
  RotationOrder order_;  // of the first cycle, and of each whose places are drawn anew
};

}  // namespace sihu
