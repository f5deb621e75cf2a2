#pragma once

#include "gate/csv.hpp"
#include "gate/source.hpp"
#include "learn/record.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// One person at one session as it was written: texts with their places, by column. Absent and
/// empty are the same.
struct AttendanceRow {
  Place place;  ///< empty file: it was typed as a command
  std::map<std::string, Cell, std::less<>> cells;

  /// The text under `name`, or an empty text.
  std::string_view text(std::string_view name) const;
  /// Where it stands; if it is not there, the row.
  const Place& place_of(std::string_view name) const;
};

/// `on course person name hours teacher note`; `name` is for the reader.
const std::vector<std::string>& attendance_columns();

/// A course as sessions name it.
struct OfferedCourse {
  CourseFile course;
  std::string doc;  ///< first 16 digits of its digest
};

/// What rows are read with.
struct AttendanceScene {
  const Organisation& organisation;
  const Person& person;                                 ///< who records
  const std::map<std::string, OfferedCourse>& courses;  ///< by id
  /// What holds for rows that say nothing of it: `course`, `on`, `hours`, `teacher`, `note`.
  std::map<std::string, std::string, std::less<>> usual = {};
  /// Days after it are said where something else is wrong already; nothing: they are not looked at.
  std::optional<Date> today = {};
  /// Why sessions would not be recorded. It is asked where something else is wrong already, so that
  /// one round shows everything.
  std::function<std::vector<Fault>(const std::vector<NewSession>& sessions)> refusals = {};
};

/// The sessions that rows come to: rows of one day, course and teaching branch are one, of
/// mentoring those of one mentor. Whoever says no hours has those of the course; more than
/// those are believed where more than half of a session's rows have more.
///
/// All faults at once, `Kind::input`: people, teachers, courses, days and hours that there are not,
/// with the nearest; the same person twice; mentoring without a mentor, or by oneself; two teachers
/// of one session. `source`: where the rows come from, to quote it; nullptr: from a command line.
Result<std::vector<NewSession>> gather_sessions(const std::vector<AttendanceRow>& rows,
                                                const AttendanceScene& scene,
                                                const Source* source = nullptr);

/// Reads a table of rows; `text` is UTF-8. Headings are read by `attendance_column`, days by
/// `written_date`. Rows whose first cell begins with `#` are for the
/// reader. All faults of the file in one run.
Result<std::vector<NewSession>> load_attendance(std::string_view text, std::string_view name,
                                                const AttendanceScene& scene);

}  // namespace sihu
