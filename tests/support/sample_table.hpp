#pragma once

#include "report/table.hpp"

#include <string>

namespace sihu {

/// A table with a value of every kind, for the renderers' tests.
inline Table sample_table() {
  Table table;
  table.columns = {{"id", {"编号", "id"}},
                   {"title", {"事项", "item"}, Column::Align::left, true, 6},
                   {"days_overdue", {"逾期天数", "days"}, Column::Align::right},
                   {"status", {"状态", "status"}},
                   {"due", {"期限", "due"}},
                   {"evidence", {"佐证", "evidence"}, Column::Align::left, false}};
  table.rows = {{std::string("17"), std::string("按月足额收缴党费"), std::int64_t{28},
                 Coded{"open", {"待整改", "open"}}, Date(2026, 10, 27),
                 std::vector<std::string>{"a.jpg", "b.pdf"}},
                {std::string("5"), std::string("a|b"), std::int64_t{0},
                 Coded{"closed", {"已销号", "closed"}}, Value{}, std::vector<std::string>{}}};
  return table;
}

/// One column `x` with one text in it, rendered.
inline std::string render_cell(const std::string& text, Format format) {
  Table table;
  table.columns = {{"x", same("x")}};
  table.rows = {{text}};
  return render(table, format, {});
}

}  // namespace sihu
