#include "records/extract_rows.hpp"

#include "document/record_register.hpp"
#include "gate/csv.hpp"
#include "gate/sheet_cell.hpp"
#include "records/record_file.hpp"

#include <algorithm>

namespace sihu {
namespace {

void append_row(std::string& out, const std::vector<Cell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    out += (i > 0 ? "," : "") + sheet_cell(cells[i].text);
  out += '\n';
}

std::string typed(const Cell& cell) {
  return without_sheet_guard(trimmed_cell(cell.text));
}

bool is_of(const Branch& branch, std::string_view text) {
  return text == branch.id || text == branch.name.zh || text == branch.name.en;
}

}  // namespace

Result<std::string> extract_rows(std::string_view bytes, std::string_view name,
                                 const Branch& branch) {
  const auto text = decode_records(bytes, name);
  if (!text) return tl::unexpected(text.error());
  const auto sheet = read_csv(*text, name);
  if (!sheet) return tl::unexpected(sheet.error());
  const auto column = std::ranges::find_if(sheet->head, [](const Cell& cell) {
    const std::string heading = typed(cell);
    return heading == branch_heading().zh || heading == branch_heading().en;
  });
  if (column == sheet->head.end())
    return fail(
        Kind::input,
        {Fault{Place{std::string(name), 1, 0}, "missing-heading",
               phrase(Text{"缺“{0}”一栏", "the column \"{0}\" is missing"}, branch_heading())}});
  const auto at = static_cast<std::size_t>(column - sheet->head.begin());
  std::string out = "\xEF\xBB\xBF";
  append_row(out, sheet->head);
  for (const std::vector<Cell>& row : sheet->rows)
    if (at < row.size() && is_of(branch, typed(row[at])) && !typed(row.front()).starts_with('#'))
      append_row(out, row);
  return out;
}

}  // namespace sihu
