// sihu review record: hand in sheets from a file.
#include "tools/cli/command.hpp"
#include "tools/cli/review.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

struct ReviewRecordOptions {
  std::optional<Quarter> quarter;
  std::string answers;
  std::string encoding;
  LateEntry late;
};

void declare(Flags& flags, ReviewRecordOptions& options) {
  flags.quarter("QUARTER", options.quarter, {"季度", "the quarter"});
  flags.text("--answers", options.answers,
             {"评分表（YAML、JSON、CSV），- 为标准输入；有一处错就一份也不记",
              "a file of sheets (YAML, JSON, CSV), - for standard input; all of it or nothing"},
             Flags::What::file);
  flags.required();
  flags.choice("--encoding", options.encoding, {"utf-8", "gb18030"},
               {"评分表的编码", "how the file of sheets is encoded"});
  declare_late_sheets(flags, options.late);
}

Result<SheetsFile> read_sheets(World& world, const ReviewRecordOptions& options,
                               const ReviewDesk& desk, const Author& author) {
  const auto input = world.read_text(options.answers, options.encoding);
  if (!input) return tl::unexpected(input.error());
  const Organisation& organisation = desk.workspace.organisation();
  const Person& person = *organisation.find_person(author.person);
  const auto refusal = [&](const SheetKey& key) {
    return refusal_of(desk, person, recording_day(author, desk.workspace), key);
  };
  return load_sheets(input->text, input->name, guess_written_format(input->name, input->text),
                     {{desk.quarter, desk.kept.rubric}, organisation, person.id, refusal});
}

std::string recorded_line(const SheetsFile& file, const SheetsRecording& recording, Lang lang) {
  auto line = say(lang, Text{"已交 {0} 份评分表", "{0} handed in"},
                  counted(std::ssize(recording.drafts), "sheet"));
  if (recording.unchanged > 0)
    line += say(
        lang,
        Text{"，{0} 份与已交的相同，没有再记录", ", {0} the same as before, not recorded again"},
        recording.unchanged);
  if (recording.replaced > 0)
    line += say(lang, Text{"，{0} 份替换了原来的", ", {0} in place of an earlier one"},
                recording.replaced);
  if (file.unfilled > 0) line += say(lang, Text{"，{0} 份没填", ", {0} left empty"}, file.unfilled);
  return line + "\n";
}

Exit run(const ReviewRecordOptions& options, World& world) {
  const auto desk = open_desk(world, *options.quarter);
  if (!desk) return report_failure(world, desk.error());
  const auto reviewing = begin_reviewing(world, *desk, options.late);
  if (!reviewing) return report_failure(world, reviewing.error());
  const auto file = read_sheets(world, options, *desk, reviewing->author);
  if (!file) return report_failure(world, file.error());
  const auto recording = hand_in_sheets(world, *desk, *reviewing, file->sheets);
  if (!recording) return report_failure(world, recording.error());
  say_secrecy(world, *desk);
  say_overwritten(world, *recording);
  world.say_recorded(recorded_line(*file, *recording, world.lang));
  return Exit::done;
}

}  // namespace

Command review_record_command() {
  return make_command<ReviewRecordOptions>(
      "review record",
      {"交评分表；再交一次就替换", "hand in sheets; another one replaces the first"},
      {"$ sihu review form 2026Q4 -o sheets.csv\n"
       "# 填好 C1 到 C3 各栏，1 到 5 分\n"
       "$ sihu review record 2026Q4 --answers sheets.csv",
       "$ sihu review form 2026Q4 -o sheets.csv\n"
       "# fill in the columns C1 to C3 with 1 to 5\n"
       "$ sihu review record 2026Q4 --answers sheets.csv"},
      declare, run);
}

}  // namespace sihu
