#include "report/renderers.hpp"

namespace sihu {
std::string markdown_text(std::string_view text) {
  static constexpr std::string_view special = "\\|`*_[]";
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "<br>";
    else if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (special.find(c) != std::string_view::npos)
      (out += '\\') += c;
    else
      out += c;
  }
  return out;
}

std::string render_markdown(const Table& table, const Look& look) {
  std::string out;
  if (!table.title.empty())
    out += "## " + markdown_text(visible_lines(table.title.in(look.lang))) + "\n\n";
  std::string rule = "|";
  out += '|';
  for (const Column& column : table.columns) {
    if (!column.in_table) continue;
    out += ' ' + markdown_text(column.heading.in(look.lang)) + " |";
    rule += column.align == Column::Align::right ? " ---: |" : " --- |";
  }
  out += '\n' + rule + '\n';
  for (const auto& row : table.rows) {
    out += '|';
    for (std::size_t i = 0; i < row.size(); ++i)
      if (table.columns[i].in_table)
        out += ' ' + markdown_text(visible_lines(text_for_people(row[i], look.lang))) + " |";
    out += '\n';
  }
  return out;
}

}  // namespace sihu
