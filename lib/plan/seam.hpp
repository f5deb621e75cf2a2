#pragma once

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

/// A rotation of `n` branches that goes on cycle after cycle, everybody's place drawn anew each
/// time.
///
/// Where two cycles meet, no pair repeats or reverses within `window` rounds. Where a drawing can't
/// be mended so far, an odd number repeats its cycle as it was, which keeps them all; an even
/// number lets a pair repeat sooner, but not before half of `window` (among 8, 10 and 12 branches
/// there is no other way). Above `window` = 4 even numbers may have to reverse sooner too.
class Rotation {
 public:
  /// `steps`: the order of the rounds (`natural_steps`, `spread_steps`).
  Rotation(int n, std::vector<int> steps, int window);

  /// What the next `count` rounds from `place` say, which is moved behind them.
  std::vector<Visit> take(RotationPlace& place, int count) const;

  /// Who stands where in a cycle: element p is the branch at place p of the closed form.
  std::vector<int> labels(std::uint64_t seed, int cycle) const;

 private:
  std::vector<int> labels_behind(const std::vector<int>& before, std::uint64_t seed) const;
  std::optional<std::vector<int>> drawn(const std::vector<int>& before, SeamDistances least,
                                        std::uint64_t seed, int drawings) const;
  std::optional<std::vector<int>> draw(const std::vector<int>& before, SeamDistances least,
                                       std::uint64_t seed) const;

  int n_;
  std::vector<int> steps_;
  int window_;
};

}  // namespace sihu
