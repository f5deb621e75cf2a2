#include "base/utf8.hpp"
#include "report/renderers.hpp"

#include <algorithm>

namespace sihu {
namespace {

// Spreadsheets run such a cell as a formula: see OWASP, "CSV Injection".
bool looks_like_formula(std::string_view cell) {
  static constexpr std::string_view starts = "=+-@\t\r";
  return !cell.empty() && starts.find(cell.front()) != std::string_view::npos;
}

// `-0.319`, `+9.50`: a spreadsheet takes it for what it is, and a program needs it as it is.
bool is_signed_number(std::string_view cell) {
  if (cell.size() < 2 || (cell[0] != '-' && cell[0] != '+')) return false;
  const std::string_view digits = cell.substr(1);
  return digits.find_first_not_of("0123456789.") == std::string_view::npos &&
         std::ranges::count(digits, '.') <= 1 && digits.front() != '.' && digits.back() != '.';
}

std::string neutral(std::string text) {
  if (looks_like_formula(text) && !is_signed_number(text)) text.insert(0, "'");
  return text;
}

// Numbers of ours may begin with a minus; only texts can be somebody's formula.
std::string neutral_text(const Value& value, Lang lang) {
  std::string text = text_for_programs(value, lang);
  return std::holds_alternative<std::int64_t>(value) ? text : neutral(std::move(text));
}

std::string csv_cell(std::string_view text) {
  // Line feeds stay, inside quotes (RFC 4180); no other control character does.
  std::string cell = visible_lines(text);
  if (cell.find_first_of(",\"\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string tsv_cell(std::string_view text) {
  return visible(text);
}

struct Dialect {
  char separator;
  std::string (*cell)(std::string_view);
  std::string_view ending = "\n";
};

std::string joined_line(const std::vector<std::string>& cells, const Dialect& dialect) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += dialect.separator;
    line += cells[i];
  }
  return line.append(dialect.ending);
}

std::string render_separated(const Table& table, Lang lang, const Dialect& dialect) {
  std::vector<std::string> keys;
  for (const Column& column : table.columns)
    if (column.in_data) keys.push_back(dialect.cell(column.key));
  std::string out = joined_line(keys, dialect);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (table.columns[i].in_data) cells.push_back(dialect.cell(neutral_text(row[i], lang)));
    out += joined_line(cells, dialect);
  }
  return out;
}

}  // namespace

std::string separated_cell(std::string_view text, Format format) {
  const std::string cell = neutral(std::string(text));
  return format == Format::csv ? csv_cell(cell) : tsv_cell(cell);
}

std::string render_csv(const Table& table, const Look& look) {
  return render_separated(table, look.lang, {',', csv_cell, look.crlf ? "\r\n" : "\n"});
}

std::string render_tsv(const Table& table, const Look& look) {
  return render_separated(table, look.lang, {'\t', tsv_cell});
}

}  // namespace sihu
