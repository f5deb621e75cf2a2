#include "report/html_page.hpp"
#include "report/renderers.hpp"

#include <algorithm>

namespace sihu {
namespace {

// Colours are the reader's (light or dark) and have at least 7:1 of contrast; on a phone each row
// is a card, on paper the heading comes again on each page and everything fits its width: what is
// beside the paper would be lost, so that words break anywhere and many columns are in small type.
constexpr const char* list_style =
    R"(:root { color-scheme: light dark; --line: #999; --head: #eef1f5; --even: #f7f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #777; --head: #2b3036; --even: #202327; } }
body { font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 1rem; line-height: 1.5; }
h1 { font-size: 1.3rem; }
h2 { font-size: 1.1rem; margin-top: 1.5rem; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
thead th { background: var(--head); position: sticky; top: 0; }
tbody tr:nth-child(even) { background: var(--even); }
td:not(.n) { min-width: 4em; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead button { font: inherit; font-weight: bold; color: inherit; background: none; border: 0; padding: 0; text-align: inherit; cursor: pointer; }
[aria-sort=ascending] button::after { content: " \25B2"; }
[aria-sort=descending] button::after { content: " \25BC"; }
.tools { margin: .5rem 0; }
.tools input { font: inherit; padding: .25rem .5rem; }
@media screen and (max-width: 40rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { border: 1px solid var(--line); border-radius: .4rem; margin-bottom: .6rem; padding: .3rem .6rem; }
  td, td.n { border: 0; min-width: 0; padding: .1rem 0; text-align: left; white-space: normal; }
  td:empty { display: none; }
  td::before { content: attr(data-head) "  "; font-weight: bold; }
}
@media print {
  @page { size: A4 landscape; margin: 15mm; }
  body { margin: 0; font-size: 9pt; }
  .tools { display: none; }
  thead { display: table-header-group; }
  thead th { position: static; }
  tr { break-inside: avoid; }
  th, td { overflow-wrap: anywhere; }
  .wide { font-size: 7pt; width: 100%; }
  .widest { font-size: 5.5pt; width: 100%; }
  :is(.wide, .widest) :is(th, td) { padding: .1em .2em; line-height: 1.25; }
  :is(.wide, .widest) th { white-space: normal; }
  :is(.wide, .widest) td:not(.n) { min-width: 3em; }
}
)";

// Sorting by a heading and filtering by a text; without it the table is read as it is.
constexpr const char* list_script =
    R"(const number = text => /^-?[0-9]+([.][0-9]+)?$/.test(text) ? Number(text) : NaN;
function compare(a, b) {
  const x = number(a), y = number(b);
  return isNaN(x) || isNaN(y) ? a.localeCompare(b, document.documentElement.lang, {numeric: true}) : x - y;
}
function sortable(table, rows) {
  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = table.dataset.sort;
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", sign < 0 ? "descending" : "ascending");
      rows.sort((a, b) => sign * compare(a.cells[place].textContent, b.cells[place].textContent));
      table.tBodies[0].append(...rows);
    });
  });
}
function filtered(table, rows) {
  const tools = document.createElement("p");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const count = document.createElement("span");
  tools.className = "tools";
  input.type = "search";
  count.setAttribute("role", "status");
  label.append(table.dataset.filter + " ", input);
  tools.append(label, " ", count);
  table.before(tools);
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = wanted === "" ? "" : shown + " / " + rows.length;
  });
}
for (const table of document.querySelectorAll("table")) {
  const rows = Array.from(table.tBodies[0].rows);
  sortable(table, rows);
  if (rows.length > 10) filtered(table, rows);
}
)";

std::string cell_class(const Column& column) {
  return column.align == Column::Align::right ? " class=\"n\"" : "";
}

// How many columns A4 lying across has room for: in ordinary type, and in small type.
constexpr std::ptrdiff_t most_columns = 12;
constexpr std::ptrdiff_t most_small_columns = 20;

std::string width_class(const Table& table) {
  const auto shown = std::ranges::count_if(table.columns, &Column::in_table);
  if (shown > most_small_columns) return " class=\"widest\"";
  return shown > most_columns ? " class=\"wide\"" : "";
}

std::string head_row(const Table& table, Lang lang) {
  std::string out = "<thead>\n<tr>";
  for (const Column& column : table.columns)
    if (column.in_table)
      out += "<th scope=\"col\"" + cell_class(column) + ">" + html_text(column.heading.in(lang)) +
             "</th>";
  return out + "</tr>\n</thead>\n";
}

void add_row(std::string& out, const Table& table, const std::vector<Value>& row, Lang lang) {
  out += "<tr>";
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Column& column = table.columns[i];
    if (!column.in_table) continue;
    out += "<td" + cell_class(column) + " data-head=\"" + html_text(column.heading.in(lang)) +
           "\">" + html_text(text_for_people(row[i], lang)) + "</td>";
  }
  out += "</tr>\n";
}

}  // namespace

std::string html_table(const Table& table, Lang lang, int level) {
  const std::string name = level == 1 ? "h1" : "h2";
  std::string out;
  if (!table.title.empty())
    out = "<" + name + ">" + html_text(table.title.in(lang)) + "</" + name + ">\n";
  if (table.rows.empty())
    return out + "<p>" + say(lang, Text{"没有可列的内容", "there is nothing to list"}) + "</p>\n";
  out += "<table" + width_class(table) + " data-filter=\"" + say(lang, Text{"筛选：", "Filter:"}) +
         "\" data-sort=\"" + say(lang, Text{"按这一栏排序", "Sort by this column"}) + "\">\n" +
         head_row(table, lang) + "<tbody>\n";
  for (const auto& row : table.rows) add_row(out, table, row, lang);
  return out + "</tbody>\n</table>\n";
}

std::string list_page(const Phrase& title, const std::string& body, Lang lang) {
  const bool has_rows = body.find("<table") != std::string::npos;
  return html_page({title.empty() ? say(lang, Text{"四互清单", "sihu: a list"}) : title.in(lang),
                    list_style, body, has_rows ? list_script : ""},
                   lang);
}

std::string render_html(const Table& table, const Look& look) {
  return list_page(table.title, html_table(table, look.lang, 1), look.lang);
}

}  // namespace sihu
