// sihu learn todo: what a branch or a person should learn next, and from whom.
#include "report/todo_words.hpp"
#include "store/plans.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/learn.hpp"
#include "tools/cli/losses.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/values.hpp"

#include <algorithm>

namespace sihu {
namespace {

struct LearnTodoOptions {
  std::string whom;
  std::optional<Quarter> quarter;
  Output output;
};

void declare(Flags& flags, LearnTodoOptions& options) {
  flags.optional_from_here();
  flags.text("BRANCH|PERSON", options.whom,
             {"哪个支部或哪个人；不写是所有支部", "a branch or a person; else all branches"},
             Flags::What::learner);
  flags.quarter("--quarter", options.quarter,
                {"按哪个季度的检查和考试；不写是最近有结果的",
                 "by whose checks and tests; else the last that has some"});
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

void add_learner(LearnTodo& todo, const Person& person, const LearnState& state,
                 const QuarterLosses& losses, Date today) {
  const auto people = learning_in({todo.organisation, state, today.year(), today});
  todo.learner = *std::ranges::find(people, &person, &LearnerYear::person);
  const auto own = losses.people.find(person.id);
  if (own != losses.people.end()) todo.own_topics = own->second;
}

// A quarter whose tests are marked before anybody inspects hides what the last inspections found.
void say_inspected_before(World& world, const ProblemReading& reading, Shelf& shelf,
                          Quarter quarter) {
  const auto inspected = [&](Quarter one) {
    return !scored_checks(overview_scene(reading, shelf), one, {}).empty();
  };
  const Quarter before = quarter.previous();
  if (!inspected(quarter) && inspected(before))
    world.say_to_people(phrase(Text{"{0} 还没有检查；上次检查失分的看 --quarter {1}",
                                    "nobody has inspected in {0} yet; what the last inspections "
                                    "took off is in --quarter {1}"},
                               to_string(quarter), to_string(before)));
}

Exit run(const LearnTodoOptions& options, World& world) {
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
  const Quarter now = Quarter::of(reading->today);
  const auto plan = read_plan(reading->workspace, now);
  if (!plan) return report_failure(world, plan.error());
  const PlanFile* planned = *plan ? &**plan : nullptr;
  const BranchPairs apart = inspecting_pairs(
      planned, scored_checks(overview_scene(*reading, shelf), now, {}), organisation);
  const ExamState exams = fold_exams(reading->ledger);
  const Quarter quarter =
      options.quarter.value_or(last_examined(*reading, exams, now).value_or(now));
  const auto losses = quarter_losses(world, *reading, shelf, exams, quarter);
  if (!losses) return report_failure(world, losses.error());
  const LearnState state = fold_learning(reading->ledger);
  const TeacherScene teaching{organisation, losses->branches, apart,
                              state,        courses->offered, planned};
  auto teachers = find_teachers(teaching);
  if (whom->person) add_askable(teaching, whom->branch, teachers);
  const auto practices = fold_practices(reading->ledger, reading->workspace.zone());
  LearnTodo todo{organisation, quarter,          losses->branches, teachers,
                 practices,    courses->offered, whom->branch,     planned};
  todo.without_teacher = whom->person ? without_anybody_to_ask(teaching, whom->branch, teachers)
                                      : without_teacher(teaching, teachers);
  if (whom->person) add_learner(todo, *whom->person, state, *losses, reading->today);
  const Exit printed = print_table(world, options.output, todo_table(todo));
  if (printed != Exit::done) return printed;
  for (const Phrase& word : todo_words(todo)) world.say_to_people(word);
  if (!options.quarter) say_inspected_before(world, *reading, shelf, quarter);
  say_locked(world, losses->locked);
  return printed;
}

}  // namespace

Command learn_todo_command() {
  return make_command<LearnTodoOptions>(
      "learn todo",
      {"学什么、向谁学：失分最多的在前", "what to learn and from whom, dearest first"},
      {"$ sihu learn todo zb05\n$ sihu learn todo p007 --quarter 2026Q4",
       "$ sihu learn todo zb05\n$ sihu learn todo p007 --quarter 2026Q4"},
      declare, run);
}

}  // namespace sihu
