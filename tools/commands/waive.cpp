// sihu waive: the committee accepts that a branch does not meet an item for a time.
#include "base/utf8.hpp"
#include "problem/waiver.hpp"
#include "report/waiver_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"

#include <algorithm>
#include <ostream>

namespace sihu {
namespace {

struct WaiveOptions {
  std::string branch;
  std::string item;
  std::optional<Date> until;
  std::string note;
  bool list = false;
  Output output;
};

void declare(Flags& flags, WaiveOptions& options) {
  flags.optional_from_here();
  flags.text("BRANCH", options.branch, {"支部", "the branch"}, Flags::What::branch);
  flags.text("ITEM", options.item, {"条目编号", "the item's id"}, Flags::What::item);
  flags.date("--until", options.until, {"最后一天（含当日）", "the last day, inclusive"});
  flags.text("--note", options.note, {"理由", "the reason"});
  flags.flag("--list", options.list, {"列出全部豁免", "list all waivers"});
  declare_output(flags, options.output);
}

// The items of that id in every checklist of the workspace.
Result<std::vector<Item>> items_called(const std::string& id, const Workspace& workspace) {
  std::vector<Item> items;
  const auto ids = workspace.checklist_ids();
  if (!ids) return tl::unexpected(ids.error());
  for (const std::string& checklist : *ids) {
    const auto kept = workspace.checklist(checklist);
    if (!kept) return tl::unexpected(kept.error());
    if (const Item* item = kept->checklist.find(id)) items.push_back(*item);
  }
  return items;
}

// An item that is gone from the checklists is known as long as a waiver names it.
Result<void> check_known_item(const std::string& id, const std::vector<Waiver>& waivers,
                              const Workspace& workspace) {
  if (id.empty() || std::ranges::find(waivers, id, &Waiver::item) != waivers.end()) return {};
  const auto items = items_called(id, workspace);
  if (!items) return tl::unexpected(items.error());
  if (!items->empty()) return {};
  return fail(Kind::input, "unknown-item",
              phrase(Text{"没有检查表、也没有豁免含有条目 {0}",
                          "neither a checklist nor a waiver has the item {0}"},
                     id));
}

Exit print_list(const WaiveOptions& options, World& world) {
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  if (const auto known = check_known_branch(*reading, options.branch); !known)
    return report_failure(world, known.error());
  auto waivers = fold_waivers(reading->ledger, reading->workspace.zone());
  if (const auto known = check_known_item(options.item, waivers, reading->workspace); !known)
    return report_failure(world, known.error());
  std::erase_if(waivers, [&](const Waiver& waiver) {
    return (!options.branch.empty() && waiver.branch != options.branch) ||
           (!options.item.empty() && waiver.item != options.item);
  });
  return print_table(world, options.output,
                     waiver_table(waivers, reading->workspace.organisation(), reading->today));
}

Result<void> check_arguments(const WaiveOptions& options) {
  Failure failure{Kind::usage, {}};
  const auto need = [&](bool given, Phrase what) {
    if (!given) failure.faults.push_back({{}, "missing-value", std::move(what)});
  };
  need(!options.branch.empty(), phrase(Text{"缺少支部", "BRANCH is missing"}));
  need(!options.item.empty(), phrase(Text{"缺少条目编号", "ITEM is missing"}));
  need(options.until.has_value(), phrase(Text{"缺少 --until 日期", "--until DATE is missing"}));
  need(!options.note.empty(),
       phrase(Text{"豁免必须用 --note 说明理由", "a waiver needs a reason, with --note"}));
  if (failure.faults.empty()) return {};
  return tl::unexpected(std::move(failure));
}

Result<Decision> decide(const WaiveOptions& options, const Workspace& workspace,
                        const std::vector<Item>& items, const Author& author) {
  const Organisation& organisation = workspace.organisation();
  if (!organisation.find_branch(options.branch))
    return fail(Kind::input, "unknown-branch",
                phrase(Text{"sihu.yaml 中没有支部 \"{0}\"", "sihu.yaml has no branch \"{0}\""},
                       options.branch));
  std::vector<const Item*> pointers;
  for (const Item& item : items) pointers.push_back(&item);
  auto draft =
      grant_waiver({options.branch, options.item, *options.until, options.note}, pointers,
                   *organisation.find_person(author.person), recording_day(author, workspace));
  if (!draft) return tl::unexpected(draft.error());
  Decision decision;
  decision.role = RoleName::committee;
  decision.drafts.push_back(std::move(*draft));
  return decision;
}

Exit run(const WaiveOptions& options, World& world) {
  if (options.list) return print_list(options, world);
  if (const auto complete = check_arguments(options); !complete)
    return report_failure(world, complete.error());
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  const auto items = items_called(options.item, *workspace);
  if (!items) return report_failure(world, items.error());
  const auto receipt = workspace->record(
      *author, [&](const Ledger&) { return decide(options, *workspace, *items, *author); });
  if (!receipt) return report_failure(world, receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  const Phrase said = phrase(
      Text{"已豁免：{0} 的 {1}，至 {2}（含当日）", "waived: {1} at {0}, until {2} inclusive"},
      branch_phrase(workspace->organisation(), options.branch), options.item,
      to_string(*options.until));
  world.say_recorded(visible(said.in(world.lang)) + "\n");
  return Exit::done;
}

}  // namespace

Command waive_command() {
  return make_command<WaiveOptions>(
      "waive",
      {"豁免：在限期内接受某支部某条目的偏离",
       "accept that a branch does not meet an item for a time"},
      {"$ sihu waive zb05 DF-02 --until 2026-12-31 --note 合并账户期间",
       "$ sihu waive zb05 DF-02 --until 2026-12-31 --note \"while accounts are merged\""},
      declare, run);
}

}  // namespace sihu
