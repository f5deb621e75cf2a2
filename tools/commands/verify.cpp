// sihu verify: does the ledger still say what was written into it?
#include "store/verify.hpp"

#include "report/table.hpp"
#include "tools/cli/command.hpp"
#include "wording/number.hpp"
#include "wording/render.hpp"

#include <fmt/format.h>

#include <ostream>

namespace sihu {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string format = "table";
};

void declare(Flags& flags, Options& options) {
  flags.choice("--format", options.format, {"table", "json"}, {"输出格式", "format of the output"});
  flags.optional_from_here();
  flags.texts("FILE", options.files,
              {"只核对这些台账文件；不给则核对整个工作区",
               "only these ledger files; else the whole workspace"},
              Flags::What::file);
}

void add_rows(Table& table, std::string kind, const std::vector<Fault>& faults) {
  for (const Fault& fault : faults) {
    Value line;
    if (fault.place.line > 0) line = std::int64_t{fault.place.line};
    table.rows.push_back({kind, fault.place.file, line, fault.name, fault.what});
  }
}

// Everything that was found, one row each, worst first.
Table findings(const Verification& found) {
  Table table;
  for (const char* key : {"kind", "file", "line", "name", "message"})
    table.columns.push_back({key, same(key)});
  add_rows(table, "unreadable", found.unreadable);
  add_rows(table, "refused", found.refused);
  add_rows(table, "fault", found.faults);
  add_rows(table, "note", found.notes);
  return table;
}

std::string as_json(const Verification& found, Lang lang) {
  std::string list = render(findings(found), Format::json, Look{.lang = lang});
  while (list.ends_with('\n')) list.pop_back();
  return fmt::format(
      "{{\"intact\":{},\"files\":{},\"lines\":{},\"evidence\":{},\"faults\":{},\"notes\":{},"
      "\"findings\":{}}}\n",
      found.intact(), found.files, found.lines, found.evidence, found.fault_count(),
      found.notes.size(), list);
}

Phrase summary(const Verification& found) {
  const Phrase verdict =
      found.intact() ? phrase(Text{"校验链完整", "chains intact"})
                     : phrase(Text{"{0} 处不符", "{0}"},
                              counted(static_cast<std::ptrdiff_t>(found.fault_count()), "fault"));
  Phrase text = phrase(Text{"{0} 个台账文件，{1} 行，{2}，{3} 个佐证文件", "{0}, {1}, {2}, {3}"},
                       counted(static_cast<std::ptrdiff_t>(found.files), "file"),
                       counted(static_cast<std::ptrdiff_t>(found.lines), "line"), verdict,
                       counted(static_cast<std::ptrdiff_t>(found.evidence), "evidence file"));
  if (found.notes.empty()) return text;
  return phrase(Text{"{0}；{1} 条提醒", "{0}; {1}"}, text,
                counted(std::ssize(found.notes), "note"));
}

void print(const Verification& found, const Options& options, World& world) {
  if (options.format == "json") {
    world.out << as_json(found, world.lang);
    return;
  }
  for (const auto* list : {&found.unreadable, &found.refused, &found.faults})
    for (const Fault& fault : *list) world.err << render(fault, world.lang);
  if (!world.quiet)
    for (const Fault& note : found.notes) world.err << render(note, world.lang);
  world.out << summary(found).in(world.lang) << '\n';
}

Result<Verification> examine(const Options& options, World& world) {
  if (!options.files.empty()) {
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    for (const std::string& file : options.files) files.emplace_back(world.directory / file, file);
    return verify_ledger_files(files);
  }
  const auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  const auto now = world.now(*workspace);
  if (!now) return tl::unexpected(now.error());
  return verify_workspace(*workspace, *now);
}

Exit run(const Options& options, World& world) {
  const auto found = examine(options, world);
  if (!found) return report_failure(world, found.error());
  print(*found, options, world);
  if (!found->unreadable.empty()) return Exit::environment;
  if (!found->refused.empty()) return Exit::input;
  return found->faults.empty() ? Exit::done : Exit::integrity;
}

}  // namespace

Command verify_command() {
  return make_command<Options>(
      "verify",
      {"核对台账本身：校验链、佐证、历史", "check the ledger itself: chains, evidence, histories"},
      {"$ sihu verify\n3 个台账文件，128 行，校验链完整，12 个佐证文件",
       "$ sihu verify\n3 files, 128 lines, chains intact, 12 evidence files"},
      declare, run);
}

}  // namespace sihu
