// sihu roster: who there is, since when and in which roles, and what is worth a thought.
#include "learn/roster.hpp"

#include "document/extract.hpp"
#include "report/roster_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/learn.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"

namespace sihu {
namespace {

struct RosterOptions {
  std::string branch;
  Output output;
};

void declare(Flags& flags, RosterOptions& options) {
  flags.text("--branch", options.branch, {"只看这个支部的人", "people of this branch alone"},
             Flags::What::branch);
  declare_output(flags, options.output);
}

Exit run(const RosterOptions& options, World& world) {
  const auto desk = open_learning(world);
  if (!desk) return report_failure(world, desk.error());
  const Organisation& organisation = desk->workspace.organisation();
  if (const auto known = check_known_branch(organisation, options.branch); !known)
    return report_failure(world, known.error());
  const RosterSettings settings = roster_settings(desk->workspace.organisation_text());
  // On a branch's stick of others there is only who recorded something: nothing is vacant by that.
  const std::string own = extract_branch(desk->workspace.organisation_text());
  const Roster roster = roster_of({organisation, desk->state, desk->today.year(), desk->today},
                                  settings, options.branch.empty() ? own : options.branch);
  const Exit printed = print_table(world, options.output, roster_table(roster, organisation));
  if (printed != Exit::done) return printed;
  for (const Phrase& word : roster_words(roster, organisation, settings)) world.say_to_people(word);
  return printed;
}

}  // namespace

Command roster_command() {
  return make_command<RosterOptions>("roster",
                                     {"名册：专兼职、任职月数、空缺、任期、培训、带教、交流",
                                      "who there is: duty, terms, vacancies, training, exchange"},
                                     {"$ sihu roster\n$ sihu roster --branch zb03 -o 名册.xlsx",
                                      "$ sihu roster\n$ sihu roster --branch zb03 -o roster.xlsx"},
                                     declare, run);
}

}  // namespace sihu
