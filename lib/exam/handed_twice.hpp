#pragma once

#include "exam/state.hpp"
#include "wording/text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sihu {

/// A paper that one person handed in more than once, as from a copied folder or two machines.
struct HandedTwice {
  PaperKey paper;
  std::string person;
  int times = 2;
  std::size_t entry = 0;  ///< of the second time, in the ledger

  bool is_same_as(const HandedTwice& other) const;
};

/// By paper, then by person; `state` is that of `ledger`. What comes first in the ledger counts,
/// the others change nothing.
std::vector<HandedTwice> papers_handed_twice(const ExamState& state, const Ledger& ledger);

/// Who, how often, and which counts: `2026Q4 safety: p001 handed in 2 times; …`.
Phrase handed_twice_words(const PaperKey& paper, const std::string& person, int times);

}  // namespace sihu
