#include "report/bulletin_figures.hpp"

#include <fmt/format.h>

#include <array>

namespace sihu {
namespace {

struct Figure {
  const char* key;
  Text words;
  int value;
};

std::array<Figure, 16> figures_of(const Bulletin& bulletin) {
  return {{
      {"branches", {"支部", "branches"}, bulletin.branches},
      {"branches_inspected", {"接受检查的支部", "branches inspected"}, bulletin.branches_inspected},
      {"inspections_outside_plan",
       {"计划之外的检查", "inspections outside the plan"},
       bulletin.outside},
      {"inspections_not_begun",
       {"计划内没有开始的检查", "inspections of the plan not begun"},
       bulletin.not_begun},
      {"inspections", {"检查", "inspections"}, bulletin.inspections},
      {"inspections_complete", {"已完成的检查", "inspections complete"}, bulletin.complete},
      {"items_answered", {"检查项次", "items answered"}, bulletin.answered},
      {"found", {"发现的问题", "problems found"}, bulletin.found.found},
      {"closed", {"其中已销号", "of these closed"}, bulletin.found.closed},
      {"submitted", {"其中待销号", "of these to be verified"}, bulletin.found.submitted},
      {"open", {"其中整改中", "of these open"}, bulletin.found.open},
      {"overdue",
       {"超期未整改，不论哪季发现", "overdue, whatever quarter found it"},
       static_cast<int>(bulletin.overdue.size())},
      {"recurring", {"又出现的问题", "recurring problems"}, bulletin.recurring},
      {"found_before", {"上季发现的问题", "problems of the quarter before"}, bulletin.before.found},
      {"closed_before", {"其中已销号", "of these closed"}, bulletin.before.closed},
      {"open_before",
       {"其中未销号", "of these not closed"},
       bulletin.before.found - bulletin.before.closed},
  }};
}

}  // namespace

std::string figures_json(const Bulletin& bulletin) {
  std::string out;
  for (const Figure& figure : figures_of(bulletin))
    out += fmt::format("{}{}:{}", out.empty() ? "" : ",", json_string(figure.key), figure.value);
  return "{" + out + "}";
}

Table figures_table(const Bulletin& bulletin) {
  Table table{phrase(Text{"总体情况", "Overview"}),
              {{"figure", {"项目", "figure"}}, {"value", {"数量", "number"}, Column::Align::right}},
              {}};
  for (const Figure& figure : figures_of(bulletin))
    table.rows.push_back({phrase(figure.words), std::int64_t{figure.value}});
  return table;
}

}  // namespace sihu
