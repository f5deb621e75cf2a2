#pragma once

#include "calendar/period.hpp"
#include "review/spread.hpp"
#include "statistics/rank_sets.hpp"
#include "tally/rules.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What is known of one branch in a quarter.
struct TallyEntry {
  std::string branch;
  Phrase name;
  PerComponent<std::optional<Rational>> scores;  ///< 0 to 100; nothing: missing or not applicable
  PerComponent<double> errors;                   ///< standard errors of the scores; 0: not known
  ReviewErrorFrom review_error_from = ReviewErrorFrom::own;  ///< of that of the reviews
  Rational inspected{1};            ///< share of what was to be checked, by points
  int done = 0;                     ///< items answered in its checks
  int asked = 0;                    ///< items asked in them
  bool provisional = false;         ///< its check is not complete, or in conflict
  std::vector<std::string> vetoes;  ///< items that failed everything
  int inspections = 0;              ///< that branches are to make for themselves; 0: together
  int inspections_done = 0;         ///< of these complete
  std::vector<std::string> not_begun = {};  ///< who has begun none of its own: `zb03`, `zb03 dues`
};

/// What a branch had in the quarter before, by the same rules.
struct EarlierResult {
  std::optional<Rational> total;
  std::optional<int> rank;
  std::optional<std::vector<Component>> parts = {};  ///< `parts_of` its row; nothing: not known
};

/// A branch in the list.
struct TallyRow {
  TallyEntry entry;
  std::optional<Rational> total;  ///< exact; nothing where too little applies
  std::string shown;              ///< the total as published, rounded once; empty: there is none
  Rational coverage;              ///< share of the weights in use that applies to it, 0 to 1
  std::optional<int> rank;
  Unranked why = Unranked::no;   ///< why it has no rank
  double error = 0;              ///< standard error of the total
  std::optional<RankSet> range;  ///< ranks it may have just as well
  std::optional<EarlierResult> earlier;
};

/// What a component weighs, and what it really decides.
struct ComponentLine {
  Component component = Component::check;
  Rational declared;                ///< as in the rules
  std::optional<Rational> nominal;  ///< share of the weights in use; nothing: nobody has it
  std::optional<Rational>
      effective;                   ///< share of what decides; these add up to 1; nothing: unknown
  std::optional<Rational> lowest;  ///< of those who are ranked
  std::optional<Rational> highest;

  /// All who are ranked and have it have the same: it decides nothing.
  bool is_flat() const { return lowest && lowest == highest; }
  bool is_absent() const { return !nominal; }
};

/// A quarter added up.
struct Tally {
  Quarter quarter;
  TallyRules rules;
  std::vector<TallyRow> rows;             ///< ranked ones first, by rank, then by id
  std::vector<ComponentLine> components;  ///< those with a weight, in their order
  int compared = 0;                       ///< ranked branches with all parts: behind `effective`

  const TallyRow* find(std::string_view branch) const;
};

/// Adds up and ranks. Depends on the set of entries alone, so that tallies of disjoint branches,
/// brought together, are the tally of all.
///
/// The total is 100 Σ w s / Σ w 100 over what applies to the branch. A part that nobody has leaves
/// the weights; where less than .8 of the rest applies to a branch it has no total and no rank, and
/// a check covers as much of its weight as was inspected of what is asked; a veto leaves the total
/// and takes the rank. Ranks go by the total as it is published, then by the tie-breaks as they are
/// published, of which one that any of the equals lacks is passed over; then they are shared. A
/// part breaks ties with or without a weight.
Tally make_tally(Quarter quarter, const TallyRules& rules, std::vector<TallyEntry> entries);

/// Puts the results of the quarter before beside the rows.
void add_earlier(Tally& tally, const Tally& earlier);

/// What a branch's total is made of, in the order of the components.
std::vector<Component> parts_of(const Tally& tally, const TallyRow& row);

/// Whether anything keeps the ranking from being final: a provisional score, or a branch without a
/// rank.
bool is_incomplete(const Tally& tally);

}  // namespace sihu
