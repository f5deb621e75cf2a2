#include "check/answer_rows.hpp"

#include "base/utf8.hpp"
#include "check/answer_columns.hpp"
#include "gate/sheet_cell.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>

namespace sihu {

namespace {

const std::vector<std::string> column_names{"item",    "result", "points",   "rule", "value",
                                            "existed", "note",   "evidence", "check"};
const std::vector<std::string> reader_columns{"title", "standard", "max"};
const std::vector<std::string> document_keys{"quarter", "branch", "checklist",
                                             "self",    "by",     "answers"};

bool is_one_of(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

int width_of(std::string_view text) {
  return static_cast<int>(std::max<std::size_t>(count_code_points(text), 1));
}

Fault unknown_name(const Source& source, const Cell& cell, const std::vector<std::string>& known) {
  const auto close = nearest(cell.text, known);
  Phrase hint = close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{};
  return source.fault(
      cell.place, width_of(cell.text), "unknown-key",
      phrase(Text{"答案文件没有 “{0}” 这一栏", "answers have no \"{0}\""}, in_brief(cell.text)),
      std::move(hint));
}

Fault wrong_type(const Source& source, const Node& node, std::string_view name, Text expected) {
  return source.fault(node.place, 1, "wrong-type",
                      phrase(Text{"{0} 应是{1}", "{0} must be {1}"}, name, expected));
}

Cell cell_of(const Node& node) {
  return {node.is_scalar() ? node.text : std::string{}, node.place};
}

void split_evidence(const Cell& cell, std::vector<Cell>& into) {
  std::string_view rest = cell.text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find_first_of(";\n"), rest.size());
    auto path = trimmed_cell(rest.substr(0, end));
    if (!path.empty()) into.push_back({std::move(path), cell.place});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void take_evidence(const Node& node, RawRow& row, const Source& source,
                   std::vector<Fault>& faults) {
  if (node.is_null()) return;
  if (node.is_scalar()) return split_evidence(cell_of(node), row.evidence);
  if (!node.is_sequence()) {
    faults.push_back(wrong_type(source, node, "evidence",
                                Text{"路径或路径的列表", "a path or a list of paths"}));
    return;
  }
  for (const auto& path : node.items) {
    if (path.is_scalar() && !trimmed_cell(path.text).empty())
      row.evidence.push_back({trimmed_cell(path.text), path.place});
    else
      faults.push_back(wrong_type(source, path, "evidence", Text{"路径", "a path"}));
  }
}

void take_entry(const Node& name, const Node& value, RawRow& row, const Source& source,
                std::vector<Fault>& faults) {
  if (is_one_of(reader_columns, name.text)) return;
  if (!is_one_of(column_names, name.text)) {
    faults.push_back(unknown_name(source, cell_of(name), column_names));
  } else if (name.text == "evidence") {
    take_evidence(value, row, source, faults);
  } else if (value.is_scalar()) {
    row.cells[name.text] = {trimmed_cell(value.text), value.place};
  } else if (!value.is_null()) {
    faults.push_back(wrong_type(source, value, name.text, Text{"一个值", "a single value"}));
  }
}

void take_row(const Node& node, std::vector<RawRow>& rows, const Source& source,
              std::vector<Fault>& faults) {
  if (!node.is_map()) {
    faults.push_back(
        wrong_type(source, node, "answers",
                   Text{"由 item、result 等组成的映射", "a map of item, result and so on"}));
    return;
  }
  RawRow row;
  row.place = node.place;
  for (const auto& [name, value] : node.entries) take_entry(name, value, row, source, faults);
  rows.push_back(std::move(row));
}

// A file that says for which check it was filled in must not end up in another one.
void compare_key(const Node& root, std::string_view name, const std::string& expected,
                 const Source& source, std::vector<Fault>& faults) {
  const auto* found = root.find(name);
  if (!found || found->is_null()) return;
  if (!found->is_scalar())
    faults.push_back(wrong_type(source, *found, name, Text{"一个值", "a single value"}));
  else if (found->text != expected)
    faults.push_back(source.fault(
        found->place, width_of(found->text), "other-check",
        phrase(Text{"这份答案属于 {0} {1}，不是 {2}", "these answers are for {0} {1}, not {2}"},
               name, in_brief(found->text), expected)));
}

// A form for the branch's own look says `self: true`; one that says nothing is for either.
void compare_self(const Node& root, const CheckKey& key, const Source& source,
                  std::vector<Fault>& faults) {
  const auto* found = root.find("self");
  if (!found || found->is_null() || (found->is_scalar() && found->text == "false" && !key.self))
    return;
  if (!found->is_scalar() || (found->text != "true" && found->text != "false"))
    faults.push_back(wrong_type(source, *found, "self", Text{"true 或 false", "true or false"}));
  else if ((found->text == "true") != key.self)
    faults.push_back(source.fault(
        found->place, width_of(found->text), "other-check",
        key.self ? phrase(Text{"这份答案不是自查的", "these answers are for no self check"})
                 : phrase(Text{"这份答案是自查的；要加 --self",
                               "these answers are for a self check; --self is missing"})));
}

// The rows of a sheet say for which check they were filled in: `26Q4/zb05/dues`. Said once: where
// one row is of another check, mostly all are.
void compare_check(const std::vector<RawRow>& rows, const CheckKey& key, const Source& source,
                   std::vector<Fault>& faults) {
  // A form is made for whoever inspects; which inspection it becomes its inspector decides.
  CheckKey anybody = key;
  anybody.by.clear();
  const auto other = std::ranges::find_if(rows, [&](const RawRow& row) {
    const auto& check = row.text("check");
    return !check.empty() && check != subject_of(key) && check != subject_of(anybody);
  });
  if (other == rows.end()) return;
  const auto& row = *other;
  const auto said = row.text("check");
  faults.push_back(
      source.fault(row.place_of("check"), width_of(said), "other-check",
                   phrase(Text{"这份答案属于 {0}，不是 {1}", "these answers are for {0}, not {1}"},
                          in_brief(said), subject_of(key))));
}

const Node* rows_node(const Node& root, const CheckKey& key, const Source& source,
                      std::vector<Fault>& faults) {
  if (!root.is_map()) return &root;
  for (const auto& [name, value] : root.entries)
    if (!is_one_of(document_keys, name.text))
      faults.push_back(unknown_name(source, cell_of(name), document_keys));
  compare_key(root, "quarter", to_string(key.quarter), source, faults);
  compare_key(root, "branch", key.branch, source, faults);
  compare_key(root, "checklist", key.checklist, source, faults);
  if (!key.by.empty()) compare_key(root, "by", key.by, source, faults);
  compare_self(root, key, source, faults);
  const auto* answers = root.find("answers");
  if (!answers)
    faults.push_back(source.fault(root.place, 1, "answers-missing",
                                  phrase(Text{"没有 answers", "there is no answers"})));
  return answers;
}

// The columns of a sheet by their keys, whatever language its headings are in.
std::vector<std::string> keys_of_head(const Sheet& sheet, const Source& source,
                                      std::vector<Fault>& faults) {
  std::vector<std::string> names;
  for (const auto& cell : sheet.head) {
    const auto name = answer_key(trimmed_cell(cell.text));
    if (!is_one_of(column_names, name) && !is_one_of(reader_columns, name))
      faults.push_back(unknown_name(source, {name, cell.place}, column_names));
    else if (is_one_of(names, name))
      faults.push_back(source.fault(
          cell.place, width_of(cell.text), "duplicate-heading",
          phrase(Text{"列名 {0} 重复", "the heading {0} is there twice"}, in_brief(cell.text))));
    names.push_back(name);
  }
  return names;
}

RawRow row_of(const std::vector<Cell>& cells, const std::vector<std::string>& names) {
  RawRow row;
  if (!cells.empty()) row.place = cells.front().place;
  for (std::size_t i = 0; i < cells.size() && i < names.size(); ++i) {
    const Cell cell{answer_code(names[i], without_sheet_guard(trimmed_cell(cells[i].text))),
                    cells[i].place};
    if (names[i] == "evidence")
      split_evidence(cell, row.evidence);
    else if (!cell.text.empty())
      row.cells[names[i]] = cell;
  }
  return row;
}

}  // namespace

std::string_view RawRow::text(std::string_view name) const {
  const auto found = cells.find(name);
  return found == cells.end() ? std::string_view{} : std::string_view(found->second.text);
}

const Place& RawRow::place_of(std::string_view name) const {
  if (name == "evidence" && !evidence.empty()) return evidence.front().place;
  auto found = cells.find(name);
  if (found == cells.end()) found = cells.find("item");
  return found == cells.end() ? place : found->second.place;
}

std::vector<RawRow> rows_of(const Node& root, const CheckKey& key, const Source& source,
                            std::vector<Fault>& faults) {
  std::vector<RawRow> rows;
  const auto* list = rows_node(root, key, source, faults);
  if (!list || list->is_null()) return rows;
  if (!list->is_sequence()) {
    faults.push_back(wrong_type(source, *list, "answers", Text{"列表", "a list"}));
    return rows;
  }
  for (const auto& node : list->items) take_row(node, rows, source, faults);
  compare_check(rows, key, source, faults);
  return rows;
}

std::vector<RawRow> rows_of(const Sheet& sheet, const CheckKey& key, const Source& source,
                            std::vector<Fault>& faults) {
  const auto names = keys_of_head(sheet, source, faults);
  std::vector<RawRow> rows;
  for (const auto& cells : sheet.rows) {
    RawRow row = row_of(cells, names);
    // A row of blanks is what is left of one that was cleared.
    if (!row.cells.empty() || !row.evidence.empty()) rows.push_back(std::move(row));
  }
  compare_check(rows, key, source, faults);
  return rows;
}

}  // namespace sihu
