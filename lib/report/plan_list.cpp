#include "report/plan_list.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace sihu {

Table plan_table(const PlanFile& plan, const Organisation& organisation, std::string_view branch) {
  const auto left = Column::Align::left;
  const bool any_note =
      std::ranges::any_of(plan.rows, [](const PlanRow& row) { return !row.note.empty(); });
  const bool any_lesson =
      std::ranges::any_of(plan.rows, [](const PlanRow& row) { return !row.lesson.empty(); });
  Table table{phrase(Text{"{0} 计划", "Plan of {0}"}, to_string(plan.quarter)),
              {{"mutual", {"事项", "mutual"}},
               {"from", {"由", "from"}},
               {"from_name", {"支部", "branch"}, left, true, 8},
               {"to", {"对", "to"}},
               {"to_name", {"支部", "branch"}, left, true, 8},
               {"note", {"说明", "note"}, left, any_note, 10},
               {"lesson", {"学什么", "lesson"}, left, any_lesson}},
              {}};
  std::map<std::string, Phrase, std::less<>> names;
  for (const Branch& one : organisation.branches) names.emplace(one.id, one.name);
  const auto name_of = [&](const std::string& id) {
    const auto found = names.find(id);
    return found == names.end() ? same(id) : found->second;
  };
  for (const PlanRow& row : plan.rows) {
    if (!branch.empty() && row.from != branch && row.to != branch) continue;
    table.rows.push_back({Coded{std::string(to_string(row.mutual)), phrase(wording(row.mutual))},
                          row.from, name_of(row.from), row.to, name_of(row.to),
                          row.note.empty() ? Value() : Value(row.note),
                          row.lesson.empty() ? Value() : Value(row.lesson)});
  }
  return table;
}

}  // namespace sihu
