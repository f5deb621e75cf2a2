#pragma once

#include "exam/own_pool.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// How papers of the own are drawn.
struct OwnRules {
  const std::vector<DrawCell>& cells;
  std::optional<int> most;  ///< questions that two may have in common; nothing: whatever comes
  std::string seed;
  std::optional<Rational> target = {};  ///< points to be expected; nothing: as the first falls out
};

/// Somebody for whom no paper was found that has no more in common with others than is allowed.
struct TooAlike {
  std::size_t candidate = 0;
  std::size_t others = 0;      ///< papers it was held against
  int least = 0;               ///< questions in common with the nearest to what is allowed
  bool is_impossible = false;  ///< no choice of questions gives everybody a paper, with any seed
};

/// What everybody got.
struct OwnPapers {
  std::vector<Drawing> drawings;  ///< of each candidate
  std::optional<TooAlike> alike;
};

/// Draws everybody's paper, one after the other, as different as the pools allow, each as hard as
/// the target. Where somebody's would be too much like another, several beginnings are tried, and
/// at last, if there are not too many people, all are drawn at once: that finds papers of two
/// people alone, and papers that share nothing, whenever there are any. In the end exchanges, also
/// between people of one pool, make papers as hard as each other as they can; where no target is
/// given and some can't reach what the first came to, all try to meet elsewhere.
///
/// `drawn` has the paper's other forms; `pools` is used up.
OwnPapers draw_own_papers(const OwnRules& rules, std::vector<OwnPool>& pools,
                          const std::vector<Candidate>& candidates, const FormOverlap& drawn);

}  // namespace sihu
