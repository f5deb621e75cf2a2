#include "records/person_rows.hpp"

namespace sihu {
namespace {

bool names(const RecordTable& table, const RecordRow& row, std::string_view person) {
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    const auto* text = std::get_if<std::string>(&row.values[i]);
    if (text && table.declared.columns[i].kind == ColumnKind::person && *text == person)
      return true;
  }
  return false;
}

}  // namespace

std::vector<PersonRow> rows_of_person(const RecordTables& tables, std::string_view person) {
  std::vector<PersonRow> rows;
  for (const auto& [id, table] : tables)
    for (const RecordRow& row : table.rows)
      if (names(table, row, person)) rows.push_back({&table, &row});
  return rows;
}

}  // namespace sihu
