#pragma once

#include "base/fraction.hpp"
#include "ledger/ledger.hpp"
#include "review/sheet.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// A sheet as it lies in the ledger. Who handed it in is no secret; what is in it may be sealed.
struct HandedIn {
  SheetKey key;
  Instant at;
  std::string doc;              ///< first 16 digits of the digest of the rubric it was filled in by
  std::string version;          ///< of that rubric
  std::string text;             ///< scores, or a box
  std::string comment;          ///< of a readable sheet
  std::string box_key;          ///< first 16 digits of the key it is sealed to; empty: readable
  bool own = true;              ///< handed in by the person, not by the committee for somebody
  std::string by;               ///< who handed it in
  std::size_t entry = 0;        ///< index into the ledger's entries
  std::optional<Date> on = {};  ///< the day it is of, where it was handed in on a later one
  std::string check = {};       ///< of its line

  bool is_sealed() const { return !box_key.empty(); }
};

/// What the committee has recorded about a branch.
struct RecordedReview {
  std::string branch;
  ReviewMethod method = ReviewMethod::mean;
  int sheets = 0;
  Rational value;                ///< out of 100
  std::optional<Rational> mean;  ///< of all sheets, uncorrected, as far as it is told
  std::optional<double> error;   ///< standard error of `value`; nothing unless `tells_error`
  std::optional<double> low;     ///< 95 % interval of `value`
  std::optional<double> high;
  std::size_t entry = 0;         ///< index into the ledger's entries
  std::optional<double> spread;  ///< of one sheet about any branch, in points (`told_spread`)
  std::string counted;           ///< `digest_of_sheets` when it was recorded; empty: not known
};

/// The reviews of a quarter as the ledger has them.
struct ReviewState {
  Quarter quarter;
  /// The sheet that counts of each person about each branch: the last one, and one's own before one
  /// that the committee handed in, a sealed one before any that can be read.
  std::map<SheetKey, HandedIn> sheets;
  /// By branch: the first one in the ledger. What was published stands; the difference of two
  /// results would show single sheets.
  std::map<std::string, RecordedReview> results;

  const HandedIn* find(const SheetKey& key) const;
};

ReviewState fold_review(const Ledger& ledger, Quarter quarter);

/// Whether a line is a sheet that is not sealed: it says who gave what.
bool is_readable_sheet(const Event& event);

/// Leaves of such a line that somebody handed in, and takes away what.
void leave_out_scores(Event& event);

/// Which sheets there are about a branch: the first 16 digits of the SHA-256 of their lines'
/// checks, ascending, each with a LF behind it. Empty: there are none.
std::string digest_of_sheets(const ReviewState& state, const std::string& branch);

/// The subject of a recorded result: `2026Q4/zb05`.
std::string result_subject(Quarter quarter, const std::string& branch);

}  // namespace sihu
