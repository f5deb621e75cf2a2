#include "learn/attendance_words.hpp"

#include "base/utf8.hpp"
#include "gate/sheet_cell.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

const std::map<std::string, std::string, std::less<>> other_headings{
    {"日期", "on"},     {"时间", "on"},        {"课程", "course"},     {"课程编号", "course"},
    {"人员", "person"}, {"编号", "person"},    {"人员编号", "person"}, {"姓名", "name"},
    {"学时", "hours"},  {"讲课人", "teacher"}, {"主讲", "teacher"},    {"带教人", "teacher"},
    {"说明", "note"},   {"备注", "note"}};

bool parts_people(char32_t code) {
  return code == U',' || code == U'，' || code == U'、' || code == U';' || code == U'；';
}

AttendanceRow row_of(std::string_view one) {
  const std::size_t equals = std::min(one.find('='), one.size());
  AttendanceRow row;
  row.cells["person"] = {trimmed_cell(one.substr(0, equals)), {}};
  if (equals < one.size()) row.cells["hours"] = {trimmed_cell(one.substr(equals + 1)), {}};
  return row;
}

}  // namespace

std::string attendance_column(std::string_view heading) {
  std::string typed = trimmed_cell(heading);
  const auto other = other_headings.find(typed);
  return other == other_headings.end() ? typed : other->second;
}

std::vector<AttendanceRow> attendance_list(std::string_view list) {
  std::vector<AttendanceRow> rows;
  std::size_t from = 0;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t before = at;
    if (!parts_people(next_code_point(list, at))) continue;
    rows.push_back(row_of(list.substr(from, before - from)));
    from = at;
  }
  if (from < list.size()) rows.push_back(row_of(list.substr(from)));
  return rows;
}

}  // namespace sihu
