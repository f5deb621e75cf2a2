// sihu roster log: a visit or a care talk took place; nothing of what was said.
#include "base/utf8.hpp"
#include "learn/contact.hpp"
#include "tools/cli/command.hpp"

namespace sihu {
namespace {

struct RosterLogOptions {
  std::string with;
  std::string kind;
  std::optional<Date> on;
};

void declare(Flags& flags, RosterLogOptions& options) {
  flags.text(
      "WITH", options.with,
      {"走访的支部，或谈心谈话的人", "the branch that was visited, or the person spoken with"},
      Flags::What::person);
  flags.choice("--kind", options.kind, {"visit", "talk"},
               {"visit 走访，talk 谈心谈话", "a visit to a branch, or a talk with a person"});
  flags.required();
  flags.date("--on", options.on, {"哪天", "the day"});
  flags.required();
}

Exit run(const RosterLogOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  const Organisation& organisation = workspace->organisation();
  const Person& by = *organisation.find_person(author->person);
  const ContactKind kind = options.kind == "talk" ? ContactKind::talk : ContactKind::visit;
  const auto receipt = workspace->record(*author, [&](const Ledger& ledger) -> Result<Decision> {
    auto logged = log_contact({kind, options.with, *options.on}, by, organisation, ledger,
                              recording_day(*author, *workspace));
    if (!logged) return tl::unexpected(logged.error());
    Decision decision;
    decision.role = logged->role;
    if (logged->draft) decision.drafts.push_back(std::move(*logged->draft));
    return decision;
  });
  if (!receipt) return report_failure(world, receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  const Phrase said =
      phrase(receipt->events.empty() ? Text{"早已登记：{0} {1} {2}", "logged before: {0} {1} {2}"}
                                     : Text{"已登记：{0} {1} {2}", "logged: {0} {1} {2}"},
             to_string(*options.on), wording(kind), options.with);
  world.say_recorded(visible(said.in(world.lang)) + "\n");
  return Exit::done;
}

}  // namespace

Command roster_log_command() {
  return make_command<RosterLogOptions>(
      "roster log",
      {"登记走访、谈心谈话：只记有过，不记内容",
       "log a visit or a care talk: that it took place, nothing of what was said"},
      {"$ sihu roster log zb03 --kind visit --on 2026-10-12\n"
       "$ sihu roster log p007 --kind talk --on 2026-10-12",
       "$ sihu roster log zb03 --kind visit --on 2026-10-12\n"
       "$ sihu roster log p007 --kind talk --on 2026-10-12"},
      declare, run);
}

}  // namespace sihu
