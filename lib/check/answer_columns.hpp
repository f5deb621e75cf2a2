#pragma once

#include "wording/text.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A column of a sheet of answers: its key, as files for programs have it, and its heading.
struct AnswerSheetColumn {
  std::string_view key;
  Text heading;
  bool for_reader = false;  ///< there to be read; what stands in it is not taken
};

/// `item title standard max result points rule value existed note evidence check`, in this order.
std::span<const AnswerSheetColumn> answer_sheet_columns();

/// The key of a heading in either language, or of a key; another heading is given back as it is.
std::string answer_key(std::string_view heading);

/// The words that a sheet offers in a column, `result` and `existed`; none: any text.
std::vector<Phrase> answer_choices(std::string_view key);

/// A cell of a column as files of answers have it: `通过` and `pass` are `pass`, `没有` is `no`;
/// the rules `late＊2；short` are `late*2;short`, and so are the signs between files. What is
/// neither is given back as it is.
std::string answer_code(std::string_view key, std::string text);

}  // namespace sihu
