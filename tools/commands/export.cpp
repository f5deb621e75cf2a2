// sihu export: all of the ledger's events or the problem list, for other programs; a workspace for
// one branch alone.
#include "report/problem_list.hpp"
#include "store/export_events.hpp"
#include "store/extract.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"
#include "wording/number.hpp"
#include "wording/shell_word.hpp"

#include <filesystem>

namespace sihu {
namespace {

struct ExportOptions {
  std::string what;
  std::string branch;
  std::string seal;
  Output output;
};

void declare(Flags& flags, ExportOptions& options) {
  flags.choice(
      "--what", options.what, {"events", "problems", "workspace", "scores"},
      {"导出什么：events 台账各行，只有 tsv、jsonl、json（tsv 即台账原样，"
       "含已隐去的文字和没有密封的评分表）；"
       "problems 问题清单，各种格式都有；workspace 只给一个支部的工作区（-o "
       "文件夹），没有别人的材料；scores 得分按季度，用 sihu tally",
       "what to export: events, the ledger's lines, as tsv (just as they are, redacted "
       "texts and review sheets that are not sealed included), jsonl or json only; problems, the "
       "problem list, in every "
       "format; workspace, a workspace for one branch alone (-o FOLDER), with nobody else's "
       "data; scores are of a quarter: use sihu tally"});
  flags.required();
  flags.text(
      "--branch", options.branch,
      {"只要该支部的问题；给该支部的工作区", "only problems of this branch; a workspace for it"},
      Flags::What::branch);
  declare_seal(flags, options.seal);
  declare_output(flags, options.output);
}

Exit refuse(World& world, std::string name, Phrase what) {
  return report_failure(world, fail(Kind::usage, std::move(name), std::move(what)).value());
}

// Scores are of a quarter, and each command that has some gives them to programs itself.
Exit say_where_scores_are(World& world) {
  return report_failure(
      world,
      fail(
          Kind::usage, "scores-by-tally",
          phrase(Text{"得分按季度给出，不用 export", "scores are of a quarter, not exported here"}),
          phrase(Text{"运行 sihu tally 季度 --format json（或 csv）；互评 sihu review result，"
                      "互考 sihu test grade，半年 sihu appraise",
                      "run sihu tally QUARTER --format json (or csv); reviews: sihu review "
                      "result, tests: sihu test grade, half-years: sihu appraise"}))
          .value());
}

Exit say_no_such_format(World& world) {
  return refuse(world, "no-such-format",
                phrase(Text{"台账各行只能导出为 tsv、jsonl、json",
                            "events are exported as tsv, jsonl or json"}));
}

void say_notes(const std::vector<Fault>& notes, World& world) {
  for (const Fault& note : notes)
    world.say_to_people(phrase(Text{"{0}：{1}", "{0}: {1}"}, to_string(note.place), note.what));
}

// TSV is the ledger itself, byte for byte.
void say_redacted(const ExportedEvents& exported, World& world) {
  if (exported.redacted > 0)
    world.say_to_people(phrase(
        Text{"注意：tsv 是台账原样，其中有 {0} 行含已隐去的文字；其他格式都不显示它们",
             "note: tsv is the ledger as it is; {0} in it with redacted texts, which all other "
             "formats hide"},
        counted(static_cast<std::ptrdiff_t>(exported.redacted), "line")));
}

// Nobody who rated shows in what sihu makes of the ledger; the ledger itself is bytes.
void say_readable(const ExportedEvents& exported, Format format, World& world) {
  if (exported.readable == 0) return;
  const Text text =
      format == Format::tsv
          ? Text{"注意：tsv 是台账原样，其中 {0} 份互评评分表没有密封，看得出谁打了几分，"
                 "不要给别人看；以后的要密封：sihu key new --review",
                 "note: tsv is the ledger as it is; in it {0} of reviews not sealed, which say who "
                 "gave what: show it to nobody; to seal what comes: sihu key new --review"}
          : Text{"{0} 份互评评分表没有密封：分数、意见和各行的校验码没有导出，免得看出谁打了几分",
                 "{0} of reviews not sealed: their scores and comments, and the checks of all lines, "
                 "are left out, which would say who gave what"};
  world.say_to_people(
      phrase(text, counted(static_cast<std::ptrdiff_t>(exported.readable), "sheet")));
}

Exit export_lines(const ExportOptions& options, const Workspace& workspace, World& world) {
  const auto stream = EventStream::open(workspace);
  if (!stream) return report_failure(world, stream.error());
  say_notes(stream->notes(), world);
  if (!options.branch.empty())
    return refuse(world, "no-branch-here",
                  phrase(Text{"--branch 只用于 --what problems 和 workspace",
                              "--branch goes with --what problems and workspace only"}));
  Output output = options.output;
  if (output.format.empty() && (output.file.empty() || output.file == "-")) output.format = "tsv";
  const auto format = format_of(output);
  if (!format) return report_failure(world, format.error());
  if (*format != Format::tsv && *format != Format::jsonl && *format != Format::json)
    return say_no_such_format(world);
  ExportedEvents exported;
  const Exit exit = stream_data(world, output, [&](const Sink& sink) -> Result<void> {
    const auto done = export_events(*stream, *format, sink);
    if (!done) return tl::unexpected(done.error());
    exported = *done;
    return {};
  });
  say_redacted(exported, world);
  say_readable(exported, *format, world);
  return exit;
}

Exit export_problems(const ExportOptions& options, World& world) {
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  if (const auto known = check_known_branch(*reading, options.branch); !known)
    return report_failure(world, known.error());
  std::vector<const Problem*> chosen;
  for (const Problem& problem : reading->list.problems)
    if (options.branch.empty() || problem.branch == options.branch) chosen.push_back(&problem);
  const ListContext context{
      reading->workspace.organisation(), reading->workspace.workdays(), reading->today, {}};
  const Exit printed = print_table(world, options.output, problem_table(chosen, context));
  if (printed != Exit::done) return printed;
  return has_duplicate_ids(reading->list) ? Exit::integrity : Exit::done;
}

Exit refuse_workspace_options(const ExportOptions& options, World& world) {
  if (options.branch.empty() || options.output.file.empty() || options.output.file == "-")
    return refuse(world, "missing-option",
                  phrase(Text{"--what workspace 要写 --branch 支部 和 -o 文件夹",
                              "--what workspace needs --branch BRANCH and -o FOLDER"}));
  if (!options.output.format.empty() || !options.seal.empty())
    return refuse(world, "not-for-workspace",
                  phrase(Text{"--format 和 --seal 不用于 --what workspace",
                              "--format and --seal do not go with --what workspace"}));
  return Exit::done;
}

void say_extract(const Extract& extract, const std::string& folder, World& world) {
  const auto number = [](std::size_t count, const char* noun) {
    return counted(static_cast<std::ptrdiff_t>(count), noun);
  };
  world.say_to_people(phrase(
      Text{"{0} 的工作区已写到 {1}：台账 {2} 个文件，留 {3} 行，略去 {4} 行；佐证 {5} 个；人员 {6} "
           "名，另有 {7} 人只有编号",
           "the workspace of {0} is in {1}: {2} of the ledger, {3} kept, {4} left out; {5} of "
           "evidence; {6} by name, {7} by id alone"},
      extract.branch, folder, number(extract.ledger_files, "file"), number(extract.kept, "line"),
      extract.omitted, number(extract.evidence, "file"), extract.people, extract.others));
  world.say_to_people(
      phrase(Text{"用完带回来：sihu merge {0}", "when done, bring it back: sihu merge {0}"},
             shell_word(folder)));
}

Exit export_workspace(const ExportOptions& options, World& world) {
  if (const Exit wrong = refuse_workspace_options(options, world); wrong != Exit::done)
    return wrong;
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  if (const auto known = check_known_branch(workspace->organisation(), options.branch); !known)
    return report_failure(world, known.error());
  const std::filesystem::path folder =
      (world.directory / options.output.file / "").lexically_normal().parent_path();
  if (const auto free = check_free(folder, options.output.file); !free)
    return report_failure(world, free.error());
  const auto extract = make_extract(*workspace, options.branch);
  if (!extract) return report_failure(world, extract.error());
  const auto written = write_extract(*extract, folder, options.output.file, world.interrupted);
  if (!written) return report_failure(world, written.error());
  say_extract(*extract, options.output.file, world);
  return Exit::done;
}

Exit run(const ExportOptions& options, World& world) {
  if (options.what == "scores") return say_where_scores_are(world);
  if (options.what == "workspace") return export_workspace(options, world);
  world.seal_given = options.seal;
  if (options.what == "problems") return export_problems(options, world);
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  return export_lines(options, *workspace, world);
}

}  // namespace

Command export_command() {
  return make_command<ExportOptions>(
      "export",
      {"导出台账各行、问题清单，或一个支部的工作区",
       "export lines, problems, or a branch's workspace"},
      {"$ sihu export --what events -o events.jsonl\n$ sihu export --what workspace --branch zb05 "
       "-o /media/usb/zb05",
       "$ sihu export --what events -o events.jsonl\n$ sihu export --what workspace --branch zb05 "
       "-o /media/usb/zb05"},
      declare, run);
}

}  // namespace sihu
