#include "report/slip.hpp"

#include "report/coded.hpp"
#include "report/columns.hpp"
#include "report/html_page.hpp"
#include "report/renderers.hpp"
#include "wording/width.hpp"

#include <array>
#include <map>

namespace sihu {
namespace {

constexpr std::array copies{Text{"存根", "copy to keep"}, Text{"送达", "copy to hand over"}};

constexpr const char* slip_style =
    "body { font-family: serif; max-width: 60em; margin: auto; }\n"
    "section { break-after: page; }\n"
    "section + section { margin-top: 3em; }\n"
    "h1 { text-align: center; font-size: 1.4em; }\n"
    "table { border-collapse: collapse; width: 100%; }\n"
    "th, td { border: 1px solid; padding: .2em .4em; vertical-align: top; }\n"
    ".sign { margin-top: 2.5em; }\n"
    "@media screen and (max-width: 40rem) {\n"
    "  body { padding: 0 .5rem; overflow-wrap: anywhere; }\n"
    "  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; "
    "clip-path: inset(50%); }\n"
    "  table, tbody, tr, td { display: block; }\n"
    "  tr { border: 1px solid; margin-bottom: .6em; padding: .3em .6em; }\n"
    "  td { border: 0; padding: .1em 0; }\n"
    "  td::before { content: attr(data-head) \"  \"; font-weight: bold; }\n"
    "}\n"
    "@media not (max-width: 40rem) { td:nth-last-child(-n+3) { white-space: nowrap; } }\n"
    "@media print {\n"
    "  body { max-width: none; font-size: 9.5pt; line-height: 1.3; }\n"
    "  section + section { margin-top: 0; }\n"
    "  h1 { font-size: 14pt; margin: 0 0 .5em; }\n"
    "  tr, .sign { break-inside: avoid; }\n"
    "  .sign { margin: 1.2em 0 0; }\n"
    "}\n"
    "@page { size: A4 landscape; margin: 12mm 15mm; }\n";

struct Slip {
  Table table;                ///< its title is that of the page
  std::vector<Phrase> lines;  ///< below it
};

Table slip_table(const std::string& branch, const std::vector<const Problem*>& problems,
                 const Text& copy, const ListContext& context) {
  const auto left = Column::Align::left;
  Table table{phrase(Text{"整改通知单（{0}）：{1}", "Notice of rectification ({0}): {1}"}, copy,
                     branch_phrase(context.organisation, branch)),
              {{"id", {"问题编号", "id"}},
               below_rows({"item", {"检查项", "item"}, left, true, 8}),
               below_rows({"detail", {"问题描述", "what was found"}, left, true, 12}),
               below_rows({"basis", {"依据条款", "basis"}, left, true, 8}),
               {"severity", {"严重程度", "severity"}},
               {"opened", {"发现日期", "opened"}},
               {"due", {"整改时限", "due"}}},
              {}};
  for (const Problem* problem : problems)
    table.rows.push_back(
        {problem->id,
         phrase(Text{"{0} {1}", "{0} {1}"}, problem->item, title_of(*problem, context)),
         problem->text, basis_of(*problem, context), coded(problem->severity), problem->opened,
         problem->due});
  return numbered(std::move(table));
}

std::vector<Phrase> slip_lines(const ListContext& context) {
  return {phrase(Text{"请在整改时限前（含当日）整改，并报送整改结果和佐证材料。",
                      "Please rectify these by the days named and submit what was done, with "
                      "evidence."}),
          phrase(Text{"检查人（签字）：____________    受检支部负责人（签字）：____________",
                      "Inspector (signature): ____________    For the branch (signature): "
                      "____________"}),
          phrase(Text{"送达日期：____________    制单日期：{0}",
                      "Handed over on: ____________    Made on: {0}"},
                 to_string(context.today))};
}

std::string plain_slip(const Slip& slip, const Look& look) {
  const auto said = [&](const Phrase& words) {
    const std::string text = visible_lines(words.in(look.lang));
    return (look.columns > 0 ? within(text, look.columns) : text) + "\n";
  };
  std::string text = said(slip.table.title) + render(slip.table, Format::table, look);
  for (const Phrase& line : slip.lines) text += "\n" + said(line);
  return text;
}

std::string markdown_slip(const Slip& slip, const Look& look) {
  std::string text = render(slip.table, Format::md, look);
  for (const Phrase& line : slip.lines)
    text += "\n" + markdown_text(visible_lines(line.in(look.lang))) + "\n";
  return text;
}

std::string html_slip(const Slip& slip, Lang lang) {
  std::string text = "<section>\n" + html_table(slip.table, lang, 1);
  for (const Phrase& line : slip.lines)
    text += "<p class=\"sign\">" + html_text(line.in(lang)) + "</p>\n";
  return text + "</section>\n";
}

}  // namespace

std::string slips(const std::vector<const Problem*>& problems, const ListContext& context,
                  Format format, const Look& look) {
  std::map<std::string, std::vector<const Problem*>> by_branch;
  for (const Problem* problem : problems) by_branch[problem->branch].push_back(problem);
  HtmlPage page{say(look.lang, Text{"整改通知单", "Notices of rectification"}), slip_style, {}, {}};
  std::string text;
  for (const auto& [branch, own] : by_branch)
    for (const Text& copy : copies) {
      const Slip slip{slip_table(branch, own, copy, context), slip_lines(context)};
      if (format == Format::html)
        page.body += html_slip(slip, look.lang);
      else if (format == Format::md)
        text += (text.empty() ? "" : "\n---\n\n") + markdown_slip(slip, look);
      else
        text += (text.empty() ? "" : "\n\f\n") + plain_slip(slip, look);
    }
  return format == Format::html ? html_page(page, look.lang) : text;
}

bool is_for_slips(Format format) {
  return format == Format::table || format == Format::md || format == Format::html;
}

}  // namespace sihu
