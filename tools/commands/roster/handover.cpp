// sihu roster handover: what one person leaves to another, and a page to start with.
#include "check/handover.hpp"

#include "base/utf8.hpp"
#include "problem/twins.hpp"
#include "report/start_sheet.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"

namespace sihu {
namespace {

struct RosterHandoverOptions {
  std::string from;
  std::string to;
  std::string note;
  bool dry_run = false;
  Output output;
};

void declare(Flags& flags, RosterHandoverOptions& options) {
  flags.text("PERSON", options.from, {"谁交", "who hands over"}, Flags::What::person);
  flags.text("--to", options.to, {"谁接", "who takes over"}, Flags::What::person);
  flags.required();
  flags.text("--note", options.note, {"说明，如调任", "why, such as another post"});
  flags.required();
  flags.flag("--dry-run", options.dry_run,
             {"只说会交接什么，什么都不写",
              "say what would pass on, "
              "write nothing"});
  flags.text("-o,--output", options.output.file,
             {"给接手人的一页纸（.html .md .txt）", "a page for who takes over (.html .md .txt)"},
             Flags::What::file);
}

Result<void> check_use(const RosterHandoverOptions& options, const Organisation& organisation) {
  for (const std::string& id : {options.from, options.to})
    if (auto known = check_known_person(organisation, id); !known) return known;
  if (options.note.find_first_not_of(" \t\r\n") == std::string::npos)
    return fail(Kind::usage, "note-missing",
                phrase(Text{"交接必须用 --note 说明，如调任",
                            "a handover says why, with --note, such as another post"}));
  if (options.output.file.empty()) return {};
  const auto format = format_of(options.output);
  if (!format) return tl::unexpected(format.error());
  if (is_for_people(*format) && *format != Format::xlsx) return {};
  return fail(
      Kind::usage, "no-page",
      phrase(Text{"一页纸以 .html、.md 或 .txt 结尾", "a page ends in .html, .md or .txt"}));
}

// The ledger as it is, in the terms of a handover.
struct Desk {
  ProblemList list;
  std::map<CheckKey, CheckState> checks;
};

Desk desk_of(const Ledger& ledger, const Workspace& workspace) {
  return {join_twins(fold_problems(ledger, workspace.organisation(), workspace.zone())),
          fold_checks(ledger)};
}

HandoverScene scene_of(const Desk& desk, const RosterHandoverOptions& options,
                       const Workspace& workspace, const Author& author) {
  const Organisation& organisation = workspace.organisation();
  return {desk.list,
          desk.checks,
          *organisation.find_person(options.from),
          *organisation.find_person(options.to),
          *organisation.find_person(author.person),
          options.note,
          {organisation, workspace.workdays(), recording_day(author, workspace)}};
}

void say_handover(World& world, const Handover& handover, const HandoverScene& scene,
                  const ListContext& context, bool dry_run) {
  Phrase head = phrase(Text{"没有要交接的问题", "no problem to hand over"});
  if (!handover.problems.empty())
    head = phrase(
        dry_run
            ? Text{"会从{0}交给{1}的问题：{2} 个", "problems that would pass from {0} to {1}: {2}"}
            : Text{"从{0}交给{1}的问题：{2} 个", "problems passed from {0} to {1}: {2}"},
        scene.from.name, scene.to.name, handover.problems.size());
  std::string lines = visible(head.in(world.lang)) + '\n';
  lines +=
      render(handover_table(handover.problems, context), Format::table, look_for(world, Output{}));
  world.say_recorded(lines);
  for (const Phrase& word : handover_words(handover, scene)) world.say_to_people(word);
}

// Judged on the ledger as it is under the lock; every assignment is written, or none.
Result<Receipt> record_handover(const Workspace& workspace, const Author& author,
                                const RosterHandoverOptions& options) {
  return workspace.record(author, [&](const Ledger& ledger) -> Result<Decision> {
    const Desk desk = desk_of(ledger, workspace);
    auto handover = hand_over(scene_of(desk, options, workspace, author));
    if (!handover) return tl::unexpected(handover.error());
    return Decision{std::move(handover->step.drafts), handover->step.role, {}};
  });
}

Exit print_page(World& world, const RosterHandoverOptions& options, const Workspace& workspace,
                const HandoverScene& before, const std::vector<CheckKey>& checks,
                const ListContext& context) {
  if (options.output.file.empty()) return Exit::done;
  const auto now = workspace.read_ledger();
  if (!now) return report_failure(world, now.error());
  const Desk desk = desk_of(*now, workspace);
  return print_briefing(world, options.output,
                        start_sheet({before.to, before.from, desk.list, checks, context}));
}

Exit run(const RosterHandoverOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  if (const auto sound = check_use(options, workspace->organisation()); !sound)
    return report_failure(world, sound.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  const auto ledger = workspace->read_ledger();
  if (!ledger) return report_failure(world, ledger.error());
  const Desk desk = desk_of(*ledger, *workspace);
  const HandoverScene scene = scene_of(desk, options, *workspace, *author);
  const auto handover = hand_over(scene);
  if (!handover) return report_failure(world, handover.error());
  if (!options.dry_run && !handover->problems.empty()) {
    const auto receipt = record_handover(*workspace, *author, options);
    if (!receipt) return report_failure(world, receipt.error());
    for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  }
  const ListContext context = list_context(*workspace, scene.judgement.today, world.lang);
  say_handover(world, *handover, scene, context, options.dry_run);
  if (options.dry_run) return Exit::done;
  return print_page(world, options, *workspace, scene, handover->checks, context);
}

}  // namespace

Command roster_handover_command() {
  return make_command<RosterHandoverOptions>(
      "roster handover",
      {"交接：没办完的问题转给接手人，检查、角色提示到人，另有一页纸",
       "open problems pass on, checks and roles are named, with a page to start with"},
      {"$ sihu roster handover p005 --to p006 --note 调任 --dry-run\n"
       "$ sihu roster handover p005 --to p006 --note 调任 -o 接手.html",
       "$ sihu roster handover p005 --to p006 --note \"new post\" --dry-run\n"
       "$ sihu roster handover p005 --to p006 --note \"new post\" -o start.html"},
      declare, run);
}

}  // namespace sihu
