#pragma once

#include "document/organisation.hpp"
#include "review/sheet_rows.hpp"

#include <string>
#include <vector>

namespace sihu {

/// Sheets ready to fill in, one for each branch, with the anchors of the scale for the reader: in
/// YAML as comments, in CSV as rows that begin with `#`. Both are read back by `load_sheets`. The
/// CSV has a byte-order mark and CRLF, as spreadsheets like it, and with `for_others` a column
/// `person`.
struct SheetForm {
  SheetsFor sheets;
  std::vector<const Branch*> branches;
  bool sealed = false;
  bool for_others = false;
};
std::string yaml_sheets(const SheetForm& form, Lang lang);
std::string csv_sheets(const SheetForm& form, Lang lang);

/// What a criterion asks, in a line: `C1 按时办事（40%）：1 常拖延；5 从不拖延`.
Phrase criterion_words(const Criterion& criterion);

/// What the scores of the scale come to out of 100, since the lowest is not always nothing: `1 分算
/// 20 分，5 分算 100 分`.
Phrase scale_words(const Rubric& rubric);

/// Who will be able to read what is handed in.
Phrase secrecy_words(bool sealed);

}  // namespace sihu
