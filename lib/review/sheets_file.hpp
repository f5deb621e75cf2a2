#pragma once

#include "document/organisation.hpp"
#include "gate/sheet_cell.hpp"
#include "review/sheet.hpp"
#include "review/sheet_rows.hpp"
#include "wording/result.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A sheet that is to be handed in.
struct NewSheet {
  SheetKey key;
  ReviewSheet sheet;
  Place place = {};  ///< where it is written, if it is
};

/// A file of sheets, judged as a whole.
struct SheetsFile {
  std::vector<NewSheet> sheets;
  int unfilled = 0;  ///< rows without any score or comment: skipped
};

/// Who fills in a file: sheets without `person` are this person's.
struct SheetsScene {
  SheetsFor sheets;
  const Organisation& organisation;
  std::string person;
  /// What a rule says against the sheet with this key, or nothing; nullptr: no rule is asked.
  std::function<std::optional<Fault>(const SheetKey&)> refusal = nullptr;
};

/// Reads a file of sheets. YAML and JSON: a list of rows, or `sheets:` with such a list beside
/// `quarter` and `rubric`, which then must be the ones asked for. CSV: a heading with the same
/// names. A row: `branch`, a score for each criterion, `comment`; `person` for whom it is handed
/// in; `name` is for the reader. `text` is UTF-8.
///
/// All faults at once, `Kind::input`: unknown columns, branches and people with the nearest, scores
/// that are missing or outside the scale, a sheet twice, comments too long to be sealed, nothing
/// filled in. Where there is one, what `refusal` says is added, so that all of a file is known at
/// once; a file that is well formed comes back as it is, and is refused when it is handed in. No
/// fault quotes its line, which would show who gave what.
Result<SheetsFile> load_sheets(std::string_view text, std::string_view name, WrittenFormat format,
                               const SheetsScene& scene);

/// A score as somebody wrote it, or what is wrong with it.
Result<Rational> read_score(const Rubric& rubric, std::string_view text);

}  // namespace sihu
