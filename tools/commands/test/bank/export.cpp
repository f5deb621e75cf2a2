// sihu test bank export: a bank for other programs, and what they can't hold.
#include "store/banks.hpp"
#include "tools/cli/bank_exchange.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

struct TestBankExportOptions {
  std::string bank;
  std::string format;
  BankSelection selection;
  Output output;
};

void declare(Flags& flags, TestBankExportOptions& options) {
  flags.text(
      "BANK", options.bank,
      {"题库：banks/ 里的编号，或 .yaml 文件；key 单选写 B，多选按顺序连着写 ACD，判断写 true 或 "
       "false（CSV 的 key 栏写 T 或 F）",
       "an id of banks/, or a .yaml file; its key: is B, of several right options ACD, of a "
       "judgment true or false (T or F in the column key of CSV)"},
      Flags::What::file);
  flags.choice("--format", options.format, bank_format_words(),
               {"格式；不给则看 -o 的扩展名（.gift .aiken .xml .csv）",
                "the format; else by the ending of -o (.gift .aiken .xml .csv)"});
  flags.text("--topic", options.selection.topic, {"只导出这个主题", "only this topic"});
  flags.flag("--drafts", options.selection.drafts, {"草稿也导出", "drafts too"});
  flags.text("-o,--output", options.output.file,
             {"写入文件，不给则为标准输出", "write to a file; else to standard output"},
             Flags::What::file);
  flags.choice("--encoding", options.output.encoding, {"utf-8", "utf-8-bom", "gb18030"},
               {"csv 的编码：Excel、WPS 用 utf-8-bom 或 gb18030",
                "how csv is encoded: utf-8-bom or gb18030 for Excel and WPS"});
}

Result<BankFormat> format_of_bank(const TestBankExportOptions& options) {
  const auto format = options.format.empty() ? guess_bank_format(options.output.file, "")
                                             : parse_bank_format(options.format);
  if (!format)
    return fail(Kind::usage, "no-format",
                phrase(Text{"没有说写成什么格式", "which format to write is not said"}),
                phrase(Text{"用 --format gift|aiken|moodle|csv 说明",
                            "say it with --format gift|aiken|moodle|csv"}));
  if (*format != BankFormat::csv && options.output.encoding != "utf-8")
    return fail(Kind::usage, "encoding-without-csv",
                phrase(Text{"--encoding {0} 只用于 csv", "--encoding {0} is for csv only"},
                       options.output.encoding));
  return *format;
}

// A name with a slash or an ending is a file.
Result<Bank> find_bank(World& world, const std::string& bank) {
  if (bank.find('/') != std::string::npos || bank.ends_with(".yaml") || bank == "-") {
    const auto text = world.read_input(bank);
    if (!text) return tl::unexpected(text.error());
    return load_bank(*text, bank == "-" ? "<stdin>" : bank);
  }
  const auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  auto kept = read_bank(*workspace, bank);
  if (!kept) return tl::unexpected(kept.error());
  return std::move(kept->bank);
}

// Questions, those left out of the format, and drafts that were not asked for.
void say_counts(World& world, std::size_t written, std::size_t left_out, std::size_t drafts) {
  world.say_to_people(phrase(Text{"导出 {0} 题，未导出 {1} 题", "exported: {0}; left out: {1}"},
                             counted(static_cast<std::ptrdiff_t>(written), "question"), left_out));
  if (drafts > 0)
    world.say_to_people(phrase(
        Text{"另有草稿 {0} 题没有导出（--drafts 可以）", "{0} did not go out (--drafts lets them)"},
        counted(static_cast<std::ptrdiff_t>(drafts), "draft")));
}

std::size_t count_drafts(const Bank& bank, const BankSelection& selection) {
  if (selection.drafts) return 0;
  return static_cast<std::size_t>(
      std::ranges::count_if(bank.questions, [&](const BankQuestion& one) {
        return one.draft && (selection.topic.empty() || one.topic == selection.topic);
      }));
}

std::string name_of(const TestBankExportOptions& options, const Bank& bank) {
  return bank.questions.empty() ? options.bank : bank.questions.front().place.file;
}

Exit run(const TestBankExportOptions& options, World& world) {
  const auto format = format_of_bank(options);
  if (!format) return report_failure(world, format.error());
  auto bank = find_bank(world, options.bank);
  if (!bank) return report_failure(world, bank.error());
  const std::string name = name_of(options, *bank);
  const std::size_t drafts = count_drafts(*bank, options.selection);
  const auto chosen = selected_bank(std::move(*bank), options.selection);
  if (!chosen) return report_failure(world, chosen.error());
  const ExportedBank exported = write_bank_as(*format, *chosen, world.lang);
  if (const Exit exit = print_data(world, options.output, exported.text); exit != Exit::done)
    return exit;
  const std::size_t left_out = say_losses(world, exported.losses, name);
  say_counts(world, exported.written, left_out, drafts);
  return left_out > 0 ? Exit::bad_news : Exit::done;
}

}  // namespace

Command test_bank_export_command() {
  return make_command<TestBankExportOptions>(
      "test bank export",
      {"导出题库给其他程序；导不出去的逐题说明（有整题未导出时为 1）",
       "a bank for other programs; says what they can't hold (1: a question left out)"},
      {"$ sihu test bank export party-work --format moodle -o 题库.xml",
       "$ sihu test bank export party-work --format moodle -o bank.xml"},
      declare, run);
}

}  // namespace sihu
