#pragma once

#include "learn/hours.hpp"
#include "learn/no_teacher.hpp"
#include "learn/practice.hpp"
#include "learn/teachers.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace sihu {

/// What there is to learn, ready to be shown.
struct LearnTodo {
  const Organisation& organisation;
  Quarter quarter;  ///< whose checks and tests it is derived from
  const BranchCosts& costs;
  const std::map<BranchLesson, std::string>& teachers;
  const std::vector<Practice>& practices;
  const std::map<std::string, OfferedCourse>& courses;
  std::string branch;                       ///< this one alone; empty: all
  const PlanFile* plan = nullptr;           ///< of the quarter that lessons are held in
  std::optional<LearnerYear> learner = {};  ///< what this person needs besides
  /// The topics of `learner`, which take the place of the branch's.
  std::vector<LearningCost> own_topics = {};
  std::map<BranchLesson, NoTeacher> without_teacher = {};  ///< why some lessons have none
};

/// What a branch, or the person asked about, has to learn, dearest first.
std::vector<LearningCost> wanted_costs(const LearnTodo& todo, const std::string& branch);

/// Why the lesson of a row has no teacher; nothing: it has one.
std::optional<NoTeacher> why_no_teacher(const LearnTodo& todo, const std::string& branch,
                                        const LearningCost& cost);

/// Whether the branch is asked about.
bool is_wanted(const LearnTodo& todo, const std::string& branch);

/// A row for each thing to learn: of a person first hours, on-boarding and a mentor that are
/// missing, then of each branch the items and topics that lost points, dearest
/// first, then what the plan has it learn besides. Keys, a
/// stable contract: `branch branch_name rank kind item title checklist score cost teacher
/// teacher_name practice practice_of courses best planned no_teacher`; `kind` is `hours`,
/// `onboarding`, `mentor`, `item`, `topic` or `pair` (two that the plan pairs for whatever they
/// like), of which `item` has the name; `cost` is in points of the quarter's total, `practice` the
/// newest one that is registered of the teacher, else of another branch that is not known to do it
/// badly, for a topic one of the items that its courses name; `best` is the score of whoever does
/// it best, `planned` is whether the plan says so; `no_teacher` is the code of a `NoTeacher`, whose
/// words people read in the place of the teacher.
Table todo_table(const LearnTodo& todo);

}  // namespace sihu
