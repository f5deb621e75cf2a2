#include "report/html_page.hpp"
#include "report/renderers.hpp"

namespace sihu {
namespace {

// Colours are the reader's (light or dark) and have at least 7:1 of contrast; on a phone each row
// is a card, on paper the heading comes again on each page.
constexpr const char* table_style =
    R"(:root { color-scheme: light dark; --line: #999; --head: #eef1f5; --even: #f7f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #777; --head: #2b3036; --even: #202327; } }
body { font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 1rem; line-height: 1.5; }
h1 { font-size: 1.3rem; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: var(--head); position: sticky; top: 0; }
tbody tr:nth-child(even) { background: var(--even); }
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
  td, td.n { border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
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
}
)";

// Sorting by a heading and filtering by a text; without it the table is read as it is.
constexpr const char* table_script = R"(const table = document.querySelector("table");
const body = table.tBodies[0];
const rows = Array.from(body.rows);
const words = table.dataset;
const number = text => /^-?[0-9]+([.][0-9]+)?$/.test(text) ? Number(text) : NaN;
function compare(a, b) {
  const x = number(a), y = number(b);
  return isNaN(x) || isNaN(y) ? a.localeCompare(b, document.documentElement.lang, {numeric: true}) : x - y;
}
Array.from(table.tHead.rows[0].cells).forEach((head, place) => {
  const button = document.createElement("button");
  button.type = "button";
  button.title = words.sort;
  button.textContent = head.textContent;
  head.replaceChildren(button);
  button.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sign = down ? -1 : 1;
    rows.sort((a, b) => sign * compare(a.cells[place].textContent, b.cells[place].textContent));
    body.append(...rows);
  });
});
const tools = document.createElement("p");
tools.className = "tools";
const label = document.createElement("label");
const input = document.createElement("input");
const count = document.createElement("span");
input.type = "search";
count.setAttribute("role", "status");
label.append(words.filter + " ", input);
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
)";

std::string cell_class(const Column& column) {
  return column.align == Column::Align::right ? " class=\"n\"" : "";
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

std::string render_html(const Table& table, const Look& look) {
  const Lang lang = look.lang;
  HtmlPage page;
  page.title =
      table.title.empty() ? say(lang, Text{"四互清单", "sihu: a list"}) : table.title.in(lang);
  page.style = table_style;
  page.body = "<h1>" + html_text(page.title) + "</h1>\n";
  if (table.rows.empty()) {
    page.body += "<p>" + say(lang, Text{"没有可列的内容", "there is nothing to list"}) + "</p>\n";
    return html_page(page, lang);
  }
  page.body += "<table data-filter=\"" + say(lang, Text{"筛选：", "Filter:"}) + "\" data-sort=\"" +
               say(lang, Text{"按这一栏排序", "Sort by this column"}) + "\">\n" +
               head_row(table, lang) + "<tbody>\n";
  for (const auto& row : table.rows) add_row(page.body, table, row, lang);
  page.body += "</tbody>\n</table>\n";
  page.script = table_script;
  return html_page(page, lang);
}

}  // namespace sihu
