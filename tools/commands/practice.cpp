// sihu practice: the library of good practices that were found.
#include "report/practice_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/learn.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"

#include <algorithm>

namespace sihu {
namespace {

struct PracticeOptions {
  std::string branch;
  std::string item;
  Output output;
};

void declare(Flags& flags, PracticeOptions& options) {
  flags.text("--branch", options.branch, {"只看这个支部的", "of this branch alone"},
             Flags::What::branch);
  flags.text("--item", options.item, {"只看这个条目的", "for this item alone"}, Flags::What::item);
  declare_output(flags, options.output);
}

// An empty list says nothing of why it is empty, nor how it fills.
void say_none(World& world, bool any_registered) {
  world.say_to_people(
      any_registered
          ? phrase(Text{"登记过的好做法里没有这样的",
                        "no good practice that is registered is such a one"})
          : phrase(
                Text{"还没有登记过好做法。检查时发现了就登记：sihu practice add 支部 --item "
                     "条目 --note 怎么做的",
                     "no good practice is registered yet. Whoever finds one in a check registers "
                     "it: sihu practice add BRANCH --item ITEM --note \"what they do\""}));
}

Exit run(const PracticeOptions& options, World& world) {
  const auto desk = open_learning(world);
  if (!desk) return report_failure(world, desk.error());
  const Organisation& organisation = desk->workspace.organisation();
  if (const auto known = check_known_branch(organisation, options.branch); !known)
    return report_failure(world, known.error());
  const auto items = all_items(desk->workspace);
  if (!items) return report_failure(world, items.error());
  auto practices = fold_practices(desk->ledger, desk->workspace.zone());
  // An item that is gone from the checklists is known as long as a practice names it.
  if (std::ranges::find(practices, options.item, &Practice::item) == practices.end())
    if (const auto known = check_known_item(*items, options.item); !known)
      return report_failure(world, known.error());
  const bool any_registered = !practices.empty();
  std::erase_if(practices, [&](const Practice& practice) {
    return (!options.branch.empty() && practice.branch != options.branch) ||
           (!options.item.empty() && practice.item != options.item);
  });
  if (practices.empty()) say_none(world, any_registered);
  return print_table(world, options.output,
                     practice_table(practices, organisation, [&](const std::string& id) {
                       const auto found = items->find(id);
                       return found == items->end() ? same(id) : found->second.title;
                     }));
}

}  // namespace

Command practice_command() {
  return make_command<PracticeOptions>(
      "practice", {"好做法：检查中发现、可供学习的", "good practices that were found in checks"},
      {"$ sihu practice --item DF-11\n"
       "$ sihu practice --branch zb03 --format md",
       "$ sihu practice --item DF-11\n"
       "$ sihu practice --branch zb03 --format md"},
      declare, run);
}

}  // namespace sihu
