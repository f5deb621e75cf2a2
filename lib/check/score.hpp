#pragma once

#include "check/judge.hpp"
#include "check/state.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What a check is scored by, besides the answers.
struct ScoreBasis {
  const Checklist& checklist;
  const Branch& branch;
  Date on;                            ///< the day whose items and rules hold (`reference_day`)
  std::set<std::string> waived = {};  ///< items whose deviation was accepted; vetoes can't be
};

/// One item of a score.
struct ItemLine {
  const Item* item = nullptr;
  std::optional<Answer> answer;  ///< nothing: unanswered; in conflict: the one with fewer points
  std::size_t counting = 0;      ///< which of the item's standing answers that is
  bool waived = false;
  bool conflict = false;
  bool counts = false;     ///< in the denominator: neither not applicable nor waived
  Rational lost;           ///< of the item's own points
  Rational earned;         ///< of the item's own points; unanswered: 0
  Rational scaled_points;  ///< its share of the area after rescaling
  Rational scaled_earned;

  bool finding() const { return answer && is_finding(*item, *answer); }
};

/// One area of a score. A checklist without areas has one, with an empty id.
struct AreaLine {
  std::string id;
  Phrase title;
  Rational points;      ///< as the checklist has it
  Rational applicable;  ///< points of its items that count; 0: the area leaves the full
  Rational earned;      ///< rescaled to `points`
};

/// The score of a check, exact; round it once, when it is shown.
///
/// Items that are not applicable or waived are taken out of their area and the rest is rescaled to
/// the area's points; an area where nothing is left leaves the full. Unanswered items stay in and
/// earn nothing. A veto item that failed makes the total 0 (`fail-all`), with what it would have
/// been in `underlying`.
struct Score {
  std::optional<Rational> total;       ///< nothing: there is nothing to score
  std::optional<Rational> underlying;  ///< the total but for vetoes
  Rational full;                       ///< points of the areas that count
  std::vector<std::string> vetoes;     ///< items that failed everything
  int done = 0;
  int asked = 0;      ///< items that are asked at this branch
  int conflicts = 0;  ///< items whose answers differ
  std::vector<AreaLine> areas;
  std::vector<ItemLine> items;  ///< in the checklist's order, only those asked or waived

  bool complete() const { return done == asked; }
  /// Not to be relied on yet: something is unanswered or in conflict.
  bool provisional() const { return !complete() || conflicts > 0; }
  int percent_done() const { return asked == 0 ? 100 : done * 100 / asked; }
};

/// By the standing answers of the items. `mended`: the id of an item to be taken as met in full,
/// whatever was answered.
Score score_check(const ScoreBasis& basis, const ItemStates& items, std::string_view mended = {});

/// The items that are asked: they apply to the branch on that day and are not waived.
std::vector<const Item*> asked_items(const ScoreBasis& basis);

/// Why an item is not asked; empty when it is.
Phrase why_not_asked(const ScoreBasis& basis, const Item& item);

/// Whether an accepted deviation takes the item out.
bool is_waived(const ScoreBasis& basis, const Item& item);

}  // namespace sihu
