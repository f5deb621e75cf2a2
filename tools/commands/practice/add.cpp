// sihu practice add: register a good practice that was found at a branch.
#include "base/utf8.hpp"
#include "learn/practice.hpp"
#include "tools/cli/answers_input.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/learn.hpp"
#include "tools/cli/problem_reading.hpp"

namespace sihu {
namespace {

struct PracticeAddOptions {
  std::string branch;
  std::string item;
  std::string note;
  std::vector<std::string> evidence;
};

void declare(Flags& flags, PracticeAddOptions& options) {
  flags.text("BRANCH", options.branch, {"哪个支部的做法", "whose practice it is"},
             Flags::What::branch);
  flags.text("--item", options.item, {"做得好的是哪个条目", "the item that is met so well"},
             Flags::What::item);
  flags.required();
  flags.text("--note", options.note, {"怎么做的", "what they do"});
  flags.required();
  flags.texts("--evidence", options.evidence, {"佐证材料文件", "a file as evidence"},
              Flags::What::file);
}

Result<void> check_request(const PracticeAddOptions& options, const Workspace& workspace) {
  if (auto known = check_known_branch(workspace.organisation(), options.branch); !known)
    return known;
  if (options.note.find_first_not_of(" \t\r\n") == std::string::npos)
    return fail(Kind::usage, "note-missing",
                phrase(Text{"必须用 --note 写明怎么做的", "say what they do, with --note"}));
  const auto items = all_items(workspace);
  if (!items) return tl::unexpected(items.error());
  return check_known_item(*items, options.item);
}

Result<Decision> decide(const Ledger& ledger, const Workspace& workspace, const Author& author,
                        const PracticeRequest& request) {
  const Organisation& organisation = workspace.organisation();
  const auto role = may_register_practice(organisation, *organisation.find_person(author.person),
                                          request.branch, recording_day(author, workspace));
  if (!role) return tl::unexpected(role.error());
  Decision decision;
  decision.role = *role;
  if (auto draft = register_practice(request, fold_practices(ledger, workspace.zone())))
    decision.drafts.push_back(std::move(*draft));
  return decision;
}

// It is recorded all the same: answers given on paper may be entered later.
void say_not_inspected(World& world, const Workspace& workspace, const Author& author,
                       const PracticeRequest& request, const Ledger& ledger) {
  const Organisation& organisation = workspace.organisation();
  const Person& person = *organisation.find_person(author.person);
  if (person.has_role(RoleName::committee, recording_day(author, workspace)) ||
      has_inspected(organisation, fold_checks(ledger), person, request.branch))
    return;
  world.say_to_people(phrase(
      Text{"注意：台账里没有{0}检查{1}的记录，照样登记了；支部没有写错吧",
           "note: the ledger has no inspection of {1} by {0}, and it is registered all the "
           "same; is it the right branch"},
      branch_phrase(organisation, person.branch), branch_phrase(organisation, request.branch)));
}

// Evidence is kept only for what may be registered.
Result<PracticeRequest> prepare(const PracticeAddOptions& options, const World& world,
                                const Workspace& workspace, const Author& author) {
  PracticeRequest request{options.branch, options.item, options.note, {}};
  if (options.evidence.empty()) return request;
  const auto ledger = workspace.read_ledger();
  if (!ledger) return tl::unexpected(ledger.error());
  if (auto may = decide(*ledger, workspace, author, request); !may)
    return tl::unexpected(may.error());
  auto kept = keep_files(world, workspace, options.evidence);
  if (!kept) return tl::unexpected(kept.error());
  request.evidence = std::move(*kept);
  return request;
}

Exit run(const PracticeAddOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  if (const auto sound = check_request(options, *workspace); !sound)
    return report_failure(world, sound.error());
  const auto request = prepare(options, world, *workspace, *author);
  if (!request) return report_failure(world, request.error());
  const auto before = workspace->read_ledger();
  if (!before) return report_failure(world, before.error());
  const auto receipt = workspace->record(
      *author, [&](const Ledger& ledger) { return decide(ledger, *workspace, *author, *request); });
  if (!receipt) return report_failure(world, receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  if (!receipt->events.empty()) say_not_inspected(world, *workspace, *author, *request, *before);
  const Phrase said = phrase(
      receipt->events.empty()
          ? Text{"早已登记{0}的这条好做法：{1}", "this practice of {0} was registered before: {1}"}
          : Text{"已登记{0}的好做法：{1}", "registered a good practice of {0}: {1}"},
      branch_phrase(workspace->organisation(), options.branch), options.item);
  world.say_recorded(visible(said.in(world.lang)) + "\n");
  return Exit::done;
}

}  // namespace

Command practice_add_command() {
  return make_command<PracticeAddOptions>(
      "practice add", {"登记一条好做法", "register a good practice"},
      {"$ sihu practice add zb03 --item DF-11 --note 每月5日前公示 --evidence records/notices.csv",
       "$ sihu practice add zb03 --item DF-11 --note \"posted by the 5th\" --evidence "
       "records/notices.csv"},
      declare, run);
}

}  // namespace sihu
