#pragma once

#include "check/score.hpp"
#include "gate/csv.hpp"
#include "gate/sheet_cell.hpp"
#include "wording/result.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// One row of a file of answers that was accepted.
struct AnswerRow {
  std::string item;
  Answer answer;  ///< completed; its evidence still is paths as written
  Place place;    ///< of the row
};

/// A file of answers, judged as a whole.
struct AnswersFile {
  std::vector<AnswerRow> rows;
  int unanswered = 0;  ///< rows without a result: skipped
};

/// What is wrong with an evidence path as it was written, or nothing; its place is filled in here.
using EvidenceCheck = std::function<std::optional<Fault>(const std::string& path)>;

/// Reads a file of answers and judges every row against the checklist.
///
/// YAML and JSON: a list of rows, or `answers:` with such a list beside `quarter`, `branch`,
/// `checklist` and `self`, which then must be those of the check. CSV: a heading with the same
/// names, or those of the form as a workbook (`answer_sheet_columns`), in any order. A row: `item
/// result points rule value existed note evidence`; `check`, if given, is the check's subject
/// (`26Q4/zb05/dues`); `title standard max` are for the reader and ignored. A row with an empty
/// result is unanswered and must say nothing else. `text` is UTF-8.
///
/// All faults of the file at once, `Kind::input`: unknown keys, items and rules with the nearest
/// known ones, a file without any answer, rows twice, items that are not asked at this branch, and
/// everything that `judge_answer` and `evidence` object to.
Result<AnswersFile> load_answers(std::string_view text, std::string_view name, WrittenFormat format,
                                 const CheckKey& key, const ScoreBasis& basis,
                                 const EvidenceCheck& evidence = {});

/// The same of a sheet that was read from a workbook; `name` is what it is called.
Result<AnswersFile> load_answers(const Sheet& sheet, std::string_view name, const CheckKey& key,
                                 const ScoreBasis& basis, const EvidenceCheck& evidence = {});

}  // namespace sihu
