#pragma once

#include "learn/teachers.hpp"

#include <map>
#include <string>

namespace sihu {

/// Why there is no teacher for what a branch or a person has to learn.
enum class NoTeacher {
  well_enough,   ///< `learnt_below` or more was earned
  nobody,        ///< no branch earned `taught_from`
  apart,         ///< whoever did inspects the branch this quarter, or is inspected by it
  dearer_first,  ///< `most_lessons` others of the branch are dearer, or planned
  all_busy,      ///< whoever could teach it gives all lessons that `learn: capacity` allows
  switched_off,  ///< `learn: capacity` is 0
  too_many       ///< more than `most_paired_branches`
};

/// The stable code, and the words that stand in the teacher's place.
std::string_view to_string(NoTeacher reason);
Text wording(NoTeacher reason);

/// The reason for each lesson of `scene.costs` that has no teacher in `teachers`, which are those
/// of `find_teachers`.
std::map<BranchLesson, NoTeacher> without_teacher(
    const TeacherScene& scene, const std::map<BranchLesson, std::string>& teachers);

/// The same for people of a branch, who may ask whoever does it well (`add_askable`): `apart`
/// or `nobody`.
std::map<BranchLesson, NoTeacher> without_anybody_to_ask(
    const TeacherScene& scene, const std::string& branch,
    const std::map<BranchLesson, std::string>& teachers);

}  // namespace sihu
