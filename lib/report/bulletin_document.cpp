#include "report/bulletin_document.hpp"

#include "base/utf8.hpp"
#include "report/bulletin_fields.hpp"
#include "report/bulletin_figures.hpp"
#include "report/html_page.hpp"
#include "report/prose.hpp"
#include "report/renderers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sihu {
namespace {

// GB/T 9704—2012: A4, 37 mm above, 28 mm at the binding; type area 156 × 225 mm of 22 lines with 28
// characters, so a pitch of 10.227 mm and 15.75 pt. Faces are named, none is embedded. Annexes lie
// across, in smaller type. On a screen the sheet is as wide as the type area at most, annexes as
// their paper; on a phone each row of an annex is a card, as in lists.
constexpr const char* document_style =
    R"(:root { color-scheme: light dark; --line: #999; --head: #eef1f5; }
@media (prefers-color-scheme: dark) { :root { --line: #777; --head: #2b3036; } }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: "\2014  " counter(page) "  \2014"; font: 14pt "SimSun", "Noto Serif CJK SC", serif; margin-right: 1em; } }
@page :left { @bottom-left { content: "\2014  " counter(page) "  \2014"; font: 14pt "SimSun", "Noto Serif CJK SC", serif; margin-left: 1em; } }
@page annex { size: A4 landscape; margin: 20mm; }
body { font: 15.75pt/10.227mm "FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", serif; max-width: 156mm; margin: 10mm auto; padding: 0 1rem; }
h1 { font: 22pt/12mm "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun", "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance; margin: 0 0 10.227mm; }
h2 { font: 15.75pt/10.227mm "SimHei", "STHeiti", "Noto Sans CJK SC", sans-serif; text-indent: 2em; margin: 0; break-after: avoid; }
h3 { font: 15.75pt/10.227mm "KaiTi_GB2312", "KaiTi", "STKaiti", "Noto Serif CJK SC", serif; text-indent: 2em; margin: 0; break-after: avoid; }
p { text-indent: 2em; margin: 0; text-align: justify; overflow-wrap: break-word; }
p.to { text-indent: 0; }
p.right { text-align: right; text-indent: 0; padding-right: 4em; }
figure { margin: 4mm 0; break-inside: avoid; overflow-x: auto; }
svg { width: 100%; height: auto; font: 13px "SimSun", "Noto Sans CJK SC", sans-serif; fill: currentColor; }
figcaption, table { font-size: 10.5pt; line-height: 1.5; }
figcaption { text-align: center; }
table { border-collapse: collapse; margin: 3mm auto; width: 100%; }
th, td { border: 1px solid var(--line); padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: break-word; }
thead { display: table-header-group; }
thead th { background: var(--head); }
tr { break-inside: avoid; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
td.n { white-space: nowrap; }
.annex { page: annex; break-before: page; font-size: 12pt; line-height: 1.6; }
.annex h2, .annex p { text-indent: 0; }
.annex figure { max-width: 156mm; margin: 4mm auto; }
.annex td:not(.n) { min-width: 5.5em; }
@media screen { .annex { border-top: 1px solid var(--line); margin-top: 10mm; padding-top: 5mm; } }
@media screen and (min-width: 64rem) { .annex { width: min(257mm, 100vw - 4rem); margin-left: 50%; transform: translateX(-50%); } }
@media screen and (max-width: 40rem) {
  body { font-size: 1.05rem; line-height: 1.8; }
  h1 { font-size: 1.4rem; line-height: 1.4; }
  h2, h3 { font-size: 1.1rem; line-height: 1.8; }
  p.right { padding-right: 0; }
  svg { min-width: 32rem; }
  table { font-size: .85rem; }
  th { overflow-wrap: anywhere; hyphens: auto; }
  .annex thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .annex :is(table, tbody, tr, td) { display: block; }
  .annex tr { border: 1px solid var(--line); border-radius: .4rem; margin-bottom: .6rem; padding: .3rem .6rem; }
  .annex :is(td, td.n, td:not(.n)) { border: 0; min-width: 0; padding: .1rem 0; text-align: left; white-space: normal; }
  .annex td:empty { display: none; }
  .annex td::before { content: attr(data-head) "  "; font-weight: bold; }
}
@media print { body { max-width: none; margin: 0; padding: 0; } }
)";

const std::vector<std::string>& table_names() {
  static const std::vector<std::string> names{"ranking", "weights",   "areas", "common",
                                              "single",  "practices", "rates", "closing",
                                              "overdue", "problems",  "ledger"};
  return names;
}

const std::vector<std::string>& chart_names() {
  static const std::vector<std::string> names{"scores", "areas", "closing", "rates"};
  return names;
}

Result<std::vector<ProseBlock>> blocks_of(const BulletinParts& parts, const BulletinText& text,
                                          Lang lang) {
  if (auto sound = check_bulletin_text(text); !sound) return tl::unexpected(sound.error());
  const auto whole = filled(text.text, text.name, bulletin_fields(parts, lang), bulletin_names());
  if (!whole) return tl::unexpected(whole.error());
  return read_prose(*whole);
}

std::string title_of(const std::vector<ProseBlock>& blocks) {
  for (const ProseBlock& block : blocks)
    if (block.kind == ProseBlock::Kind::title) return block.text;
  return {};
}

// A heading of the text stands above it.
Table untitled(Table table) {
  table.title = {};
  return table;
}

std::string figure(const std::string& chart) {
  if (chart.empty()) return {};
  const std::size_t start = chart.find("<title>") + 7;
  const std::string title = chart.substr(start, chart.find("</title>") - start);
  return "<figure>\n" + chart + "<figcaption>" + title + "</figcaption>\n</figure>\n";
}

std::string without_line_end(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

std::vector<Phrase> BulletinParts::words_to_say() const {
  std::vector<Phrase> words = ranking_words;
  if (naming == Naming::hidden)
    std::erase_if(words, [this](const Phrase& phrase) {
      return std::ranges::any_of(context.organisation.branches, [&](const Branch& branch) {
        return phrase.zh.find(branch.name.zh) != std::string::npos ||
               phrase.zh.find(branch.id) != std::string::npos;
      });
    });
  return words;
}

Result<void> check_bulletin_text(const BulletinText& text) {
  if (find_invalid_utf8(text.text))
    return fail(Kind::input, {{{text.name},
                               "not-utf8",
                               phrase(Text{"不是 UTF-8", "is not UTF-8"}),
                               phrase(Text{"另存为 UTF-8", "save it as UTF-8"})}});
  if (is_blank(text.text))
    return fail(Kind::input,
                {{{text.name},
                  "empty-template",
                  phrase(Text{"通报模板是空的", "the template of the bulletin is empty"}),
                  phrase(Text{"写上内容，或删除它，用自带的模板",
                              "write one, or remove it to have the one that comes with sihu"})}});
  const auto known = check_prose(read_prose(text.text), text.name, table_names(), chart_names());
  const auto whole = filled(text.text, text.name, {}, bulletin_names());
  Failure failure;
  if (!known) add_failure(failure, known.error());
  if (!whole) add_failure(failure, whole.error());
  if (failure.faults.empty()) return {};
  return tl::unexpected(std::move(failure));
}

Result<std::string> bulletin_markdown(const BulletinParts& parts, const BulletinText& text,
                                      Lang lang) {
  const auto blocks = blocks_of(parts, text, lang);
  if (!blocks) return tl::unexpected(blocks.error());
  const auto tables = bulletin_tables(parts.bulletin, parts.tally, parts.context, parts.naming);
  ProseParts filled_in;
  filled_in.table = [&](const std::string& name) {
    const Table& table = tables.at(name);
    return table.rows.empty() ? say(lang, Text{"（无）", "(none)"}) + "\n"
                              : render(untitled(table), Format::md, {lang});
  };
  filled_in.chart = [](const std::string&) { return std::string(); };
  return prose_markdown(*blocks, filled_in);
}

Result<std::string> bulletin_html(const BulletinParts& parts, const BulletinText& text, Lang lang) {
  const auto blocks = blocks_of(parts, text, lang);
  if (!blocks) return tl::unexpected(blocks.error());
  const auto tables = bulletin_tables(parts.bulletin, parts.tally, parts.context, parts.naming);
  const auto charts = bulletin_charts(parts.bulletin, parts.tally, parts.naming, lang);
  ProseParts filled_in;
  filled_in.table = [&](const std::string& name) {
    const Table& table = tables.at(name);
    return table.rows.empty() ? "<p>" + say(lang, Text{"（无）", "(none)"}) + "</p>\n"
                              : html_table(untitled(table), lang, 2);
  };
  filled_in.chart = [&](const std::string& name) {
    const bool is_spread = name == "scores" && !total_bands(parts.tally).empty();
    return figure(charts.at(name)) +
           (is_spread ? html_table(untitled(bands_table(parts.tally)), lang, 2) : "");
  };
  return html_page({title_of(*blocks), document_style, prose_html(*blocks, filled_in), ""}, lang);
}

std::string bulletin_json(const BulletinParts& parts, Lang lang) {
  const Bulletin& bulletin = parts.bulletin;
  std::string out = "{\"quarter\":" + json_string(to_string(bulletin.quarter)) +
                    ",\n\"day\":" + json_string(to_string(bulletin.day)) +
                    ",\n\"seal\":" + (bulletin.seal.empty() ? "null" : json_string(bulletin.seal)) +
                    ",\n\"figures\":" + figures_json(bulletin);
  for (const auto& [name, table] :
       bulletin_tables(bulletin, parts.tally, parts.context, parts.naming))
    out += ",\n" + json_string(name) + ":" + without_line_end(render(table, Format::json, {lang}));
  return out + "}\n";
}

Briefing bulletin_workbook(const BulletinParts& parts) {
  auto tables = bulletin_tables(parts.bulletin, parts.tally, parts.context, parts.naming);
  Briefing workbook;
  workbook.tables.push_back(figures_table(parts.bulletin));
  for (const std::string& name : table_names())
    workbook.tables.push_back(std::move(tables.at(name)));
  workbook.say(parts.words_to_say());
  return workbook;
}

}  // namespace sihu
