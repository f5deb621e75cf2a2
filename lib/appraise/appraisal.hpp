#pragma once

#include "appraise/sheet.hpp"
#include "statistics/rank_sets.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What is known of one person in a half-year.
struct AppraiseEntry {
  const Person* person = nullptr;
  AppraiseSheet sheet;
  std::optional<AppraiseVeto> veto = {};
  std::optional<bool> within_quota = {};  ///< what the committee decided at the quota's line
  bool newcomer = false;                  ///< since that half-year (新人)
  int overdue = 0;                        ///< problems to answer for that are overdue today
  int open_appeals = 0;
  std::optional<Rational> earlier = {};  ///< the own total of the half-year before
};

/// Why somebody in the band of 优秀 is not excellent.
enum class HeldBack {
  no,
  vetoed,     ///< by a formal decision
  no_place,   ///< the quota is used up by better ones
  undecided,  ///< equals meet the quota's line, and nobody has decided
  decided,    ///< the committee decided for others of them
};

/// Somebody in the list.
struct AppraiseRow {
  AppraiseEntry entry;
  std::string shown;  ///< the total as published, rounded once; empty: there is none
  std::optional<int> rank;
  Unranked why = Unranked::no;
  std::optional<RankSet> range;  ///< ranks the person may have just as well
  std::optional<AppraiseGrade> grade;
  HeldBack held = HeldBack::no;

  /// Against the own half-year before.
  std::optional<Rational> change(Halves halves) const;
};

/// A half-year appraised.
struct Appraisal {
  HalfYear half;
  AppraiseRules rules;
  std::vector<AppraiseRow> rows;  ///< ranked ones first, by rank, then by id
  int places = 0;                 ///< how many may be excellent
  int tied_places = 0;            ///< places that equals at the quota's line have among them

  const AppraiseRow* find(std::string_view person) const;
  int ranked() const;
  /// Somebody has no complete appraisal, or nobody has decided among equals at the line.
  bool incomplete() const;
  bool undecided() const;
};

/// Ranks, grades and ranges. Depends on the set of entries alone.
///
/// Ranks go by the total as it is published and are shared by equals; somebody of whom less than .8
/// of the points could be given has no rank. 优秀 needs the band and a place within the quota;
/// where equals stand on both sides of its line none of them has one, until the committee has
/// decided for exactly as many as there are places. Who is vetoed takes no place. Ranges are by
/// standard errors, from how each person's items differ.
Appraisal make_appraisal(HalfYear half, const AppraiseRules& rules,
                         std::vector<AppraiseEntry> entries);

/// Whether somebody meets the organisation's own rule for being commended: complete, ranked, the
/// grade, no veto, nothing overdue where that is asked.
bool meets_commendation(const AppraiseRow& row, const AppraiseSettings& settings);

/// Areas of somebody, those that are scored, below `help-below` percent.
std::vector<const AppraisedArea*> weak_areas(const AppraiseRow& row,
                                             const AppraiseSettings& settings);

/// Who is appraised: people with one of the roles of `who:` on the last day of the half-year, or
/// `today` if that comes first; once it is published those of whom it says something. In the order
/// of sihu.yaml.
std::vector<const Person*> appraised_people(const Organisation& organisation,
                                            const AppraiseSettings& settings,
                                            const AppraiseState& state, Date today);

}  // namespace sihu
