#pragma once

#include "document/paper.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sihu {

/// A question that may be drawn.
struct PoolQuestion {
  std::string id;  ///< unique in the pool
  QuestionKind kind = QuestionKind::single;
  std::string topic;
  int difficulty = 1;
  Rational expected;         ///< share of candidates who answer it right
  int rested = never_drawn;  ///< quarters since it was last in a paper
  int used = 0;              ///< papers that were drawn together with this one and have it already

  static constexpr int never_drawn = 1000000;
};

/// A quota as drawing takes it: so many questions of a kind, about a topic, of a difficulty.
struct DrawCell {
  QuestionKind kind = QuestionKind::single;
  std::string topic;              ///< empty: any
  std::optional<int> difficulty;  ///< nothing: any
  int count = 0;
  Rational points = 1;  ///< of each question

  bool fits(const PoolQuestion& question) const;
};

std::vector<DrawCell> cells_of(const Paper& paper);

/// A form as it was drawn: places in the pool, cell by cell.
struct DrawnForm {
  std::vector<std::size_t> questions;
};

/// A cell that could not be filled.
struct DrawShortage {
  std::size_t cell = 0;
  int missing = 0;
};

struct Drawing {
  DrawnForm form;
  std::vector<DrawShortage> missing;  ///< empty: the form is whole
};

/// Draws a form: of each cell the questions, by id, are shuffled by `seed`, those that rested
/// longest come first, of them those used least, and the first are taken, but none of `taken`.
/// Where cells compete for a question they give way to each other, so that a cell is short only if
/// no choice could fill all.
Drawing draw_form(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                  std::uint64_t seed, const std::set<std::string>& taken = {});

/// Draws forms that have no question in common, the second by the next seed, and so on: each what
/// those before it left. Where that is not enough those before it give way to it, so that a cell is
/// short only if no choice could fill it beside all cells before it, whatever the seed.
std::vector<Drawing> draw_forms(const std::vector<DrawCell>& cells,
                                const std::vector<PoolQuestion>& pool, std::uint64_t seed,
                                std::size_t forms, const std::set<std::string>& taken = {});

}  // namespace sihu
