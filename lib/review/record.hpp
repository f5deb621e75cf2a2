#pragma once

#include "review/authority.hpp"
#include "review/result.hpp"
#include "review/sheets_file.hpp"
#include "review/state.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// A secret key for one box, drawn anew each time; chance comes from outside.
using DrawKey = std::function<Result<std::string>()>;

/// Everything that decides what handing in sheets writes to the ledger.
struct HandingIn {
  ReviewRules rules;
  std::string doc;  ///< first 16 digits of the digest of the rubric
  const ReviewState& state;
  const Person& person;  ///< who records
  Date today;
  DrawKey draw_key;
  std::optional<Date> on = {};  ///< the day the sheets are of, where that is not today
  std::string reason = {};      ///< why they are handed in only now
};

/// Why the sheet with this key is not taken; nothing: it is. The key's branch and person are known.
std::optional<Fault> why_not_taken(const HandingIn& scene, const SheetKey& key);

/// A sheet that the committee had entered for somebody, and that another one takes the place of.
struct OverwrittenSheet {
  SheetKey key;
  std::string by;  ///< who had entered it
};

/// What is written, and what to say about it.
struct SheetsRecording {
  RoleName role = RoleName::member;
  std::vector<Draft> drafts;
  int unchanged = 0;                               ///< handed in already, in the same words
  int replaced = 0;                                ///< sheets that take the place of an earlier one
  std::vector<OverwrittenSheet> overwritten = {};  ///< of the replaced ones, by their order
};

/// Hands in sheets: a `review.sheet` each, sealed to the committee's key where sihu.yaml has one.
/// `Kind::refused` with every reason: not one's own sheet (the committee alone hands in for
/// others), nobody who may review that branch, a result that is recorded already, a sheet that its
/// reviewer handed in personally, a quarter that has not begun.
Result<SheetsRecording> hand_in(const HandingIn& scene, const std::vector<NewSheet>& sheets);

/// A result that is to be recorded, or why it stays as it is.
struct ResultsRecording {
  std::vector<Draft> drafts;
  std::vector<std::string> kept;  ///< branches whose recorded result stays
};

/// The `review.result` of every branch that has one to tell, as `published` gives it. A recorded
/// result stays, whatever comes later: the difference of two results would tell what few people
/// gave. The first ones of a quarter say how far sheets lie apart (`told_spread`). `Kind::refused`
/// for whoever is not of the committee on that day.
Result<ResultsRecording> record_results(const std::vector<ReviewResult>& results,
                                        const ReviewState& state, const Rubric& rubric,
                                        const Person& person, Date today);

}  // namespace sihu
