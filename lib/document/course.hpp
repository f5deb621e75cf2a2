#pragma once

#include "base/place.hpp"
#include "base/rational.hpp"
#include "document/checklist.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// How something is learnt: 交流研讨 exchange, 岗前培训 on-boarding, 岗位培训 on-the-job training,
/// 考察学习 study visit, 传帮带 mentoring.
enum class CourseKind { exchange, onboarding, on_the_job, visit, mentoring };

std::optional<CourseKind> parse_course_kind(std::string_view text);
std::string_view to_string(CourseKind kind);
const Text& wording(CourseKind kind);

/// courses/<id>.yaml: what is learnt (互学), how, and how long it takes.
struct CourseFile {
  std::string id;
  std::string version;
  Phrase title;
  std::string topic;  ///< as question banks call it
  CourseKind kind = CourseKind::exchange;
  Rational hours;                  ///< usual 学时 of a session; more than 0
  std::vector<Phrase> material;    ///< what to read or bring
  std::vector<std::string> items;  ///< items of checklists that it helps to meet
  std::vector<Basis> basis;
  Place place = {};
};

/// Reads a course. All faults at once, `Kind::input`.
Result<CourseFile> load_course(std::string_view text, std::string_view name);

}  // namespace sihu
