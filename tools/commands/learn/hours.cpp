// sihu learn hours: what everybody has learnt in a year, and what is still asked for.
#include "learn/hours.hpp"

#include "report/learn_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/learn.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"

#include <algorithm>
#include <utility>

namespace sihu {
namespace {

constexpr int first_year = 2000;
constexpr int last_year = 2099;

struct LearnHoursOptions {
  std::string person;
  std::string branch;
  int year = 0;
  Output output;
};

void declare(Flags& flags, LearnHoursOptions& options) {
  flags.optional_from_here();
  flags.text("PERSON", options.person,
             {"只看这个人（或支部）", "this person, or this branch, alone"}, Flags::What::person);
  flags.text("--branch", options.branch, {"只看这个支部的人", "people of this branch alone"},
             Flags::What::branch);
  flags.integer("--year", options.year, {"哪一年；不写是今年", "the year; else this one"},
                first_year, last_year);
  declare_output(flags, options.output);
}

// A person and a branch that the person is not of would list nobody.
Result<void> check_together(const Organisation& organisation, const LearnHoursOptions& options) {
  const Person* person = organisation.find_person(options.person);
  if (!person || options.branch.empty() || person->branch == options.branch) return {};
  if (person->branch.empty())
    return fail(Kind::usage, "not-of-branch",
                phrase(Text{"{0} 不属于任何支部，去掉 --branch {1}",
                            "{0} is of no branch: leave out --branch {1}"},
                       options.person, options.branch));
  return fail(Kind::usage, "not-of-branch",
              phrase(Text{"{0} 不是 {1} 的人，是 {2} 的：去掉 --branch，或写 --branch {2}",
                          "{0} is not of {1}, but of {2}: leave out --branch, or write --branch "
                          "{2}"},
                     options.person, options.branch, person->branch));
}

Result<void> check_known(const Organisation& organisation, const LearnHoursOptions& options) {
  if (auto known = check_known_branch(organisation, options.branch); !known) return known;
  if (auto known = check_known_person(organisation, options.person); !known) return known;
  return check_together(organisation, options);
}

// As in `sihu learn todo`, a branch may stand in the place of a person.
LearnHoursOptions with_branch(LearnHoursOptions options, const Organisation& organisation) {
  if (options.branch.empty() && organisation.find_branch(options.person))
    std::swap(options.branch, options.person);
  return options;
}

Exit run(const LearnHoursOptions& typed, World& world) {
  const auto desk = open_learning(world);
  if (!desk) return report_failure(world, desk.error());
  const Organisation& organisation = desk->workspace.organisation();
  const LearnHoursOptions options = with_branch(typed, organisation);
  if (const auto known = check_known(organisation, options); !known)
    return report_failure(world, known.error());
  const int year = options.year > 0 ? options.year : desk->today.year();
  auto people = learning_in({organisation, desk->state, year, desk->today});
  std::erase_if(people, [&](const LearnerYear& one) {
    return (!options.person.empty() && one.person->id != options.person) ||
           (!options.branch.empty() && one.person->branch != options.branch);
  });
  const Exit printed =
      print_table(world, options.output, learning_table(people, organisation, year));
  if (printed != Exit::done) return printed;
  for (const Phrase& word : learning_words(people, organisation.learn)) world.say_to_people(word);
  return printed;
}

}  // namespace

Command learn_hours_command() {
  return make_command<LearnHoursOptions>(
      "learn hours",
      {"学时够不够，新人有没有岗前培训和带教人",
       "hours against what is required, newcomers without on-boarding, mentors"},
      {"$ sihu learn hours --branch zb03\n$ sihu learn hours p007 --year 2026",
       "$ sihu learn hours --branch zb03\n$ sihu learn hours p007 --year 2026"},
      declare, run);
}

}  // namespace sihu
