// sihu learn todo: what a branch or a person should learn next, and from whom.
#include "exam/topic_costs.hpp"
#include "report/todo_list.hpp"
#include "store/plans.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "tools/cli/inspection.hpp"
#include "tools/cli/learn.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/values.hpp"
#include "wording/number.hpp"

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
             {"哪个支部或哪个人；不写是所有支部", "a branch or a person; else all branches"});
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

// The newest quarter up to today's with an inspection or a test result in it; today's where there
// is none.
Quarter last_examined(const ProblemReading& reading, const ExamState& exams) {
  const Quarter now = Quarter::of(reading.today);
  std::optional<Quarter> last;
  const auto take = [&](Quarter quarter) {
    if (quarter <= now && (!last || *last < quarter)) last = quarter;
  };
  for (const auto& [key, state] : fold_checks(reading.ledger))
    if (!key.self) take(key.quarter);
  for (const auto& [of, result] : exams.results) take(of.first.quarter);
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

// What was lost in tests, and how many graded papers could not be looked into.
struct TestLosses {
  TopicCosts costs;
  std::size_t locked = 0;
};

Result<TestLosses> test_losses(const World& world, const ProblemReading& reading,
                               const ExamState& exams, Quarter quarter) {
  ExamForms forms(reading.workspace, exams);
  const auto papers =
      mark_graded(world, reading.workspace, exams, graded_papers(exams, quarter), forms);
  if (!papers) return tl::unexpected(papers.error());
  TestLosses losses;
  for (const MarkedPapers& marked : *papers) losses.locked += marked.locked.size();
  losses.costs = topic_costs(
      {exams, quarter, reading.workspace.organisation().quarter_weights.at("test"), forms.by_key()},
      *papers);
  return losses;
}

void say_locked(World& world, std::size_t locked) {
  if (locked > 0)
    world.say_to_people(
        phrase(Text{"{0} 份已有成绩的卷子是密封的，这里没有委员会的密钥：其中答错的题"
                    "没有算进去",
                    "{0} with a mark sealed to a key that is not here: what was "
                    "missed there is not counted"},
               counted(std::ptrdiff_t(locked), "paper")));
}

void add_learner(LearnTodo& todo, const Person& person, const LearnState& state,
                 const TestLosses& tests, Date today) {
  const auto people = learning_in({todo.organisation, state, today.year(), today});
  todo.learner = *std::ranges::find(people, &person, &LearnerYear::person);
  const auto own = tests.costs.people.find(person.id);
  if (own != tests.costs.people.end()) todo.own_topics = own->second;
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
  OverviewScene scene = overview_scene(*reading, shelf);
  const auto apart = pairs_now(*reading, scene);
  if (!apart) return report_failure(world, apart.error());
  const ExamState exams = fold_exams(reading->ledger);
  const Quarter quarter = options.quarter.value_or(last_examined(*reading, exams));
  const auto tests = test_losses(world, *reading, exams, quarter);
  if (!tests) return report_failure(world, tests.error());
  const auto plan = read_plan(reading->workspace, quarter);
  if (!plan) return report_failure(world, plan.error());
  scene.plan = *plan ? &**plan : nullptr;
  const auto checks = scored_checks(scene, quarter, {});
  auto costs = item_costs(checks, organisation.quarter_weights.at("check"));
  for (const auto& [branch, topics] : tests->costs.branches) add_costs(costs[branch], topics);
  const LearnState state = fold_learning(reading->ledger);
  const TeacherScene teaching{organisation, costs, *apart, state, courses->offered};
  auto teachers = find_teachers(teaching);
  if (whom->person) add_askable(teaching, whom->branch, teachers);
  const auto practices = fold_practices(reading->ledger, reading->workspace.zone());
  LearnTodo todo{organisation, quarter, costs, teachers, practices, courses->offered, whom->branch};
  if (whom->person) add_learner(todo, *whom->person, state, *tests, reading->today);
  const Exit printed = print_table(world, options.output, todo_table(todo));
  if (printed != Exit::done) return printed;
  for (const Phrase& word : todo_words(todo)) world.say_to_people(word);
  say_locked(world, tests->locked);
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
