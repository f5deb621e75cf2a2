// sihu rectify import: a rectification ledger (整改台账) that was filled in comes back.
#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "report/returned_list.hpp"
#include "store/archive.hpp"
#include "store/evidence.hpp"
#include "store/record.hpp"
#include "tools/cli/answers_input.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"
#include "tools/cli/sheet_input.hpp"
#include "wording/number.hpp"
#include "wording/render.hpp"

#include <fmt/format.h>

#include <ostream>
#include <set>

namespace sihu {
namespace {

namespace fs = std::filesystem;

struct RectifyImportOptions {
  std::string file;
  std::string input_encoding = "utf-8";
  bool dry_run = false;
  Output output;
};

void declare(Flags& flags, RectifyImportOptions& options) {
  flags.text("FILE", options.file,
             {"填好的整改台账（XLSX 或 CSV）", "the rectification ledger, filled in (XLSX or CSV)"},
             Flags::What::file);
  flags.choice("--input-encoding", options.input_encoding, {"utf-8", "gb18030"},
               {"CSV 的编码", "how the CSV is encoded"});
  flags.flag("--dry-run", options.dry_run,
             {"只看会怎样，不记录", "show what would happen, record nothing"});
  declare_output(flags, options.output);
}

// The folder that the file names evidence from.
fs::path folder_of_ledger(const World& world, const std::string& file) {
  return file == "-" ? world.directory : (world.directory / file).parent_path();
}

Result<std::string> kept_name(World& world, const fs::path& folder, const std::string& typed) {
  // Others filled it in: it may name no file of whoever imports it but those that came with it.
  const auto inside = safe_entry_name(typed);
  if (!inside)
    return fail(Kind::input, "evidence-outside",
                phrase(Text{"佐证 {0} 在台账所在文件夹之外",
                            "evidence {0} is outside the folder of the "
                            "ledger"},
                       visible(typed)),
                phrase(Text{"把文件放到台账旁边", "put the file beside the ledger"}));
  const fs::path path = folder / *inside;
  if (auto fault = evidence_fault(path, typed)) return fail(Kind::input, {*fault});
  const auto bytes = world.read_input(path.string());
  if (!bytes) return tl::unexpected(bytes.error());
  return sha256_hex(*bytes) + '.' + evidence_ending(path);
}

// What is the same before the lock and under it.
struct Import {
  const Workspace& workspace;
  const Author& author;
  const Person& person;
  const ReturnedSheet& sheet;
  std::string file;
  fs::path folder;
};

Result<ReturnedPlan> plan_import(World& world, const Import& import, const Ledger& ledger) {
  const Organisation& organisation = import.workspace.organisation();
  return plan_returned(
      import.sheet.rows,
      {ledger,
       import.workspace.zone(),
       import.person,
       {organisation, import.workspace.workdays(), recording_day(import.author, import.workspace)},
       fs::path(import.file).filename().string(),
       [&](const std::string& typed) { return kept_name(world, import.folder, typed); }});
}

Result<void> keep_all(const Import& import, const ReturnedPlan& plan) {
  for (const ReturnedStep& asked : plan.steps)
    for (const std::string& file : asked.files)
      if (auto kept = import.workspace.keep_evidence(import.folder / file); !kept)
        return tl::unexpected(kept.error());
  return {};
}

// `plan` becomes what is recorded: under the lock the ledger may be another than before.
Result<Receipt> record_import(World& world, const Import& import, ReturnedPlan& plan) {
  return record_seeing(
      import.workspace, import.author, [&] { return import.workspace.read_ledger(); },
      [&](const Ledger& now) -> Result<Decision> {
        auto planned = plan_import(world, import, now);
        if (!planned) return tl::unexpected(planned.error());
        plan = std::move(*planned);
        return Decision{plan.drafts, RoleName::member, {}};
      });
}

void say_notes_of(World& world, const Import& import, const ReturnedPlan& plan) {
  for (const Fault& warning : plan.warnings)
    if (!world.quiet) world.err << render(warning, world.lang);
  if (!import.sheet.others.empty())
    world.say_to_people(phrase(Text{"注意：这些栏不是台账的，没有读：{0}",
                                    "note: these columns are none of the ledger's, not read: {0}"},
                               fmt::format("{}", fmt::join(import.sheet.others, " "))));
}

void say_recorded_steps(World& world, const ReturnedPlan& plan) {
  std::set<std::string> ids;
  for (const ReturnedStep& asked : plan.steps) ids.insert(asked.id);
  world.say_to_people(phrase(Text{"已记录 {0} 步，涉及 {1} 个问题", "recorded {0}, about {1}"},
                             counted(std::ssize(plan.steps), "step"),
                             counted(std::ssize(ids), "problem")));
}

Exit import_sheet(const RectifyImportOptions& options, World& world, const Import& import) {
  const auto ledger = import.workspace.read_ledger();
  if (!ledger) return report_failure(world, ledger.error());
  auto plan = plan_import(world, import, *ledger);
  if (!plan) return report_failure(world, plan.error());
  say_notes_of(world, import, *plan);
  if (plan->steps.empty()) {
    world.say_to_people(
        phrase(Text{"没有变化，什么也没有记录", "nothing has changed, and nothing was recorded"}));
    return Exit::done;
  }
  const ListContext context{import.workspace.organisation(), import.workspace.workdays(),
                            recording_day(import.author, import.workspace)};
  if (options.dry_run) {
    const Exit shown = print_table(world, options.output, returned_table(*plan, context));
    world.say_to_people(phrase(Text{"演练：什么也没有记录", "dry run: nothing was recorded"}));
    return shown;
  }
  if (auto kept = keep_all(import, *plan); !kept) return report_failure(world, kept.error());
  // Shown when it is recorded: what a program finds on standard output has happened.
  const auto receipt = record_import(world, import, *plan);
  if (!receipt) return report_failure(world, receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  say_recorded_steps(world, *plan);
  return print_table(world, options.output, returned_table(*plan, context));
}

// `--encoding` is how the result is written; the ledger's own has another name here.
Failure with_own_option(Failure failure) {
  for (Fault& fault : failure.faults)
    if (fault.name == "encoding" && !fault.hint.empty())
      fault.hint = phrase(Text{"加上 --input-encoding gb18030", "add --input-encoding gb18030"});
  return failure;
}

Exit run(const RectifyImportOptions& options, World& world) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  const auto read = read_sheet(world, options.file, options.input_encoding);
  if (!read) return report_failure(world, with_own_option(read.error()));
  const auto sheet = returned_sheet(*read, options.file == "-" ? "<stdin>" : options.file);
  if (!sheet) return report_failure(world, sheet.error());
  const Person* person = workspace->organisation().find_person(author->person);
  return import_sheet(
      options, world,
      {*workspace, *author, *person, *sheet, options.file, folder_of_ledger(world, options.file)});
}

}  // namespace

Command rectify_import_command() {
  return make_command<RectifyImportOptions>(
      "rectify import",
      {"读回填好的整改台账：变化一次记录并列出，要么全记、要么不记",
       "a filled-in ledger comes back: what changed is recorded, all or nothing"},
      {"$ sihu problems --branch zb05 --layout ledger -o 台账.xlsx\n"
       "$ sihu rectify import 台账.xlsx --dry-run",
       "$ sihu problems --branch zb05 --layout ledger -o ledger.xlsx\n"
       "$ sihu rectify import ledger.xlsx --dry-run"},
      declare, run);
}

}  // namespace sihu
