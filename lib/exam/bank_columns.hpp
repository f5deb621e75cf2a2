#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A column of the table, by its names; of `…-en` the one without it.
struct BankColumn {
  std::string_view en;
  std::string_view zh;
  bool two_languages = false;  ///< there is a column `…-en` beside it
};

/// The columns, in the order they are written; those of the options A to H are not among them.
const std::vector<BankColumn>& bank_columns();

/// The words by which `kind` tells what a row is, besides the kinds of questions.
inline constexpr BankColumn bank_row{"bank", "题库"};
inline constexpr BankColumn law_row{"law", "法规"};

/// One of several parts of a cell, and back: see `write_bank_csv`.
std::string cell_part(std::string_view text);
std::vector<std::string> parts_of_line(std::string_view line);

/// The English name of a column by either of its names, with its `-en`; empty when it is none.
std::string bank_column_of(std::string_view heading);

/// What `kind` says, as the English table has it: `单选题` and `单选` are `single`. What is none of
/// them stays as it is.
std::string row_kind_of(const std::string& text);

}  // namespace sihu
