#pragma once

#include "learn/attendance.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// The column that a heading of a table of attendance means: itself, or of 日期 课程 人员 姓名 学时
/// 讲课人 说明 and the like the one of `attendance_columns`.
std::string attendance_column(std::string_view heading);

/// `p001,p002=1.5` as rows of a table; the comma may also be `，`, `、` or a semicolon.
std::vector<AttendanceRow> attendance_list(std::string_view list);

}  // namespace sihu
