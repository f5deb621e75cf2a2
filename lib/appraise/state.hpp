#pragma once

#include "appraise/mark.hpp"
#include "calendar/half_year.hpp"
#include "ledger/ledger.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A mark as it lies in the ledger.
struct RecordedMarkOfItem {
  AppraiseMark mark;
  std::string by;  ///< who gave it; no output says so
  std::string reason;
  std::string evidence;   ///< name in `evidence/`; may be empty
  std::size_t entry = 0;  ///< index into the ledger's entries
};

/// What was said of an item of somebody.
struct AppraisedItem {
  std::vector<RecordedMarkOfItem> given;      ///< the last one of each scorer, in ledger order
  std::optional<RecordedMarkOfItem> self;     ///< the person's own last one; counts for nothing
  std::optional<RecordedMarkOfItem> decided;  ///< the committee's last decision

  /// Scorers gave different marks and nobody has decided.
  bool differs() const;
  /// The decision, else what all scorers gave; nullptr: nobody gave any, or they differ.
  const RecordedMarkOfItem* standing() const;
};

/// A formal decision that keeps somebody from being excellent (一票否决).
struct AppraiseVeto {
  std::string number;  ///< of the decision
  std::string reason;
  std::size_t entry = 0;
};

/// Somebody objects to what was published.
struct AppraiseAppeal {
  std::string item;  ///< empty: the whole
  std::string note;
  std::size_t entry = 0;
  bool decided = false;
};

/// What was published of somebody.
struct PublishedMarks {
  AppraiseMarks marks;
  std::optional<Rational> quarters;  ///< mean of the branch's quarters; nothing: does not apply
  std::size_t entry = 0;
};

/// Everything about one person in a half-year.
struct PersonAppraisal {
  std::map<std::string, AppraisedItem> items;
  std::optional<AppraiseVeto> veto;
  std::optional<bool> within_quota;  ///< the committee's word where equals meet the quota's line
  std::size_t within_entry = 0;
  std::optional<PublishedMarks> published;
  std::vector<AppraiseAppeal> appeals;                  ///< in ledger order
  std::map<std::string, RecordedMarkOfItem> corrected;  ///< by decisions on appeals
  std::vector<std::size_t> rejected;                    ///< decisions that changed nothing

  const AppraisedItem* find(std::string_view item) const;
  int open_appeals() const;
};

/// That totals were made public (公示).
struct AppraisePublication {
  Date until;  ///< last day on which one may appeal
  Instant at;
  std::string doc;    ///< first 16 digits of the digest of the checklist
  std::string rules;  ///< as `to_string` of `AppraiseRules` gives them
  std::size_t entry = 0;
};

/// The appraisals of a half-year as the ledger has them.
struct AppraiseState {
  HalfYear half;
  std::map<std::string, PersonAppraisal> people;  ///< by id
  std::optional<AppraisePublication> publication;

  const PersonAppraisal* find(std::string_view person) const;
};

/// The fold depends on the set of events alone, in the order of their lines. Of each scorer and
/// item the last mark counts; a decision of the committee stands before all of them. The first
/// publication stands; from there on marks change by decisions on appeals alone: of items that were
/// appealed against before, or of any where the whole was. A decision on an item decides the
/// appeals against it, or where there are none those against the whole; one without an item turns
/// down all that are open. Of vetoes and of what was decided at the quota's line the last one
/// counts.
AppraiseState fold_appraisal(const Ledger& ledger, HalfYear half);

/// `2026H2/p003`.
std::string appraise_subject(HalfYear half, std::string_view person);

}  // namespace sihu
