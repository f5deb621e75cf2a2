#pragma once

#include "ledger/ledger.hpp"
#include "ledger/plain_line.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

namespace sihu {

/// A sheet or a recorded result that does not count, because another line about the same subject
/// does that its writer had not seen.
struct ReviewApart {
  std::size_t entry = 0;   ///< index into the ledger's entries
  std::size_t counts = 0;  ///< the one that counts instead

  /// Why it does not count, naming the line that does.
  Phrase why(const Ledger& ledger) const;
};

/// All of them, in the ledger's order. Of sheets written apart the one that `fold_review` takes
/// counts, of results the first.
std::vector<ReviewApart> reviews_apart(const Ledger& ledger);

/// Enough of a line about a review to tell quickly whether its subject has to be looked at.
struct ReviewTrace {
  std::uint64_t subject = 0;  ///< `subject_hash`
  std::uint64_t after = 0;    ///< the check it rests on; 0: it names no line
};

/// The trace of a line; nothing if it is not about a review.
std::optional<ReviewTrace> review_trace(const PlainLine& line);

/// The hashes of subjects with two lines that rest on the same one: `reviews_apart` has nothing to
/// say of others.
std::unordered_set<std::uint64_t> forked_reviews(std::vector<ReviewTrace> traces);

}  // namespace sihu
