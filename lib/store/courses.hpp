#pragma once

#include "document/course.hpp"
#include "store/workspace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A course as it is used, with the digest under which it is kept.
struct KeptCourse {
  CourseFile course;
  std::string text;
  std::string digest;  ///< SHA-256 of `text`, 64 hex digits; lines carry the first 16

  std::string doc() const { return digest.substr(0, 16); }
};

/// A course of the workspace, `courses/<id>.yaml`. `Kind::input` where there is none of that id, or
/// it is faulty.
Result<KeptCourse> read_course(const Workspace& workspace, std::string_view id);

/// All courses, by id. All faults of all of them at once, `Kind::input`.
Result<std::vector<KeptCourse>> read_courses(const Workspace& workspace);

}  // namespace sihu
