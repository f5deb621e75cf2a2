#pragma once

#include "exam/state.hpp"
#include "wording/text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sihu {

/// What somebody should ask about a paper that was handed in.
enum class Oddity {
  handed_in_twice,    ///< as from a copied folder or two machines; what comes first counts
  clock_turned_back,  ///< the machine's clock went backwards while it was answered
};

struct OddSitting {
  Oddity oddity = Oddity::handed_in_twice;
  PaperKey paper;
  std::string person;
  int times = 1;          ///< handed in
  std::size_t entry = 0;  ///< in the ledger: of the line that shows it, as the second hand-in

  bool is_same_as(const OddSitting& other) const;
};

/// By paper, then by person; `state` is that of `ledger`.
std::vector<OddSitting> odd_sittings(const ExamState& state, const Ledger& ledger);

/// What is odd about one paper that was handed in, as far as that paper shows; `entry` is its line.
std::vector<OddSitting> oddities_of(const HandedPaper& handed);

/// `handed-in-twice`, `clock-turned-back`.
std::string_view name_of(Oddity oddity);

/// Which paper, who and what: `2026Q4 safety: p001 handed in 2 times; …`.
Phrase odd_sitting_words(const OddSitting& odd);

}  // namespace sihu
