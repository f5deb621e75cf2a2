#pragma once

#include "report/table.hpp"

#include <string>
#include <string_view>

namespace sihu {

// One renderer per format; `render` chooses. What each writes is told at `render`.

std::string render_terminal(const Table& table, const Look& look);
std::string render_json(const Table& table, const Look& look);
std::string render_json_lines(const Table& table, const Look& look);
std::string render_csv(const Table& table, const Look& look);
std::string render_tsv(const Table& table, const Look& look);
std::string render_markdown(const Table& table, const Look& look);
std::string render_html(const Table& table, const Look& look);

/// A table with its heading, of level 1 or 2, as a part of a page; without rows it says so.
std::string html_table(const Table& table, Lang lang, int level);

/// A page of such parts, in the style of lists; without a title it has a common one.
std::string list_page(const Phrase& title, const std::string& body, Lang lang);

/// A value as plain text for people, control characters not yet shown.
std::string text_for_people(const Value& value, Lang lang);

/// A value as plain text for programs, control characters not yet shown.
std::string text_for_programs(const Value& value, Lang lang);

/// A text as a cell of CSV or TSV.
std::string separated_cell(std::string_view text, Format format);

/// A text of which nothing becomes markup, neither Markdown's nor HTML's.
std::string markdown_text(std::string_view text);

/// As `visible`, but line feeds stay.
std::string visible_lines(std::string_view text);

}  // namespace sihu
