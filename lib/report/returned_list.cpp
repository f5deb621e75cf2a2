#include "report/returned_list.hpp"

#include "gate/sheet_cell.hpp"
#include "problem/problem_id.hpp"
#include "report/coded.hpp"
#include "report/rectification_list.hpp"
#include "wording/width.hpp"

#include <algorithm>

namespace sihu {
namespace {

Value kind_value(const Step& step) {
  const auto kind = parse_note_kind(step.kind);
  return kind ? Value(coded(*kind)) : Value();
}

Value step_day(const std::optional<Date>& day) {
  return day ? Value(*day) : Value();
}

std::vector<Fault> head_faults(const Sheet& sheet, const std::vector<std::string>& keys,
                               std::string_view name) {
  std::vector<Fault> faults = sheet.faults;
  const auto is_there = [&](std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
  };
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (!keys[i].empty() && std::find(keys.begin(), keys.begin() + std::ptrdiff_t(i), keys[i]) !=
                                keys.begin() + std::ptrdiff_t(i))
      faults.push_back({sheet.head[i].place, "duplicate-heading",
                        phrase(Text{"列名 {0} 重复", "the heading {0} is there twice"},
                               in_brief(sheet.head[i].text))});
  const bool takes = std::ranges::any_of(
      keys, [](const std::string& key) { return key != "id" && is_taken_back(key); });
  if (!is_there("id") || !takes)
    faults.push_back(
        {{std::string(name), 0, 0},
         "not-a-ledger",
         phrase(Text{"这不是整改台账：要有“问题编号”和至少一栏可填的",
                     "this is no rectification ledger: it needs the ids and at least one column "
                     "to fill in"}),
         phrase(Text{"用 sihu problems --layout ledger -o 台账.xlsx 生成",
                     "make one with sihu problems --layout ledger -o ledger.xlsx"})});
  return faults;
}

}  // namespace

Result<ReturnedSheet> returned_sheet(const Sheet& sheet, std::string_view name) {
  std::vector<std::string> keys;
  ReturnedSheet returned;
  for (const Cell& heading : sheet.head) {
    keys.push_back(rectification_key(heading.text));
    if (keys.back().empty()) returned.others.push_back(heading.text);
  }
  if (auto faults = head_faults(sheet, keys, name); !faults.empty())
    return fail(Kind::input, std::move(faults));
  for (const auto& cells : sheet.rows) {
    ReturnedRow row;
    if (!cells.empty()) row.place = cells.front().place;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::string text = without_sheet_guard(trimmed_cell(cells[i].text));
      if (!keys[i].empty() && !text.empty())
        row.cells.emplace(keys[i], ReturnedCell{std::move(text), cells[i].place});
    }
    returned.rows.push_back(std::move(row));
  }
  return returned;
}

Table returned_table(const ReturnedPlan& plan, const ListContext& context) {
  const auto left = Column::Align::left;
  Table table{phrase(Text{"要记录的", "To be recorded"}),
              {{"id", {"问题编号", "id"}},
               {"branch_name", {"责任单位", "branch"}, left, true, 8},
               {"step", {"事项", "step"}},
               {"about", {"栏", "about"}},
               {"to", {"责任人", "owner"}},
               {"due", {"延期至", "extended to"}},
               {"on", {"完成日期", "done on"}},
               {"text", {"内容", "text"}, left, true, 12},
               {"evidence", {"佐证材料", "evidence"}, left, true, 8},
               {"cell", {"出处", "cell"}}},
              {}};
  for (const ReturnedStep& asked : plan.steps) {
    const auto id = parse_problem_id(asked.id);
    const Step& step = asked.step;
    table.rows.push_back(
        {asked.id, id ? Value(branch_phrase(context.organisation, id->branch)) : Value(),
         coded(step.name), kind_value(step),
         step.to.empty() ? Value() : Value(ledger_person(context.organisation, step.to)),
         step_day(step.due), step_day(step.on), step.note.empty() ? Value() : Value(step.note),
         asked.files, to_string(asked.place)});
  }
  return table;
}

}  // namespace sihu
