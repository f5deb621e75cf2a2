#include "tools/cli/losses.hpp"

#include "store/plans.hpp"
#include "tools/cli/exam.hpp"
#include "tools/cli/learn.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

// Adds what was missed in tests, as far as they can be read here.
Result<void> add_tests(const World& world, const ProblemReading& reading, const ExamState& exams,
                       Quarter quarter, QuarterLosses& into) {
  ExamForms forms(reading.workspace, exams);
  const auto papers =
      mark_graded(world, reading.workspace, exams, graded_papers(exams, quarter), forms);
  if (!papers) return tl::unexpected(papers.error());
  for (const MarkedPapers& marked : *papers) into.locked += marked.locked.size();
  TopicCosts topics = topic_costs(
      {exams, quarter, reading.workspace.organisation().quarter_weights.at("test"), forms.by_key()},
      *papers);
  for (const auto& [branch, costs] : topics.branches) add_costs(into.branches[branch], costs);
  into.people = std::move(topics.people);
  return {};
}

}  // namespace

std::optional<Quarter> last_examined(const ProblemReading& reading, const ExamState& exams,
                                     Quarter until) {
  std::optional<Quarter> last;
  const auto take = [&](Quarter quarter) {
    if (quarter <= until && (!last || *last < quarter)) last = quarter;
  };
  for (const auto& [key, state] : fold_checks(reading.ledger))
    if (!key.self) take(key.quarter);
  for (const auto& [of, result] : exams.results) take(of.first.quarter);
  return last;
}

Result<QuarterLosses> quarter_losses(const World& world, const ProblemReading& reading,
                                     Shelf& shelf, const ExamState& exams, Quarter quarter) {
  const auto plan = read_plan(reading.workspace, quarter);
  if (!plan) return tl::unexpected(plan.error());
  OverviewScene scene = overview_scene(reading, shelf);
  scene.plan = *plan ? &**plan : nullptr;
  const Rational weight = reading.workspace.organisation().quarter_weights.at("check");
  QuarterLosses losses;
  losses.branches = item_costs(scored_checks(scene, quarter, {}), weight);
  if (auto tests = add_tests(world, reading, exams, quarter, losses); !tests)
    return tl::unexpected(tests.error());
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

Result<PlannedLessons> plan_lessons(World& world, const Organisation& organisation,
                                    const PlanFile& plan) {
  PlannedLessons lessons;
  if (!plans_lessons(organisation)) return lessons;
  const auto reading = read_problems(world);
  if (!reading) return tl::unexpected(reading.error());
  const ExamState exams = fold_exams(reading->ledger);
  lessons.by = last_examined(*reading, exams, plan.quarter.previous());
  if (!lessons.by) return lessons;
  const auto courses = open_courses(reading->workspace);
  if (!courses) return tl::unexpected(courses.error());
  Shelf shelf(reading->workspace);
  const auto losses = quarter_losses(world, *reading, shelf, exams, *lessons.by);
  if (!losses) return tl::unexpected(losses.error());
  say_locked(world, losses->locked);
  const BranchPairs apart = inspecting_pairs(&plan, {}, organisation);
  const LearnState learnt = fold_learning(reading->ledger);
  lessons.rows = lesson_rows({organisation, losses->branches, apart, learnt, courses->offered});
  return lessons;
}

}  // namespace sihu
