// sihu archive: a quarter that was kept long enough leaves the ledger, with what it alone refers
// to.
#include "base/utf8.hpp"
#include "report/catalogue.hpp"
#include "store/forget_quarter.hpp"
#include "tools/cli/command.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

struct ArchiveOptions {
  std::optional<Quarter> quarter;
  std::string file;
  bool discard = false;
  std::string reason;
};

void declare(Flags& flags, ArchiveOptions& options) {
  flags.quarter("QUARTER", options.quarter,
                {"台账中最早的季度", "the oldest quarter of the ledger"});
  flags.text(
      "-o,--output", options.file,
      {"归档到这个 .tar.gz；sihu merge 能读它", "the .tar.gz it goes into; sihu merge can read it"},
      Flags::What::file);
  flags.flag("--discard", options.discard, {"不留归档，直接删去", "keep no archive: delete it"});
  flags.text("--reason", options.reason, {"理由，记入台账", "the reason; it goes into the ledger"});
  flags.required();
}

Result<void> check_where(const ArchiveOptions& options) {
  if (options.file.empty() == !options.discard)
    return fail(Kind::usage, "archive-or-discard",
                phrase(Text{"请写 -o 文件.tar.gz，或写 --discard，二者取一",
                            "say either -o FILE.tar.gz or --discard"}));
  if (!options.file.empty() && !options.file.ends_with(".tar.gz"))
    return fail(
        Kind::usage, "no-such-format",
        phrase(Text{"归档文件应为 .tar.gz：{0}", "an archive is a .tar.gz: {0}"}, options.file));
  return {};
}

Phrase said(const ForgottenQuarter& outcome, const Organisation& organisation) {
  const ArchivedQuarter& archived = outcome.archived;
  const std::string quarter = to_string(archived.quarter);
  const Phrase what = phrase(Text{"{0} 个台账文件，{1} 行", "{0}, {1}"},
                             counted(static_cast<std::ptrdiff_t>(archived.contents.files), "file"),
                             counted(static_cast<std::ptrdiff_t>(archived.contents.lines), "line"));
  if (outcome.recorded)
    return phrase(Text{"{0} 已归档：{1}，删去佐证文件 {2} 个", "{0} is archived: {1}, {2} deleted"},
                  quarter, what, counted(std::ssize(outcome.evidence), "evidence file"));
  const Phrase who = person_name(organisation, archived.by);
  if (outcome.deleted)
    return phrase(Text{"{1}于 {2} 已归档 {0}，现已删去其文件",
                       "{0} was archived by {1} on {2}; its files are deleted now"},
                  quarter, who, to_string(archived.on));
  return phrase(Text{"{1}已于 {2} 归档 {0}：{3}", "{0} was archived by {1} on {2} already: {3}"},
                quarter, who, to_string(archived.on), archived.reason);
}

Exit run(const ArchiveOptions& options, World& world) {
  if (const auto where = check_where(options); !where) return report_failure(world, where.error());
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  QuarterRequest request{*options.quarter, {}, options.file, options.reason};
  if (!options.discard) request.archive = world.directory / options.file;
  const auto outcome = forget_quarter(*workspace, *author, request);
  if (!outcome) return report_failure(world, outcome.error());
  for (const Fault& note : outcome->notes) world.say_to_people(note.what);
  const Phrase words = said(*outcome, workspace->organisation());
  world.say_recorded(visible(words.in(world.lang)) + "\n");
  return Exit::done;
}

}  // namespace

Command archive_command() {
  return make_command<ArchiveOptions>(
      "archive",
      {"归档一个季度：装入压缩包，从台账中删去（委员会，保留期满）",
       "take an old quarter out of the ledger (committee)"},
      {"$ sihu archive 2023Q4 -o 2023Q4.tar.gz --reason 保留期满",
       "$ sihu archive 2023Q4 -o 2023Q4.tar.gz --reason \"kept long enough\""},
      declare, run);
}

}  // namespace sihu
