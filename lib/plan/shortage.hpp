#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace sihu {

/// Some who need and some who give, each giving to each at most once.
struct Supply {
  std::vector<int> needs;                 ///< per needer: from how many
  std::vector<int> gives;                 ///< per giver: to how many at most
  std::function<bool(int, int)> allowed;  ///< whether this needer may get from that giver
};

/// A set of needers that can't all get what they need (Hall's condition, for several at once).
struct Shortage {
  std::vector<int> these;
  std::vector<int> only;  ///< the givers any of them may get from
  int needed = 0;
  int possible = 0;
};

/// How much these can get together at most, nobody else asking.
int possible_for(const Supply& supply, const std::vector<int>& these);

/// A shortage, or nothing if everybody can get what they need: the smallest if one, two or three
/// needers have one (two: of at most 150; three: of at most 60), else one that every member is
/// needed for.
std::optional<Shortage> find_shortage(const Supply& supply);

}  // namespace sihu
