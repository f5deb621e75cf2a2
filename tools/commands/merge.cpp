// sihu merge: bring together what branches, sticks and backups hold of one ledger.
#include "store/merge.hpp"

#include "tools/cli/command.hpp"
#include "wording/render.hpp"

#include <ostream>
#include <sstream>

namespace sihu {
namespace {

struct MergeOptions {
  std::vector<std::string> sources;
  std::string list;
  std::string into;
  bool dry_run = false;
  std::string format = "table";
};

void declare(Flags& flags, MergeOptions& options) {
  flags.text(
      "--into", options.into,
      {"并入这个工作区，不给则为当前工作区", "the workspace to merge into; else the current one"},
      Flags::What::directory);
  flags.flag("--dry-run", options.dry_run,
             {"只说会发生什么，不改动", "only say what would happen; change nothing"});
  flags.choice("--format", options.format, {"table", "json"}, {"输出格式", "format of the output"});
  flags.text(
      "--from-file", options.list,
      {"来源的清单，每行一个，- 为标准输入", "a list of sources, one a line; - for standard input"},
      Flags::What::file);
  flags.optional_from_here();
  flags.texts("SOURCE", options.sources,
              {"工作区、ledger 文件夹、.tsv 台账文件，或它们的 .tar.gz、.zip",
               "workspaces, ledger folders, ledger files (.tsv), or a .tar.gz or .zip of them"},
              Flags::What::file);
}

// What is typed, then what the list has, each as it stands there.
Result<std::vector<std::string>> all_sources(const MergeOptions& options, World& world) {
  std::vector<std::string> sources = options.sources;
  if (!options.list.empty()) {
    const auto text = world.read_input(options.list);
    if (!text) return tl::unexpected(text.error());
    std::istringstream lines(*text);
    // As `find -print0` writes it, where names may have line ends in them.
    const char end = text->find('\0') == std::string::npos ? '\n' : '\0';
    for (std::string line; std::getline(lines, line, end);) {
      if (end == '\n' && line.ends_with('\r')) line.pop_back();
      if (!line.empty()) sources.push_back(line);
    }
  }
  if (!sources.empty()) return sources;
  return fail(Kind::usage, "missing-argument",
              options.list.empty()
                  ? phrase(Text{"没有写从哪里并：SOURCE，或 --from-file 清单",
                                "nothing to merge from: SOURCE, or --from-file LIST"})
                  : phrase(Text{"清单 {0} 是空的", "the list {0} is empty"}, options.list));
}

Result<MergeSummary> merge(const MergeOptions& options, World& world) {
  const auto sources = all_sources(options, world);
  if (!sources) return tl::unexpected(sources.error());
  if (!options.into.empty()) world.workspace_given = world.directory / options.into;
  const auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  MergeRequest request;
  for (const std::string& source : *sources)
    request.sources.push_back({world.directory / source, source});
  request.dry_run = options.dry_run;
  return merge_into(*workspace, request);
}

Exit run(const MergeOptions& options, World& world) {
  const auto summary = merge(options, world);
  if (!summary) return report_failure(world, summary.error());
  if (options.format == "json")
    world.out << merge_as_json(*summary, world.lang);
  else if (!world.quiet)
    world.out << merge_as_text(*summary, world.lang);
  if (!world.quiet)
    for (const Fault& note : summary->notes) world.err << render(note, world.lang);
  for (const Fault& fault : merge_to_settle(*summary)) world.err << render(fault, world.lang);
  return summary->needs_a_person() ? Exit::integrity : Exit::done;
}

}  // namespace

Command merge_command() {
  return make_command<MergeOptions>(
      "merge", {"把各处的台账和佐证并到一起", "bring ledgers and evidence from elsewhere together"},
      {"$ sihu export --what workspace --branch zb03 -o /media/usb/zb03\n"
       "$ sihu merge /media/usb/zb03 --dry-run\n"
       "$ sihu merge /media/usb/zb03\n"
       "$ sihu merge 来件/*.zip",
       "$ sihu export --what workspace --branch zb03 -o /media/usb/zb03\n"
       "$ sihu merge /media/usb/zb03 --dry-run\n"
       "$ sihu merge /media/usb/zb03\n"
       "$ sihu merge inbox/*.zip"},
      declare, run);
}

}  // namespace sihu
