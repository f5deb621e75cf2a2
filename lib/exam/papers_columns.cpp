#include "exam/papers_columns.hpp"

#include "base/utf8.hpp"
#include "exam/blank_papers.hpp"
#include "gate/sheet_cell.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace sihu {
namespace {

const std::map<std::string, std::string, std::less<>> other_headings{
    {"人员", "person"},   {"编号", "person"},   {"人员编号", "person"}, {"题号", "number"},
    {"答案", "response"}, {"作答", "response"}, {"试题", "question"},   {"支部", "branch"},
    {"姓名", "name"},     {"卷号", "form"},     {"套", "form"}};

constexpr std::size_t needed_columns = 3;  // the first of them

}  // namespace

const std::vector<std::string>& papers_columns() {
  static const std::vector<std::string> columns{"person", "number", "response", "question",
                                                "branch", "name",   "form"};
  return columns;
}

std::string papers_column(std::string_view heading) {
  std::string typed = trimmed_cell(heading);
  const auto other = other_headings.find(typed);
  return other == other_headings.end() ? typed : other->second;
}

std::map<std::string, std::size_t> places_of_columns(const std::vector<Cell>& head,
                                                     const Source& source,
                                                     std::vector<Fault>& faults) {
  const auto& columns = papers_columns();
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const std::string name = papers_column(head[i].text);
    const auto width = static_cast<int>(std::max<std::size_t>(count_code_points(name), 1));
    const bool is_known = std::ranges::find(columns, name) != columns.end();
    if (is_known && places.contains(name))
      faults.push_back(
          source.fault(head[i].place, width, "duplicate-heading",
                       phrase(Text{"“{0}” 这一栏有两列", "the column {0} is there twice"}, name)));
    else if (!is_known)
      faults.push_back(source.fault(
          head[i].place, width, "unknown-key",
          phrase(Text{"答卷没有 “{0}” 这一栏", "answers have no \"{0}\""}, in_brief(name)),
          nearest_of(name, columns)));
    places.emplace(name, i);
  }
  for (std::size_t i = 0; i < needed_columns; ++i)
    if (!places.contains(columns[i]))
      faults.push_back(
          source.fault(head.front().place, 1, "column-missing",
                       phrase(Text{"缺少 {0} 这一栏", "the column {0} is missing"}, columns[i])));
  return places;
}

bool has_needed_columns(const std::map<std::string, std::size_t>& places) {
  const auto& columns = papers_columns();
  return std::all_of(columns.begin(), columns.begin() + needed_columns,
                     [&](const std::string& column) { return places.contains(column); });
}

}  // namespace sihu
