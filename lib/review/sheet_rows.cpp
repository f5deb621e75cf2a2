#include "review/sheet_rows.hpp"

#include "base/utf8.hpp"
#include "gate/sheet_cell.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

const std::vector<std::string> document_keys{"quarter", "rubric", "sheets"};

int width_of(std::string_view text) {
  return static_cast<int>(std::max<std::size_t>(count_code_points(text), 1));
}

bool is_one_of(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

Fault unknown_name(const Source& source, const Place& place, const std::string& name,
                   const std::vector<std::string>& known) {
  const auto close = nearest(name, known);
  return source.fault(
      place, width_of(name), "unknown-key",
      phrase(Text{"评分表没有 “{0}” 这一栏", "sheets have no \"{0}\""}, in_brief(name)),
      close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{});
}

Fault wrong_type(const Source& source, const Node& node, std::string_view name, Text expected) {
  return source.fault(node.place, 1, "wrong-type",
                      phrase(Text{"{0} 应是{1}", "{0} must be {1}"}, name, expected));
}

// A file that says what it was filled in for must not end up elsewhere.
void compare(const Node& root, std::string_view name, const std::string& expected,
             const Source& source, std::vector<Fault>& faults) {
  const Node* found = root.find(name);
  if (!found || found->is_null()) return;
  if (!found->is_scalar())
    faults.push_back(wrong_type(source, *found, name, Text{"一个值", "a single value"}));
  else if (found->text != expected)
    faults.push_back(source.fault(
        found->place, width_of(found->text), "other-review",
        phrase(Text{"这些评分表属于 {0} {1}，不是 {2}", "these sheets are for {0} {1}, not {2}"},
               name, in_brief(found->text), expected)));
}

const Node* rows_node(const Node& root, const SheetsFor& sheets, const Source& source,
                      std::vector<Fault>& faults) {
  if (!root.is_map()) return &root;
  for (const auto& [name, value] : root.entries)
    if (!is_one_of(document_keys, name.text))
      faults.push_back(unknown_name(source, name.place, name.text, document_keys));
  compare(root, "quarter", to_string(sheets.quarter), source, faults);
  compare(root, "rubric", sheets.rubric.id, source, faults);
  const Node* rows = root.find("sheets");
  if (!rows)
    faults.push_back(source.fault(root.place, 1, "sheets-missing",
                                  phrase(Text{"没有 sheets", "there is no sheets"})));
  return rows;
}

void take_row(const Node& node, const std::vector<std::string>& columns, const Source& source,
              std::vector<SheetRow>& rows, std::vector<Fault>& faults) {
  if (!node.is_map()) {
    faults.push_back(
        wrong_type(source, node, "sheets",
                   Text{"由 branch 和各项得分组成的映射", "a map of branch and scores"}));
    return;
  }
  SheetRow row;
  row.place = node.place;
  for (const auto& [name, value] : node.entries) {
    if (!is_one_of(columns, name.text))
      faults.push_back(unknown_name(source, name.place, name.text, columns));
    else if (value.is_scalar())
      row.cells[name.text] = {trimmed_cell(value.text), value.place};
    else if (!value.is_null())
      faults.push_back(wrong_type(source, value, name.text, Text{"一个值", "a single value"}));
  }
  rows.push_back(std::move(row));
}

// The other words for columns: what people write, and what a criterion is called.
std::string column_called(const std::string& heading, const Rubric& rubric) {
  static const std::map<std::string, std::string, std::less<>> others{
      {"人员", "person"},     {"人员编号", "person"}, {"评分人", "person"}, {"支部", "branch"},
      {"支部编号", "branch"}, {"名称", "name"},       {"支部名称", "name"}, {"意见", "comment"}};
  if (const auto found = others.find(heading); found != others.end()) return found->second;
  for (const Criterion& criterion : rubric.criteria)
    if (heading == criterion.title.zh || heading == criterion.title.en) return criterion.id;
  return heading;
}

// What the columns are, in their order; those that there are not, or twice, are said.
std::vector<std::string> columns_of(const Sheet& table, const SheetsFor& sheets,
                                    const Source& source, std::vector<Fault>& faults) {
  const auto known = sheets.columns();
  std::vector<std::string> columns;
  for (const Cell& cell : table.head) {
    const std::string heading = trimmed_cell(cell.text);
    const std::string column = column_called(heading, sheets.rubric);
    if (!is_one_of(known, column))
      faults.push_back(unknown_name(source, cell.place, heading, known));
    else if (is_one_of(columns, column))
      faults.push_back(source.fault(
          cell.place, width_of(heading), "column-twice",
          phrase(Text{"{0} 这一栏写了两次", "the column {0} is there twice"}, column)));
    columns.push_back(column);
  }
  return columns;
}

}  // namespace

std::string_view SheetRow::text(std::string_view name) const {
  const auto found = cells.find(name);
  return found == cells.end() ? std::string_view{} : std::string_view(found->second.text);
}

const Place& SheetRow::place_of(std::string_view name) const {
  auto found = cells.find(name);
  if (found == cells.end()) found = cells.find("branch");
  return found == cells.end() ? place : found->second.place;
}

std::vector<std::string> SheetsFor::columns() const {
  std::vector<std::string> names{"person", "branch", "name"};
  for (const Criterion& criterion : rubric.criteria) names.push_back(criterion.id);
  names.emplace_back("comment");
  return names;
}

std::vector<SheetRow> sheet_rows(const Node& root, const SheetsFor& sheets, const Source& source,
                                 std::vector<Fault>& faults) {
  std::vector<SheetRow> rows;
  const Node* list = rows_node(root, sheets, source, faults);
  if (!list || list->is_null()) return rows;
  if (!list->is_sequence()) {
    faults.push_back(wrong_type(source, *list, "sheets", Text{"列表", "a list"}));
    return rows;
  }
  const auto columns = sheets.columns();
  for (const Node& node : list->items) take_row(node, columns, source, rows, faults);
  return rows;
}

std::vector<SheetRow> sheet_rows(const Sheet& table, const SheetsFor& sheets, const Source& source,
                                 std::vector<Fault>& faults) {
  const auto columns = columns_of(table, sheets, source, faults);
  std::vector<SheetRow> rows;
  for (const auto& cells : table.rows) {
    if (cells.empty() || trimmed_cell(cells.front().text).starts_with('#')) continue;
    SheetRow row;
    row.place = cells.front().place;
    for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i)
      if (std::string text = without_sheet_guard(trimmed_cell(cells[i].text)); !text.empty())
        row.cells[columns[i]] = {std::move(text), cells[i].place};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace sihu
