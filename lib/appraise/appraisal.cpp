#include "appraise/appraisal.hpp"

#include <algorithm>

namespace sihu {
namespace {

// Best first; those under a veto take no place.
std::vector<AppraiseRow*> candidates(std::vector<AppraiseRow>& rows) {
  std::vector<AppraiseRow*> found;
  for (AppraiseRow& row : rows) {
    if (!row.rank || row.grade != AppraiseGrade::excellent) continue;
    if (row.entry.veto)
      row.held = HeldBack::vetoed;
    else
      found.push_back(&row);
  }
  return found;
}

// Equals at the line: the committee's decisions hold if they fill the places exactly, or leave some
// empty to whom nobody is left out.
void share_out(const std::vector<AppraiseRow*>& equals, int places) {
  const auto chosen = std::ranges::count_if(
      equals, [](const AppraiseRow* row) { return row->entry.within_quota == true; });
  for (AppraiseRow* row : equals) {
    if (chosen != places)
      row->held = HeldBack::undecided;
    else if (row->entry.within_quota != true)
      row->held = HeldBack::decided;
  }
}

// Places go by what is published, from the best down.
void apply_quota(Appraisal& appraisal) {
  const auto all = candidates(appraisal.rows);
  int left = appraisal.places;
  for (std::size_t i = 0; i < all.size();) {
    std::vector<AppraiseRow*> equals;
    for (std::size_t j = i; j < all.size() && all[j]->shown == all[i]->shown; ++j)
      equals.push_back(all[j]);
    i += equals.size();
    const int number = static_cast<int>(equals.size());
    if (number <= left) {
      left -= number;
      continue;
    }
    if (left == 0) {
      for (AppraiseRow* row : equals) row->held = HeldBack::no_place;
      continue;
    }
    share_out(equals, left);
    appraisal.tied_places = left;
    left = 0;
  }
  for (AppraiseRow& row : appraisal.rows)
    if (row.held != HeldBack::no) row.grade = AppraiseGrade::good;
}

// The ranges of a tally by standard errors, for people.
void add_person_ranges(Appraisal& appraisal) {
  // One item says nothing of how items differ, and a range without doubt would be a lie.
  const bool known = std::ranges::all_of(appraisal.rows, [](const AppraiseRow& row) {
    return !row.rank || std::ranges::count_if(row.entry.sheet.items, &AppraisedLine::counts) > 1;
  });
  if (!known) return;
  Tally tally;
  for (const AppraiseRow& row : appraisal.rows) {
    tally.rows.emplace_back();
    tally.rows.back().total = row.entry.sheet.total;
    tally.rows.back().error = row.entry.sheet.error;
    tally.rows.back().rank = row.rank;
  }
  add_ranges_by_errors(tally);
  for (std::size_t i = 0; i < tally.rows.size(); ++i) appraisal.rows[i].range = tally.rows[i].range;
}

}  // namespace

std::optional<Rational> AppraiseRow::change(Halves halves) const {
  if (!entry.earlier || !entry.sheet.total) return std::nullopt;
  return entry.sheet.total->to_places(2, halves) - entry.earlier->to_places(2, halves);
}

const AppraiseRow* Appraisal::find(std::string_view person) const {
  const auto found = std::ranges::find_if(
      rows, [&](const AppraiseRow& row) { return row.entry.person->id == person; });
  return found == rows.end() ? nullptr : &*found;
}

int Appraisal::ranked() const {
  return static_cast<int>(
      std::ranges::count_if(rows, [](const AppraiseRow& row) { return row.rank.has_value(); }));
}

bool Appraisal::undecided() const {
  return std::ranges::any_of(
      rows, [](const AppraiseRow& row) { return row.held == HeldBack::undecided; });
}

bool Appraisal::incomplete() const {
  return undecided() || std::ranges::any_of(rows, [](const AppraiseRow& row) {
           return !row.entry.sheet.complete() || row.entry.sheet.provisional();
         });
}

Appraisal make_appraisal(HalfYear half, const AppraiseRules& rules,
                         std::vector<AppraiseEntry> entries) {
  std::ranges::sort(entries, {}, [](const AppraiseEntry& entry) { return entry.person->id; });
  std::vector<Contender> contenders;
  for (const AppraiseEntry& entry : entries)
    contenders.push_back({entry.sheet.total, entry.sheet.coverage, false, {}});
  RankRules ranking;
  ranking.halves = rules.halves;
  ranking.numbers = rules.numbers;
  Appraisal appraisal{half, rules, {}, 0, 0};
  for (const RankLine& line : rank(contenders, ranking)) {
    AppraiseRow row{
        std::move(entries[line.contender]), line.shown, line.rank, line.why, {}, {}, HeldBack::no};
    if (row.rank) row.grade = rules.band(row.entry.sheet.total->to_places(2, rules.halves));
    appraisal.rows.push_back(std::move(row));
  }
  appraisal.places = rules.places(appraisal.ranked());
  apply_quota(appraisal);
  add_person_ranges(appraisal);
  return appraisal;
}

bool meets_commendation(const AppraiseRow& row, const AppraiseSettings& settings) {
  if (!row.grade || row.entry.veto || !row.entry.sheet.complete()) return false;
  if (settings.commend_no_overdue && row.entry.overdue > 0) return false;
  return *row.grade <= settings.commend_grade;
}

std::vector<const AppraisedArea*> weak_areas(const AppraiseRow& row,
                                             const AppraiseSettings& settings) {
  std::vector<const AppraisedArea*> weak;
  for (const AppraisedArea& area : row.entry.sheet.areas) {
    const auto percent = area.percent();
    if (percent && *percent < settings.help_below) weak.push_back(&area);
  }
  return weak;
}

std::vector<const Person*> appraised_people(const Organisation& organisation,
                                            const AppraiseSettings& settings,
                                            const AppraiseState& state, Date today) {
  const Date on = std::min(today, state.half.last_day());
  std::vector<const Person*> people;
  for (const Person& person : organisation.people) {
    const PersonAppraisal* file = state.find(person.id);
    const bool asked = state.publication ? file && file->published
                                         : std::ranges::any_of(settings.who, [&](RoleName role) {
                                             return person.has_role(role, on);
                                           });
    if (asked) people.push_back(&person);
  }
  return people;
}

}  // namespace sihu
