#pragma once

#include "calendar/instant.hpp"
#include "exam/state.hpp"
#include "wording/text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sihu {

/// What somebody should ask about a sitting.
enum class Oddity {
  begun_twice,        ///< as in a copied folder or on two machines; time was counted on each
  handed_in_twice,    ///< as from a copied folder or two machines; what comes first counts
  clock_turned_back,  ///< the machine's clock went backwards while it was answered
};

struct OddSitting {
  Oddity oddity = Oddity::handed_in_twice;
  PaperKey paper;
  std::string person;
  int times = 1;          ///< handed in, or begun
  std::size_t entry = 0;  ///< in the ledger: of the line that shows it, as the second hand-in
  Instant first = {};     ///< begun twice: when at first

  bool is_same_as(const OddSitting& other) const;
};

/// By paper, then by person; `state` is that of `ledger`.
std::vector<OddSitting> odd_sittings(const ExamState& state, const Ledger& ledger);

/// The same without the lines that show it: `entry` says nothing.
std::vector<OddSitting> odd_sittings(const ExamState& state);

/// `begun-twice`, `handed-in-twice`, `clock-turned-back`.
std::string_view name_of(Oddity oddity);

/// Which paper, who and what: `2026Q4 safety: p001 handed in 2 times; …`.
Phrase odd_sitting_words(const OddSitting& odd, const Zone& zone);

}  // namespace sihu
