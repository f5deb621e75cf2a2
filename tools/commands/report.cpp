// sihu report: the bulletin of a quarter (通报).
#include "report/bulletin_document.hpp"
#include "report/tally_reviews.hpp"
#include "report/tally_words.hpp"
#include "store/converter.hpp"
#include "store/files.hpp"
#include "store/xlsx.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/quarter_result.hpp"
#include "tools/demo/templates.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

struct ReportOptions {
  std::optional<Quarter> quarter;
  std::string format;
  std::string file;
  std::string naming = "annex";
  std::string seal;
};

constexpr std::array<std::string_view, 6> formats{"md", "html", "json", "xlsx", "pdf", "docx"};

void declare(Flags& flags, ReportOptions& options) {
  flags.quarter("QUARTER", options.quarter, {"季度", "the quarter"});
  flags.choice("--format", options.format, {"md", "html", "json", "xlsx", "pdf", "docx"},
               {"输出格式（默认看扩展名，再默认 md）",
                "format of the output (else by the file's ending, else md)"});
  flags.text("-o,--output", options.file,
             {"写入文件，格式由扩展名定", "write to a file; its ending says the format"},
             Flags::What::file);
  flags.choice("--names", options.naming, {"body", "annex", "hidden"},
               {"支部名称出现在：正文和附件、附件和好的做法（默认）、都不出现",
                "branches are named in text and annexes, in annexes and for good practice "
                "(default), or nowhere"});
  declare_seal(flags, options.seal);
}

bool to_standard_output(const ReportOptions& options) {
  return options.file.empty() || options.file == "-";
}

Result<std::string> format_of(const ReportOptions& options, const World& world) {
  std::string format = options.format;
  if (format.empty() && to_standard_output(options)) format = "md";
  if (format.empty())
    format = options.file.substr(std::min(options.file.rfind('.'), options.file.size() - 1) + 1);
  if (std::ranges::find(formats, format) == formats.end())
    return fail(Kind::usage, "no-format",
                phrase(Text{"从文件名 {0} 看不出通报的格式",
                            "the name {0} does not say a format of the bulletin"},
                       options.file),
                phrase(Text{"用 --format 说明，或用 .md .html .json .xlsx .pdf .docx 结尾",
                            "say --format, or end it in .md .html .json .xlsx .pdf .docx"}));
  const bool is_binary = format == "xlsx" || format == "pdf" || format == "docx";
  if (is_binary && to_standard_output(options) && world.out_terminal)
    return fail(
        Kind::usage, "binary-on-a-terminal",
        phrase(Text{"{0} 不能显示在终端上", "{0} is nothing to show on a terminal"}, format),
        phrase(Text{"写到文件：-o 通报.{0}", "write it to a file: -o bulletin.{0}"}, format));
  return format;
}

// A file below `templates/report/`: what it is called in messages, and its bytes.
struct TemplateFile {
  std::string shown;
  std::string bytes;
  bool own = false;  // the unit's, in its workspace; else ours
};

Result<TemplateFile> template_file(const Workspace& workspace, const std::string& base) {
  const std::string name = "report/" + base;
  const std::string shown = "templates/" + name;
  std::error_code ignored;
  if (std::filesystem::exists(symlink_status(workspace.root() / shown, ignored))) {
    const auto own = path_inside(workspace.root(), shown);
    if (!own) return tl::unexpected(own.error());
    auto bytes = read_file(*own, shown);
    if (!bytes) return tl::unexpected(bytes.error());
    return TemplateFile{shown, std::move(*bytes), true};
  }
  for (const EmbeddedFile& file : embedded_templates())
    if (file.path == name) return TemplateFile{name, std::string(file.text())};
  return fail(Kind::environment, "no-template", same(name));
}

Result<BulletinText> text_of(const Workspace& workspace, Lang lang) {
  auto file = template_file(workspace, lang == Lang::zh ? "bulletin.zh.md" : "bulletin.en.md");
  if (!file) return tl::unexpected(file.error());
  BulletinText text{std::move(file->shown), std::move(file->bytes)};
  if (!file->own) return text;
  if (auto sound = check_bulletin_text(text); !sound) return tl::unexpected(sound.error());
  return text;
}

Result<std::string> docx(const std::string& markdown, const Workspace& workspace) {
  const auto layout = template_file(workspace, "bulletin.docx");
  if (!layout) return tl::unexpected(layout.error());
  auto document = docx_of_markdown(markdown, layout->bytes);
  if (!document && layout->own && document.error().faults.front().name == "not-converted")
    document.error().faults.front().hint =
        phrase(Text{"看看 {0} 是不是能打开的 Word 文档；移走它就用自带的版式",
                    "see whether {0} is a Word document that opens; without it ours is used"},
               layout->shown);
  return document;
}

Result<std::string> made(const BulletinParts& parts, const BulletinText& text,
                         const Workspace& workspace, const std::string& format, Lang lang) {
  if (format == "json") return bulletin_json(parts, lang);
  if (format == "xlsx") return xlsx_of(bulletin_workbook(parts), lang);
  if (format == "html") return bulletin_html(parts, text, lang);
  if (format == "pdf") return bulletin_html(parts, text, lang).and_then(pdf_of_html);
  auto markdown = bulletin_markdown(parts, text, lang);
  if (!markdown || format == "md") return markdown;
  return docx(*markdown, workspace);
}

Exit run(const ReportOptions& options, World& world) {
  world.seal_given = options.seal;
  const auto format = format_of(options, world);
  if (!format) return report_failure(world, format.error());
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  if (const auto known = check_known_quarter(*reading, options.quarter); !known)
    return report_failure(world, known.error());
  const auto text = text_of(reading->workspace, world.lang);
  if (!text) return report_failure(world, text.error());
  Shelf shelf(reading->workspace);
  const auto result = quarter_result(world, *reading, shelf, *options.quarter);
  if (!result) return report_failure(world, result.error());
  const ListContext context = list_context(*reading, world.lang);
  const Bulletin bulletin =
      make_bulletin({context, reading->ledger, reading->workspace.zone(), reading->list,
                     result->parts, result->plan ? &*result->plan : nullptr, options.seal},
                    *options.quarter);
  const Ranking& ranking = result->ranking;
  auto words = tally_words(ranking.tally, ranking.basis, ranking.earlier);
  if (Phrase apart = reviews_apart_words(result->parts); !apart.empty())
    words.push_back(std::move(apart));
  const auto document =
      made({bulletin, ranking.tally, words, context, *parse_naming(options.naming)}, *text,
           reading->workspace, *format, world.lang);
  if (!document) return report_failure(world, document.error());
  if (const auto written = world.write_output(options.file, *document); !written)
    return report_failure(world, written.error());
  return has_duplicate_ids(reading->list) ? Exit::integrity : Exit::done;
}

}  // namespace

Command report_command() {
  return make_command<ReportOptions>("report", {"季度通报", "the bulletin of a quarter"},
                                     {"$ sihu report 2026Q3 -o 通报.html\n"
                                      "$ sihu report 2026Q3 -o 通报.pdf --names body\n"
                                      "$ sihu report 2026Q3 --seal 4f2a-91d0",
                                      "$ sihu report 2026Q3 -o bulletin.html\n"
                                      "$ sihu report 2026Q3 -o bulletin.pdf --names body\n"
                                      "$ sihu report 2026Q3 --seal 4f2a-91d0"},
                                     declare, run);
}

}  // namespace sihu
