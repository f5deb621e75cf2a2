#pragma once

#include "calendar/date.hpp"
#include "wording/text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sihu {

/// A word of a fixed list: programs read the stable `code`, people the words.
struct Coded {
  std::string code;
  Phrase words;

  friend bool operator==(const Coded&, const Coded&) = default;
};

/// One value of a table. What it looks like is the renderer's business.
using Value = std::variant<std::monostate,  // none: empty in CSV, null in JSON
                           std::string,     // an id or a data text, the same in both languages
                           Phrase,          // words of ours
                           Coded,           // words in a table and in Markdown, else the code
                           std::int64_t, Date,
                           std::vector<std::string>,  // by `;` (`\;` inside); JSON: an array
                           bool>;

struct Column {
  std::string key;  ///< stable English name: JSON key and CSV heading
  Phrase heading;   ///< for people
  enum class Align { left, right } align = Align::left;
  bool in_table = true;  ///< shown in the terminal table, in Markdown, on pages and sheets
  /// Columns it may be shortened down to when the window is narrow; 0: never. Of what stands to the
  /// right, numbers, only the heading is, whatever this says.
  int shrink = 0;
  bool in_data = true;               ///< written for programs: JSON, CSV, TSV
  std::vector<Phrase> choices = {};  ///< words a spreadsheet offers in it; empty: any text
  /// In a window too narrow for the table its cells stand below their rows, whole, short ones on
  /// one line; empty columns first, then the widest. When that is not enough, so do those of the
  /// other columns, the last first; the first never does.
  bool below = false;
};

/// The column with its cells below their rows where the window is narrow.
inline Column below_rows(Column column) {
  column.below = true;
  return column;
}

/// A list as every renderer takes it: rows have as many values as there are columns.
struct Table {
  Phrase title;  ///< a heading above it in Markdown, when not empty
  std::vector<Column> columns;
  std::vector<std::vector<Value>> rows;
};

enum class Format { table, json, jsonl, csv, tsv, md, html, xlsx, ics };

/// The format called `name`, or nothing.
std::optional<Format> parse_format(std::string_view name);

/// The format that a file name's ending asks for (`.json .jsonl .csv .tsv .md .html .xlsx .ics`,
/// and
/// `.txt` for a table), or nothing.
std::optional<Format> format_of_file(std::string_view file_name);

/// How a table is to be written.
struct Look {
  Lang lang = Lang::zh;
  int columns = 0;  ///< of the window; 0: as wide as needed
  bool color = false;
  bool crlf = false;  ///< CSV lines end in CR LF, as Excel writes them
};

/// The table in a format (not `ics`, nor `xlsx`, see `xlsx_of`). Aligned by display width; in CSV
/// and TSV a cell that a spreadsheet would run as a formula (`= + - @`, tab, CR at its start) gets
/// a `'` before it; control characters are shown, never sent to the terminal; `|` is escaped in
/// Markdown. JSON is an array of objects, JSON Lines an object a line. HTML is one page that needs
/// nothing else, neither the network nor its own script, which only sorts and filters. No rows: an
/// empty table format, `[]`, the head line in CSV, TSV and Markdown, a page that says so.
std::string render(const Table& table, Format format, const Look& look);

/// `text` as a JSON string with its quotes. Control characters and those that reorder text are
/// escaped, so that it is safe on a terminal; bytes that are not UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

/// A value as JSON has it.
std::string json_value(const Value& value, Lang lang);

}  // namespace sihu
