#include "learn/lessons.hpp"

#include "wording/number.hpp"

#include <algorithm>
#include <tuple>

namespace sihu {
namespace {

const LearningCost* cost_of(const BranchCosts& costs, const std::string& branch,
                            const std::string& lesson) {
  const auto own = costs.find(branch);
  if (own == costs.end()) return nullptr;
  const auto found = std::ranges::find(own->second, lesson, learning_key);
  return found == own->second.end() ? nullptr : &*found;
}

// Points are of 100, so whole ones tell enough.
Phrase reason_of(const LearningCost& learner, const LearningCost& teacher) {
  const std::string from = learner.score.rounded(0);
  const std::string to = teacher.score.rounded(0);
  if (learner.is_topic())
    return phrase(Text{"试题得分率 {0} → {1}", "share of points in tests {0} → {1}"}, from, to);
  return phrase(Text{"{0}（{1} → {2}）", "{0} ({1} → {2})"}, learner.item->title, from, to);
}

}  // namespace

std::vector<PlanRow> lesson_rows(const TeacherScene& scene) {
  std::vector<PlanRow> rows;
  for (const auto& [lesson, teacher] : find_teachers(scene)) {
    const auto& [branch, key] = lesson;
    const LearningCost* learner = cost_of(scene.costs, branch, key);
    const LearningCost* helper = cost_of(scene.costs, teacher, key);
    PlanRow row{Mutual::learn, teacher, branch};
    row.lesson = key;
    if (learner && helper) row.note = reason_of(*learner, *helper);
    rows.push_back(std::move(row));
  }
  std::ranges::sort(rows, {},
                    [](const PlanRow& row) { return std::tuple(row.from, row.to, row.lesson); });
  return rows;
}

bool plans_lessons(const Organisation& organisation) {
  return organisation.learn.capacity > 0 && organisation.branches.size() <= most_paired_branches;
}

void add_lessons(PlanFile& plan, const std::vector<PlanRow>& lessons) {
  const auto papers = std::ranges::find(plan.rows, Mutual::test, &PlanRow::mutual);
  plan.rows.insert(papers, lessons.begin(), lessons.end());
}

Phrase lessons_note(const PlannedLessons& lessons, const Organisation& organisation) {
  if (organisation.branches.size() > most_paired_branches)
    return phrase(Text{"互学：支部多于 {0} 个，不配帮带支部",
                       "learning: with more than {0} branches nobody is paired"},
                  most_paired_branches);
  if (!plans_lessons(organisation))
    return phrase(Text{"互学：sihu.yaml 的 learn: capacity 是 0，不配帮带支部",
                       "learning: nobody is paired, as learn: capacity is 0 in sihu.yaml"});
  if (!lessons.by)
    return phrase(Text{"互学：以前的季度没有检查和考试结果，没有配帮带支部",
                       "learning: nobody is paired, as earlier quarters have no results of checks "
                       "and tests"});
  if (lessons.rows.empty())
    return phrase(Text{"互学：按 {0} 的检查和考试没有可配的：一条低于 {1} 分、别的支部做到 {2} "
                       "分以上、又不互相检查的才配",
                       "learning: by checks and tests of {0} nobody is paired: a lesson is what "
                       "one has less than {1} in, and another, who neither inspects nor is "
                       "inspected by it, {2} or more"},
                  to_string(*lessons.by), learnt_below, taught_from);
  return phrase(Text{"互学：按 {0} 的检查和考试，强带弱配了 {1} 课",
                     "learning: by checks and tests of {0} the strong teach the weak {1}"},
                to_string(*lessons.by), counted(std::ssize(lessons.rows), "lesson"));
}

}  // namespace sihu
