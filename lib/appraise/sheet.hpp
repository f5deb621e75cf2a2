#pragma once

#include "appraise/fill.hpp"
#include "appraise/rules.hpp"
#include "appraise/state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// Where an item's mark comes from.
enum class MarkOrigin {
  none,       ///< nobody gave one yet
  differs,    ///< scorers gave different ones, and nobody has decided
  hand,       ///< a scorer, or several the same
  decision,   ///< the committee decided between scorers
  filled,     ///< results of the quarters
  published,  ///< as it was made public
  appeal,     ///< a decision on an appeal
};

std::string_view to_string(MarkOrigin origin);
const Text& wording(MarkOrigin origin);

/// An item of somebody's appraisal.
struct AppraisedLine {
  const Item* item = nullptr;
  MarkOrigin origin = MarkOrigin::none;
  std::optional<AppraiseMark> mark;     ///< what counts; nothing: none yet, which is no 0
  std::optional<AppraiseMark> self;     ///< the person's own, which counts for nothing
  const AppraisedItem* said = nullptr;  ///< nullptr: nobody said anything
  const FilledMark* filled = nullptr;   ///< nullptr: no result fills it
  Rational scaled_points;               ///< its share of the area after rescaling; 0: out
  Rational scaled_earned;

  bool counts() const { return mark && mark->points; }
};

/// One of the areas.
struct AppraisedArea {
  std::string id;
  Phrase title;
  Rational points;                 ///< as the checklist has it
  Rational applicable;             ///< points of its items that have some; 0: nothing to score
  std::optional<Rational> earned;  ///< rescaled to `points`
  int done = 0;                    ///< items with a mark, not applicable ones among them
  int asked = 0;

  std::optional<Rational> percent() const;
};

/// Somebody's appraisal, item by item.
///
/// Items that do not apply leave their area, the rest is rescaled to its points; an area where
/// nothing is left leaves the sum. Items without a mark do neither: they are missing, the total is
/// provisional and speaks of the marked ones alone.
struct AppraiseSheet {
  std::vector<AppraisedLine> items;  ///< that are asked, in the checklist's order
  std::vector<AppraisedArea> areas;
  std::optional<Rational> areas_score;  ///< 0 to 100; nothing: nothing to score
  QuartersScore quarters;
  std::optional<Rational> quarters_today;  ///< once published: what they come to by now
  std::optional<Rational> total;           ///< 0 to 100, exact
  /// Of the person's own marks, 0 to 100, of items alone; nothing until all items have one.
  std::optional<Rational> self_score;
  int self_done = 0;  ///< items with a mark of the person's own
  Rational coverage;  ///< share of the points asked that have points given
  int done = 0;
  int asked = 0;
  int differing = 0;  ///< items on which scorers differ
  double error = 0;   ///< standard error of `total`, from how the items differ

  bool complete() const { return done == asked; }
  bool provisional() const { return !complete() || quarters.provisional(); }
  const AppraisedLine* find(std::string_view item) const;
};

/// What a sheet is made of.
struct SheetSources {
  const Checklist& checklist;
  const AppraiseRules& rules;
  const PersonAppraisal* file = nullptr;  ///< nullptr: the ledger has nothing
  const FilledMarks* filled = nullptr;    ///< nullptr: nothing is filled
  const QuartersScore* quarters = nullptr;
};

/// Items with points that apply to a branch on the last day of the half-year (`branch` nullptr: one
/// without tags). Before it is published a result of the quarters stands before a decision, that
/// before what scorers gave; afterwards what was published, but for decisions on appeals. A mark
/// above the item's points, as of an older checklist, is none.
AppraiseSheet appraise_sheet(const SheetSources& sources, const Branch* branch, HalfYear half);

/// The items that are asked of somebody of that branch.
std::vector<const Item*> appraised_items(const Checklist& checklist, const Branch* branch,
                                         HalfYear half);

}  // namespace sihu
