#pragma once

#include <string>
#include <string_view>

namespace sihu {

/// A cell of comma-separated values, quoted where it has to be; what a spreadsheet would run as a
/// formula (`= + - @`, tab, CR at its start) gets a `'` before it.
std::string sheet_cell(std::string text);

/// What a cell that people gave back was before that `'` was put there.
std::string without_sheet_guard(std::string text);

/// Without the blanks around it.
std::string trimmed_cell(std::string_view text);

/// How rows that people filled in are written.
enum class WrittenFormat { yaml, json, csv };

/// By the ending of `name`; else by how `text` begins.
WrittenFormat guess_written_format(std::string_view name, std::string_view text);

}  // namespace sihu
