// sihu learn todo: what a branch or a person should learn next, and from whom.
#include "report/todo_list.hpp"
#include "store/plans.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/inspection.hpp"
#include "tools/cli/learn.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/values.hpp"

#include <algorithm>

namespace sihu {
namespace {

struct Options {
  std::string whom;
  std::optional<Quarter> quarter;
  Output output;
};

void declare(Flags& flags, Options& options) {
  flags.optional_from_here();
  flags.text("BRANCH|PERSON", options.whom,
             {"哪个支部或哪个人；不写是所有支部", "a branch or a person; else all branches"});
  flags.quarter(
      "--quarter", options.quarter,
      {"按哪个季度的检查；不写是最近有检查的", "by whose checks; else the last that has some"});
  declare_output(flags, options.output);
}

// Whom it is about: a branch, a person with the own branch, or all.
struct Whom {
  std::string branch;
  const Person* person = nullptr;
};

Result<Whom> find_whom(const Organisation& organisation, const std::string& id) {
  if (id.empty()) return Whom{};
  if (organisation.find_branch(id)) return Whom{id, nullptr};
  if (const Person* person = organisation.find_person(id)) return Whom{person->branch, person};
  std::vector<std::string> ids;
  for (const Branch& branch : organisation.branches) ids.push_back(branch.id);
  for (const Person& person : organisation.people) ids.push_back(person.id);
  return fail(Kind::input, "unknown-learner",
              phrase(Text{"sihu.yaml 中没有支部或人员 \"{0}\"",
                          "sihu.yaml has neither a branch nor a person \"{0}\""},
                     id),
              did_you_mean(id, ids));
}

// The newest quarter up to today's with an inspection in it; today's where there is none.
Quarter last_inspected(const ProblemReading& reading) {
  const Quarter now = Quarter::of(reading.today);
  std::optional<Quarter> last;
  for (const auto& [key, state] : fold_checks(reading.ledger))
    if (!key.self && key.quarter <= now && (!last || *last < key.quarter)) last = key.quarter;
  return last.value_or(now);
}

// Who inspects whom now, when the lessons are held.
Result<BranchPairs> pairs_now(const ProblemReading& reading, const OverviewScene& scene) {
  const Quarter now = Quarter::of(reading.today);
  const auto plan = read_plan(reading.workspace, now);
  if (!plan) return tl::unexpected(plan.error());
  return inspecting_pairs(*plan ? &**plan : nullptr, scored_checks(scene, now, {}),
                          reading.workspace.organisation());
}

Exit run(const Options& options, World& world) {
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  const Organisation& organisation = reading->workspace.organisation();
  const auto whom = find_whom(organisation, options.whom);
  if (!whom) return report_failure(world, whom.error());
  if (auto known = check_known_quarter(*reading, options.quarter); !known)
    return report_failure(world, known.error());
  const auto courses = open_courses(reading->workspace);
  if (!courses) return report_failure(world, courses.error());
  Shelf shelf(reading->workspace);
  const OverviewScene scene = overview_scene(*reading, shelf);
  const auto apart = pairs_now(*reading, scene);
  if (!apart) return report_failure(world, apart.error());
  const Quarter quarter = options.quarter.value_or(last_inspected(*reading));
  const auto checks = scored_checks(scene, quarter, {});
  const auto costs = item_costs(checks, organisation.quarter_weights.at("check"));
  const LearnState state = fold_learning(reading->ledger);
  const auto teachers = find_teachers({organisation, costs, *apart, state, courses->offered});
  const auto practices = fold_practices(reading->ledger, reading->workspace.zone());
  LearnTodo todo{organisation, quarter, costs, teachers, practices, courses->offered, whom->branch};
  if (whom->person) {
    const auto people = learning_in({organisation, state, reading->today.year(), reading->today});
    todo.learner = *std::ranges::find(people, whom->person, &LearnerYear::person);
  }
  const Exit printed = print_table(world, options.output, todo_table(todo));
  if (printed != Exit::done) return printed;
  for (const Phrase& word : todo_words(todo)) world.say_to_people(word);
  return printed;
}

}  // namespace

Command learn_todo_command() {
  return make_command<Options>(
      "learn todo",
      {"学什么、向谁学：失分最多的在前", "what to learn and from whom, dearest first"},
      {"$ sihu learn todo zb05\n$ sihu learn todo p007 --quarter 2026Q4",
       "$ sihu learn todo zb05\n$ sihu learn todo p007 --quarter 2026Q4"},
      declare, run);
}

}  // namespace sihu
