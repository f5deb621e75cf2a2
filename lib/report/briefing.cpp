#include "report/briefing.hpp"

#include "base/utf8.hpp"
#include "report/html_page.hpp"
#include "report/renderers.hpp"
#include "wording/width.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::string wrapped(const std::string& line, const Look& look) {
  const std::string shown = visible(line);
  if (look.columns < 2) return shown + '\n';
  std::string text;
  for (const std::string& part : wrap(shown, look.columns)) text += part + '\n';
  return text;
}

std::string notes_for_terminal(const Briefing& briefing, const Look& look) {
  std::string text;
  for (const BriefingNote& note : briefing.notes) {
    text += wrapped(note.text.in(look.lang), look);
    for (const std::string& one : note.under) text += wrapped("  - " + one, look);
  }
  return text;
}

std::string notes_as_markdown(const Briefing& briefing, Lang lang) {
  std::string text;
  for (const BriefingNote& note : briefing.notes) {
    text += "- " + markdown_text(visible(note.text.in(lang))) + '\n';
    for (const std::string& one : note.under) text += "  - " + markdown_text(visible(one)) + '\n';
  }
  return text;
}

std::string notes_as_html(const Briefing& briefing, Lang lang) {
  if (briefing.notes.empty()) return {};
  std::string text = "<ul>\n";
  for (const BriefingNote& note : briefing.notes) {
    text += "<li>" + html_text(note.text.in(lang));
    if (!note.under.empty()) text += "\n<ul>\n";
    for (const std::string& one : note.under) text += "<li>" + html_text(one) + "</li>\n";
    if (!note.under.empty()) text += "</ul>\n";
    text += "</li>\n";
  }
  return text + "</ul>\n";
}

std::string titled(const Table& table, Format format, const Look& look) {
  const std::string title = format == Format::table ? visible(table.title.in(look.lang)) : "";
  return (title.empty() ? title : title + '\n') + render(table, format, look);
}

std::string render_page(const Briefing& briefing, Lang lang) {
  std::string body;
  for (const Table& table : briefing.tables)
    if (!table.rows.empty() || &table == &briefing.tables.front())
      body += html_table(table, lang, body.empty() ? 1 : 2);
  return list_page(briefing.tables.front().title, body + notes_as_html(briefing, lang), lang);
}

}  // namespace

void Briefing::say(const std::vector<Phrase>& phrases) {
  for (const Phrase& phrase : phrases) notes.push_back({phrase});
}

bool is_for_people(Format format) {
  return format == Format::table || format == Format::md || format == Format::html ||
         format == Format::xlsx;
}

std::string render(const Briefing& briefing, Format format, const Look& look) {
  if (format == Format::html) return render_page(briefing, look.lang);
  std::string text;
  for (const Table& table : briefing.tables)
    if (!table.rows.empty() || text.empty())
      text += (text.empty() ? "" : "\n") + titled(table, format, look);
  const std::string notes = format == Format::md ? notes_as_markdown(briefing, look.lang)
                                                 : notes_for_terminal(briefing, look);
  return notes.empty() ? text : text + '\n' + notes;
}

}  // namespace sihu
