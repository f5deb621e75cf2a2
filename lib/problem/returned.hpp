#pragma once

#include "problem/life.hpp"
#include "problem/rectification.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

// A rectification ledger (整改台账) that people filled in and gave back.

/// A cell as it was filled in, without the blanks around it; never empty.
struct ReturnedCell {
  std::string text;
  Place place;
};

/// A row, its cells by the keys of `rectification_table`; only those with content, also those that
/// are only there to be read.
struct ReturnedRow {
  Place place;
  std::map<std::string, ReturnedCell, std::less<>> cells;

  /// The text under `key`, or an empty one; and where it stands, else the row.
  const std::string& text(std::string_view key) const;
  const Place& place_of(std::string_view key) const;
  /// Whether it has anything that is taken.
  bool asks() const;
};

/// The columns that are taken; all others are there to be read.
bool is_taken_back(std::string_view key);

/// A step that a row asks for.
struct ReturnedStep {
  std::string id;  ///< the problem's, as the row has it
  Step step;
  Place place;                     ///< of the cell that asks for it
  std::vector<std::string> files;  ///< of evidence, as they were typed
};

/// What rows ask for, and how it is recorded.
struct ReturnedPlan {
  std::vector<ReturnedStep> steps;
  std::vector<Draft> drafts;  ///< of all steps, in the order in which they are recorded
  /// Warnings, at their cells: what stood there once and no longer does (`stale-cell`), and what
  /// was written into a column that is only there to be read (`fixed-cell`), is not taken.
  std::vector<Fault> warnings;
};

/// What a plan is judged by.
struct ReturnedScene {
  const Ledger& ledger;
  const Zone& zone;
  const Person& person;
  Judgement judgement;
  std::string file;  ///< for the reason of what was done on an earlier day
  /// The name a file of evidence is kept by (`<sha256>.<ext>`), or what is wrong with it.
  std::function<Result<std::string>(const std::string& typed)> evidence_name;
};

/// The steps that turn the present state into what the rows say, each judged by the rules of
/// `take_shared_step` as it stands after those before it: owner (assign), notes by their kinds,
/// 延期至 (extend), 完成情况 with 完成日期 and 佐证材料 (submit), 复核结论 (verify, reject). 备注
/// is the reason of an extension, the words of a decision, else a note. An empty cell asks for
/// nothing, and so does one that says what the ledger says: the same rows again ask for nothing.
/// A conclusion that was reached before is an old one unless the row is of the submission that
/// waits: it has that one's day, after the last decision, or words that only that one has.
///
/// Every fault of all rows at once, at their cells. `Kind::input`: an id that is unknown or there
/// twice, a person, a date, a conclusion or a file of evidence that can't be read, or a step that
/// lacks something; else `Kind::refused` where a rule says no. They name columns, not flags.
Result<ReturnedPlan> plan_returned(const std::vector<ReturnedRow>& rows,
                                   const ReturnedScene& scene);

/// A day as people write it in cells: `2026-10-05`, `2026/10/5`, `2026.10.5`, `2026年10月5日`, also
/// with a time behind it.
std::optional<Date> written_date(std::string_view text);

}  // namespace sihu
