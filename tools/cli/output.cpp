#include "tools/cli/output.hpp"

#include "gate/encoding.hpp"
#include "store/xlsx.hpp"
#include "tools/cli/evidence_links.hpp"

namespace sihu {
namespace {

bool to_standard_output(const Output& output) {
  return output.file.empty() || output.file == "-";
}

Result<Format> format_asked_for(const Output& output) {
  if (!output.format.empty()) return parse_format(output.format).value_or(Format::table);
  if (to_standard_output(output)) return Format::table;
  const auto format = format_of_file(output.file);
  if (format && (*format != Format::ics || output.with_ics)) return *format;
  return fail(
      Kind::usage, "no-format",
      phrase(Text{"从文件名 {0} 看不出本命令能写的格式",
                  "the name {0} does not say a format that this command writes"},
             output.file),
      phrase(Text{"用 --format 说明，或用 .json .jsonl .csv .tsv .md .html .xlsx .txt{0} 结尾",
                  "say --format, or end it in .json .jsonl .csv .tsv .md .html .xlsx .txt{0}"},
             output.with_ics ? " .ics" : ""));
}

// Spreadsheets take a file without a mark for the local encoding.
Result<std::string> encoded(std::string_view data, const std::string& encoding) {
  if (encoding == "utf-8-bom") return "\xef\xbb\xbf" + std::string(data);
  return encode(data, encoding == "gb18030" ? Encoding::gb18030 : Encoding::utf8);
}

}  // namespace

void declare_output(Flags& flags, Output& output, bool with_ics) {
  std::vector<std::string> formats{"table", "json", "jsonl", "csv", "tsv", "md", "html", "xlsx"};
  if (with_ics) formats.emplace_back("ics");
  output.with_ics = with_ics;
  flags.choice("--format", output.format, formats, {"输出格式", "format of the output"});
  flags.text("-o,--output", output.file,
             {"写入文件，格式由扩展名定", "write to a file; its ending says the format"},
             Flags::What::file);
  flags.choice("--encoding", output.encoding, {"utf-8", "utf-8-bom", "gb18030"},
               {"csv、tsv 的编码：Excel、WPS 用 utf-8-bom 或 gb18030（csv 行尾为 CRLF）",
                "how csv and tsv are encoded: for Excel and WPS utf-8-bom or gb18030, with CRLF"});
}

void declare_seal(Flags& flags, std::string& fingerprint) {
  flags.text("--seal", fingerprint,
             {"只按这次封签封住的内容（指纹，至少八位）",
              "only what this seal holds (its fingerprint, at least eight digits)"},
             Flags::What::fingerprint);
}

namespace {

// The bytes of a workbook mean nothing to somebody at a terminal.
template <class Content>
Exit print_workbook(World& world, const Output& output, const Content& content) {
  if (world.out_terminal && to_standard_output(output))
    return report_failure(
        world,
        Failure{Kind::usage,
                {{{},
                  "xlsx-on-a-terminal",
                  phrase(Text{"xlsx 不能显示在终端上", "xlsx is nothing to show on a terminal"}),
                  phrase(Text{"写到文件：-o 清单.xlsx", "write it to a file: -o list.xlsx"})}}});
  const auto bytes = xlsx_of(content, world.lang);
  return bytes ? print_data(world, output, *bytes) : report_failure(world, bytes.error());
}

}  // namespace

Result<Format> format_of(const Output& output) {
  const auto format = format_asked_for(output);
  if (!format || output.encoding == "utf-8" || *format == Format::csv || *format == Format::tsv)
    return format;
  return fail(
      Kind::usage, "not-an-encoding",
      phrase(Text{"--encoding {0} 只用于 csv 和 tsv", "--encoding {0} is for csv and tsv only"},
             output.encoding));
}

Look look_for(const World& world, const Output& output) {
  const bool on_screen = world.out_terminal && to_standard_output(output);
  Look look;
  look.lang = world.lang;
  look.columns = on_screen ? world.columns : 0;
  look.color = world.color && to_standard_output(output);
  look.crlf = output.encoding != "utf-8";
  return look;
}

Exit print_table(World& world, const Output& output, const Table& table) {
  const auto format = format_of(output);
  if (!format) return report_failure(world, format.error());
  if (table.rows.empty() && *format == Format::table && world.out_terminal &&
      to_standard_output(output))
    world.say_to_people(phrase(Text{"没有可列的内容", "there is nothing to list"}));
  if (*format == Format::xlsx) return print_workbook(world, output, table);
  const std::string text = render(table, *format, look_for(world, output));
  return *format == Format::table ? print_text(world, output, text)
                                  : print_data(world, output, text);
}

Exit print_briefing(World& world, const Output& output, const Briefing& briefing) {
  const auto format = format_of(output);
  if (!format) return report_failure(world, format.error());
  if (*format == Format::xlsx) return print_workbook(world, output, briefing);
  return print_data(world, output, render(briefing, *format, look_for(world, output)));
}

Exit print_data(World& world, const Output& output, std::string_view data) {
  const bool as_it_is = output.encoding == "utf-8";
  const auto bytes = as_it_is ? Result<std::string>{} : encoded(data, output.encoding);
  if (!bytes) return report_failure(world, bytes.error());
  if (as_it_is && to_standard_output(output) && world.page && world.page(data)) return Exit::done;
  if (auto written = world.write_output(output.file, as_it_is ? data : *bytes); !written)
    return report_failure(world, written.error());
  return Exit::done;
}

Exit print_text(World& world, const Output& output, std::string_view text) {
  if (world.evidence_address.empty() || !to_standard_output(output))
    return print_data(world, output, text);
  const auto is_at_hand = [&](std::string_view name) {
    std::error_code unknown;
    return std::filesystem::is_regular_file(world.evidence_folder / name, unknown);
  };
  return print_data(world, output, with_evidence_links(text, world.evidence_address, is_at_hand));
}

Exit stream_data(World& world, const Output& output, const Produce& produce) {
  const bool for_a_pager = world.page && to_standard_output(output);
  if (output.encoding == "utf-8" && !for_a_pager) {
    const auto written = world.stream_output(output.file, produce);
    return written ? Exit::done : report_failure(world, written.error());
  }
  std::string data;
  const auto produced = produce([&data](std::string_view block) {
    data += block;
    return true;
  });
  return produced ? print_data(world, output, data) : report_failure(world, produced.error());
}

}  // namespace sihu
