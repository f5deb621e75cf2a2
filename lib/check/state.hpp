#pragma once

#include "check/answer.hpp"
#include "check/key.hpp"
#include "document/checklist.hpp"
#include "ledger/ledger.hpp"
#include "problem/waiver.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sihu {

/// An answer somebody gave, and where it stands in the ledger.
struct GivenAnswer {
  std::size_t entry = 0;  ///< index into `Ledger::entries`
  std::string person;
  Instant at;
  bool settled = false;  ///< by leader or committee: a settlement, or an answer after the sign-off
  Answer answer;
};

/// Somebody did something at a time: signed off, confirmed, disputed.
struct Mark {
  std::string person;
  Instant at;
  std::string note;
};

/// One item of a check.
struct ItemState {
  /// What counts: the last settlement and, from later, the latest answer of each person; in ledger
  /// order. Of a person who answered on two machines that did not know of each other, both where
  /// they judge differently. Empty: unanswered.
  std::vector<GivenAnswer> standing;
  bool conflict = false;                ///< `standing` holds answers that judge differently
  std::vector<GivenAnswer> outdated;    ///< given under a checklist whose item has changed since
  std::vector<GivenAnswer> after_sign;  ///< by people who may not answer any more; do not count
  std::optional<Mark> disputed;         ///< and not answered or settled since
  int answers = 0;                      ///< lines, all of them

  bool answered() const { return !standing.empty(); }
};

using ItemStates = std::map<std::string, ItemState>;  ///< by item

/// A `check.begin`: with which checklist the check goes on from here.
struct Beginning {
  std::string person;
  Instant at;
  std::string version;
  std::string doc;
  std::optional<Date> on;      ///< 补录: the day of the visit
  std::set<std::string> redo;  ///< items that changed and have to be answered again
  std::string unplanned = {};  ///< why it is done outside the plan; empty: it is not
};

/// One check as the ledger's events leave it.
struct CheckState {
  CheckKey key;
  std::vector<Beginning> beginnings;  ///< the last one holds
  ItemStates items;
  std::optional<Mark> signed_off;
  std::optional<Mark> confirmed;
  std::optional<Instant> last_answer;
  std::optional<Instant> newest;      ///< of all its lines: what is recorded next comes later
  std::set<std::string> people = {};  ///< who began it or answered anything in it

  bool begun() const { return !beginnings.empty(); }
  const ItemState* find(std::string_view item) const;
  /// Answers changed after it was signed off, or after the branch confirmed it.
  bool changed_since(const std::optional<Mark>& mark) const;
};

/// Every check in the ledger, or only the one asked for. Depends only on the set of events: two
/// answers of one person are in the order of their lines; an item is in conflict while standing
/// answers differ in result, points, rules or value. In a self check the last answer
/// stands alone.
std::map<CheckKey, CheckState> fold_checks(const Ledger& ledger);
/// Those of the quarters from `first` to `last` alone.
std::map<CheckKey, CheckState> fold_checks(const Ledger& ledger, Quarter first, Quarter last);
CheckState fold_check(const Ledger& ledger, const CheckKey& key);

/// The day whose rules a check goes by: the day it began (or that its beginning names), or `today`;
/// never outside its quarter.
Date reference_day(const CheckState& state, const CheckKey& key, const Zone& zone, Date today);

/// Answers behind the signature that judge otherwise than what stands, and that nobody has settled
/// since: of each person the last.
std::vector<GivenAnswer> waiting_after_sign(const ItemState& item);

/// The evidence of all standing answers to an item: what a settlement rests on.
std::vector<std::string> evidence_given(const CheckState& state, std::string_view item);

/// The day of the last answer in the same check a quarter before; nothing where there is none.
std::optional<Date> asked_before(const Ledger& ledger, const Zone& zone, CheckKey key);

/// What was said of an item in an earlier quarter.
struct PreviousAnswer {
  Quarter quarter;
  Answer answer;
};

/// The last answer to each item of the same checklist at the same branch, from quarters before.
std::map<std::string, PreviousAnswer> previous_answers(const std::map<CheckKey, CheckState>& checks,
                                                       const CheckKey& key);

/// Items of `checklist` whose deviation at `branch` was accepted for that day (`waive.grant`).
std::set<std::string> waived_items(const std::vector<Waiver>& waivers, const Checklist& checklist,
                                   std::string_view branch, Date on);

}  // namespace sihu
