#include "learn/no_teacher.hpp"

#include <algorithm>

namespace sihu {
namespace {

using Teachers = std::map<BranchLesson, std::string>;

// The branches that do each thing well enough to teach it.
using Helpers = std::map<std::string, std::vector<std::string>>;

Helpers helpers_in(const BranchCosts& costs) {
  Helpers helpers;
  for (const auto& [branch, all] : costs)
    for (const LearningCost& cost : all)
      if (cost.score >= Rational(taught_from)) helpers[learning_key(cost)].push_back(branch);
  return helpers;
}

enum class Reach { nobody, apart, somebody };

Reach reach_of(const TeacherScene& scene, const Helpers& helpers, const BranchLesson& lesson) {
  const auto& [branch, key] = lesson;
  const auto found = helpers.find(key);
  if (found == helpers.end()) return Reach::nobody;
  Reach reach = Reach::nobody;
  for (const std::string& helper : found->second) {
    if (helper == branch) continue;
    if (!scene.apart.contains(std::minmax(helper, branch))) return Reach::somebody;
    reach = Reach::apart;
  }
  return reach;
}

// Lessons of one branch are looked at dearest first, as teachers are found for them.
class LessonReasons {
 public:
  LessonReasons(const TeacherScene& scene, const Helpers& helpers, const Teachers& planned,
                const std::string& branch)
      : scene_(scene), helpers_(helpers), planned_(planned), branch_(branch) {
    before_ = static_cast<int>(std::ranges::count_if(
        planned, [&](const auto& lesson) { return lesson.first.first == branch; }));
  }

  NoTeacher next(const LearningCost& cost) {
    if (scene_.organisation.learn.capacity == 0) return NoTeacher::switched_off;
    if (scene_.organisation.branches.size() > most_paired_branches) return NoTeacher::too_many;
    if (cost.score >= Rational(learnt_below)) return NoTeacher::well_enough;
    const BranchLesson lesson{branch_, learning_key(cost)};
    const Reach reach = reach_of(scene_, helpers_, lesson);
    if (reach == Reach::nobody) return NoTeacher::nobody;
    if (reach == Reach::apart) return NoTeacher::apart;
    if (before_ >= most_lessons) return NoTeacher::dearer_first;
    if (!planned_.contains(lesson)) ++before_;
    return NoTeacher::all_busy;
  }

 private:
  const TeacherScene& scene_;
  const Helpers& helpers_;
  const Teachers& planned_;
  const std::string& branch_;
  int before_ = 0;
};

}  // namespace

std::string_view to_string(NoTeacher reason) {
  switch (reason) {
    case NoTeacher::well_enough:
      return "well-enough";
    case NoTeacher::nobody:
      return "nobody";
    case NoTeacher::apart:
      return "apart";
    case NoTeacher::dearer_first:
      return "dearer-first";
    case NoTeacher::all_busy:
      return "all-busy";
    case NoTeacher::switched_off:
      return "switched-off";
    case NoTeacher::too_many:
      break;
  }
  return "too-many";
}

Text wording(NoTeacher reason) {
  switch (reason) {
    case NoTeacher::well_enough:
      return {"（不必配）", "(not needed)"};
    case NoTeacher::nobody:
      return {"（无人可教）", "(nobody can)"};
    case NoTeacher::apart:
      return {"（互相检查）", "(inspects)"};
    case NoTeacher::dearer_first:
      return {"（先学别的）", "(others first)"};
    case NoTeacher::all_busy:
      return {"（都教满了）", "(all busy)"};
    case NoTeacher::switched_off:
    case NoTeacher::too_many:
      break;
  }
  return {"（不配帮带）", "(not looked for)"};
}

std::map<BranchLesson, NoTeacher> without_teacher(const TeacherScene& scene,
                                                  const Teachers& teachers) {
  const Helpers helpers = helpers_in(scene.costs);
  const Teachers planned = planned_teachers(scene.plan);
  std::map<BranchLesson, NoTeacher> reasons;
  for (const auto& [branch, costs] : scene.costs) {
    LessonReasons lessons(scene, helpers, planned, branch);
    for (const LearningCost& cost : costs) {
      const NoTeacher reason = lessons.next(cost);
      if (BranchLesson lesson{branch, learning_key(cost)}; !teachers.contains(lesson))
        reasons.emplace(std::move(lesson), reason);
    }
  }
  return reasons;
}

std::map<BranchLesson, NoTeacher> without_anybody_to_ask(const TeacherScene& scene,
                                                         const std::string& branch,
                                                         const Teachers& teachers) {
  const Helpers helpers = helpers_in(scene.costs);
  std::map<BranchLesson, NoTeacher> reasons;
  for (const auto& [key, score] : best_scores(scene.costs))
    if (BranchLesson lesson{branch, key}; !teachers.contains(lesson))
      reasons.emplace(std::move(lesson), reach_of(scene, helpers, lesson) == Reach::apart
                                             ? NoTeacher::apart
                                             : NoTeacher::nobody);
  return reasons;
}

}  // namespace sihu
