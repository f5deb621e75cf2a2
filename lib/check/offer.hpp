#pragma once

#include "check/score.hpp"
#include "records/compute.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What the branch's own records say of an item, as an inspector is offered it.
struct RecordOffer {
  ComputedResult result;
  std::optional<Answer> answer = {};  ///< what confirming it records; nothing: somebody has to look
  Phrase beyond = {};                 ///< what records can't tell; may be empty

  /// Something is said, so that whoever answers otherwise has to say why.
  bool said() const { return result.verdict != RecordVerdict::unsaid; }
};

/// Offers by item.
using RecordOffers = std::map<std::string, RecordOffer, std::less<>>;

/// The offer for `item`: a pass where records meet its rule and nothing lies beyond them; where
/// they do not, the rule of the item as often as something is amiss, or a fail where it has no
/// rules. The words go into the ledger in `lang`; they count rows and name months, never what rows
/// say.
RecordOffer make_offer(const Item& item, const Computed& computed, ComputedResult result,
                       Lang lang);

/// Offers for all items with `computed:` that are asked. One that can't be read is offered as what
/// can't be said.
RecordOffers offers_for(const ScoreBasis& basis, const RecordScene& scene, Lang lang);

/// The answer that records alone would give: what is offered, or a pass where they are met and
/// somebody has to look at what lies beyond them. Nothing where they say nothing.
std::optional<Answer> judged_by_records(const RecordOffer& offer);

/// Whether `answer` says otherwise than the records do: that needs a reason.
bool overrides(const RecordOffer& offer, const Answer& answer);

/// An answer to `item` that overrides what records say and has no note, as a fault without a place.
std::optional<Fault> unexplained(const RecordOffer& offer, std::string_view item,
                                 const Answer& answer);

/// What the line of an answer says of the records behind it: `computed=met`, `rows=5:3f0a…`, the
/// number of rows that were looked at and the first 16 hex digits of their SHA-256. Nothing where
/// records say nothing.
std::vector<Field> record_fields(const RecordOffer& offer);

/// The result with the rows behind it, for people: a line each, at most `most` rows, those with
/// something amiss first.
std::vector<Phrase> offer_lines(const RecordOffer& offer, std::size_t most = 8);

/// What a line of the ledger says of the records behind its answer, with the rows as they are now,
/// if they are the same. Empty: nothing.
std::vector<Phrase> explain_records(const Event& event, const RecordOffer* now);

}  // namespace sihu
