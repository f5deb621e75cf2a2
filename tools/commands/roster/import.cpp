// sihu roster import: people of a table into sihu.yaml, all of them or nobody.
#include "document/add_people.hpp"
#include "learn/people_table.hpp"
#include "store/files.hpp"
#include "tools/cli/command.hpp"

namespace sihu {
namespace {

struct RosterImportOptions {
  std::string file;
  bool dry_run = false;
  std::string encoding;
};

void declare(Flags& flags, RosterImportOptions& options) {
  flags.text(
      "FILE", options.file,
      {"人员表（CSV：编号 姓名 英文名 支部 角色 专兼职 起始，或 id name name_en branch roles duty "
       "since），- 为标准输入；有一处错就都不写",
       "a table of people (CSV: id name name_en branch roles duty since, or as sihu roster "
       "--format csv has them), - for standard input; all of it or nothing"},
      Flags::What::file);
  flags.flag("--dry-run", options.dry_run,
             {"只说会写什么，什么都不写", "say what would be written, write nothing"});
  flags.choice("--encoding", options.encoding, {"utf-8", "gb18030"},
               {"人员表的编码", "how the table is encoded"});
}

// Somebody may be editing it: what was read is what is written over, or nothing is.
Result<void> write_organisation_text(const Workspace& workspace, const std::string& text) {
  const auto path = workspace.root() / "sihu.yaml";
  const auto now = read_file(path, "sihu.yaml");
  if (!now) return tl::unexpected(now.error());
  if (*now != workspace.organisation_text())
    return fail(Kind::environment, "changed-meanwhile",
                phrase(Text{"sihu.yaml 刚被别人改过，什么都没写；请再运行一次",
                            "sihu.yaml was changed meanwhile, nothing was written; run it again"}));
  return write_file_atomically(path, text, "sihu.yaml");
}

std::string said_lines(const PeopleTable& table, bool dry_run, Lang lang) {
  std::string lines;
  for (const Person& person : table.fresh)
    lines += say(lang,
                 dry_run ? Text{"会写入：{0}\n", "would be written: {0}\n"}
                         : Text{"已写入：{0}\n", "written: {0}\n"},
                 person_entry(person));
  if (table.known > 0)
    lines += say(lang, Text{"sihu.yaml 里早已有的：{0} 人\n", "in sihu.yaml before: {0}\n"},
                 table.known);
  if (table.fresh.empty()) lines += say(lang, Text{"没有新人\n", "nobody new\n"});
  return lines;
}

Exit run(const RosterImportOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto input = world.read_text(options.file, options.encoding);
  if (!input) return report_failure(world, input.error());
  const auto table = load_people(input->text, input->name, workspace->organisation());
  if (!table) return report_failure(world, table.error());
  const auto text = with_people(workspace->organisation_text(), table->fresh);
  if (!text) return report_failure(world, text.error());
  if (!options.dry_run && !table->fresh.empty())
    if (const auto written = write_organisation_text(*workspace, *text); !written)
      return report_failure(world, written.error());
  world.say_recorded(said_lines(*table, options.dry_run, world.lang));
  return Exit::done;
}

}  // namespace

Command roster_import_command() {
  return make_command<RosterImportOptions>(
      "roster import", {"从表格把新人写进 sihu.yaml", "write people of a table into sihu.yaml"},
      {"$ printf '编号,姓名,支部\\np024,张廿五,zb06\\n' >人员.csv\n"
       "$ sihu roster import 人员.csv --dry-run\n"
       "$ sihu roster import 人员.csv",
       "$ printf 'id,name,branch\\np024,Zhang,zb06\\n' >people.csv\n"
       "$ sihu roster import people.csv --dry-run\n"
       "$ sihu roster import people.csv"},
      declare, run);
}

}  // namespace sihu
