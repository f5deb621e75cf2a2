#pragma once

#include "check/state.hpp"
#include "ledger/ledger.hpp"
#include "problem/problem.hpp"
#include "wording/text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sihu {

/// A settlement that holds no more, because a later one of the same item says otherwise and was
/// made without knowing it.
struct SettledApart {
  std::size_t entry = 0;   ///< index into the ledger's entries
  std::size_t counts = 0;  ///< the settlement that counts instead

  /// Why it does not count, naming the line that does.
  Phrase why(const Ledger& ledger) const;
};

/// All of them, in the ledger's order. Of every item the last two settlements are compared: whoever
/// settles it once more has seen both.
std::vector<SettledApart> settlements_apart(const Ledger& ledger);

/// An answer that does not count, because it was given behind a signature that it does not know of.
struct AnsweredAfterSign {
  std::size_t entry = 0;  ///< index into the ledger's entries
  Mark signed_off;
  std::string problem = {};  ///< that it opened and that stands all the same; may be empty

  /// Who gave it, behind whose signature, what it left on the problem list, and how a leader has it
  /// count.
  Phrase why(const Ledger& ledger) const;
};

/// An answer beside another one of the same person that says otherwise: given on two machines that
/// did not know of each other, so that both stand until they are settled or answered again.
struct AnsweredApart {
  std::size_t entry = 0;  ///< index into the ledger's entries, of the earlier one
  std::size_t other = 0;  ///< of the later one

  /// Who gave both, and what ends it.
  Phrase why(const Ledger& ledger) const;
};

/// All of them, in the ledger's order.
std::vector<AnsweredApart> answers_apart(const Ledger& ledger);

/// All that say something else than what stands and that no settlement has looked at since, in the
/// ledger's order. `problems`: where what they opened is looked for; needs no others.
std::vector<AnsweredAfterSign> answers_after_sign(const Ledger& ledger,
                                                  const ProblemList& problems = {});

}  // namespace sihu
