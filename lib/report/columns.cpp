#include "report/columns.hpp"

#include "gate/sheet_cell.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

Fault unknown_column(const std::string& key, const Table& table) {
  std::vector<std::string> known;
  for (const Column& column : table.columns) known.push_back(column.key);
  const auto near = nearest(key, known);
  return {{},
          "unknown-column",
          phrase(Text{"没有叫 \"{0}\" 的栏；有：{1}", "there is no column \"{0}\"; there are: {1}"},
                 in_brief(key), fmt::format("{}", fmt::join(known, " "))),
          near ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *near) : Phrase{}};
}

}  // namespace

Result<Table> with_columns(const Table& table, const std::vector<std::string>& keys) {
  std::vector<std::size_t> places;
  std::vector<Fault> faults;
  for (const std::string& key : keys) {
    const auto found = std::ranges::find(table.columns, key, &Column::key);
    if (found == table.columns.end())
      faults.push_back(unknown_column(key, table));
    else
      places.push_back(static_cast<std::size_t>(found - table.columns.begin()));
  }
  if (!faults.empty()) return fail(Kind::usage, std::move(faults));
  Table chosen{table.title, {}, {}};
  for (const std::size_t place : places) {
    chosen.columns.push_back(table.columns[place]);
    chosen.columns.back().in_table = true;
    chosen.columns.back().in_data = true;
  }
  for (const auto& row : table.rows) {
    std::vector<Value> values;
    for (const std::size_t place : places) values.push_back(row[place]);
    chosen.rows.push_back(std::move(values));
  }
  return chosen;
}

std::vector<std::string> column_keys(const std::string& list) {
  std::vector<std::string> keys;
  for (std::size_t start = 0; start <= list.size();) {
    const std::size_t end = std::min(list.find(',', start), list.size());
    std::string key = trimmed_cell(std::string_view(list).substr(start, end - start));
    if (!key.empty()) keys.push_back(std::move(key));
    start = end + 1;
  }
  return keys;
}

Table numbered(Table table) {
  table.columns.insert(table.columns.begin(), {"no", {"序号", "no."}, Column::Align::right});
  std::int64_t number = 0;
  for (auto& row : table.rows) row.insert(row.begin(), Value(++number));
  return table;
}

}  // namespace sihu
