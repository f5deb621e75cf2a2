#include "exam/papers_columns.hpp"

#include "gate/sheet_cell.hpp"

#include <functional>
#include <map>

namespace sihu {
namespace {

const std::map<std::string, std::string, std::less<>> other_headings{
    {"人员", "person"},   {"编号", "person"},   {"人员编号", "person"}, {"题号", "number"},
    {"答案", "response"}, {"作答", "response"}, {"试题", "question"},   {"支部", "branch"},
    {"姓名", "name"},     {"卷号", "form"},     {"套", "form"}};

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

}  // namespace sihu
