#pragma once

#include "learn/teachers.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// What a plan says of learning (互学): strong branches teach weak ones, each a lesson.
struct PlannedLessons {
  std::optional<Quarter> by;  ///< whose results it is derived from; nothing: there were none
  std::vector<PlanRow> rows;  ///< `Mutual::learn`, by teacher, learner and lesson
};

/// The lessons of `find_teachers` as rows of a plan, each with its reason as a note: what is
/// taught, and the score of the learner and of the teacher.
std::vector<PlanRow> lesson_rows(const TeacherScene& scene);

/// Whether a plan of these branches has lessons at all: not of more than `most_paired_branches`,
/// nor where `learn: capacity` is 0.
bool plans_lessons(const Organisation& organisation);

/// Puts lessons in their place: behind checks and reviews, before papers.
void add_lessons(PlanFile& plan, const std::vector<PlanRow>& lessons);

/// How many were paired and by what, or why nobody was.
Phrase lessons_note(const PlannedLessons& lessons, const Organisation& organisation);

}  // namespace sihu
