#include "report/due_list.hpp"

#include "report/coded.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

using Align = Column::Align;

std::vector<Column> columns() {
  const Align left = Align::left;
  return {{"id", {"编号", "id"}},
          {"quarter", {"季度", "quarter"}, left, false},
          {"branch", {"支部编号", "branch id"}, left, false},
          {"branch_name", {"责任支部", "branch"}, left, true, 8},
          {"item", {"条目", "item"}},
          {"title", {"事项", "title"}, left, true, 10},
          {"severity", {"程度", "severity"}},
          {"status", {"状态", "status"}, left, false},
          {"why", {"缘由", "why"}, left, false},
          {"due", {"整改期限", "due"}, left, false},
          {"original_due", {"原期限", "original due"}, left, false},
          {"verify_by", {"销号期限", "verify by"}, left, false},
          {"by", {"期限", "by"}, left, true, 0, false},
          {"days_overdue", {"逾期天数", "days overdue"}, left, false},
          {"days_left", {"剩余天数", "days left"}, left, false},
          {"days_verifier_late", {"销号超时天数", "days late for the verifier"}, left, false},
          {"late", {"时限", "late"}, left, true, 0, false},
          {"step", {"督办", "step"}},
          {"ask", {"请问编号", "ask ids"}, left, false},
          {"ask_names", {"请问", "ask"}, left, true, 6}};
}

Value verify_by(const DueRow& row) {
  return row.problem->status == Status::submitted ? Value(row.late.verify_by) : Value();
}

std::vector<Value> row_of(const DueRow& row, const ListContext& context) {
  const Problem& problem = *row.problem;
  return {problem.id,
          to_string(problem.quarter),
          problem.branch,
          branch_phrase(context.organisation, problem.branch),
          problem.item,
          title_of(problem, context),
          coded(problem.severity),
          coded(problem.status),
          coded(row.why),
          problem.due,
          problem.original_due,
          verify_by(row),
          row.why == DueRow::Why::verifier_late ? row.late.verify_by : problem.due,
          std::int64_t{row.late.days_overdue},
          std::int64_t{row.late.days_left},
          std::int64_t{row.late.days_verifier_late},
          late_in_words(row),
          row.late.step ? Value(coded(*row.late.step)) : Value(),
          row.ask,
          person_names(context.organisation, row.ask)};
}

}  // namespace

Phrase late_in_words(const DueRow& row) {
  const Lateness& late = row.late;
  switch (row.why) {
    case DueRow::Why::overdue:
      return phrase(Text{"逾期 {0} 天", "{0} overdue"}, counted(late.days_overdue, "day"));
    case DueRow::Why::verifier_late:
      return phrase(Text{"销号超时 {0} 天", "verification {0} late"},
                    counted(late.days_verifier_late, "day"));
    case DueRow::Why::due_soon:
      break;
  }
  if (late.days_left == 0) return phrase(Text{"今天到期", "due today"});
  return phrase(Text{"还剩 {0} 天", "{0} left"}, counted(late.days_left, "day"));
}

Table due_table(const std::vector<DueRow>& rows, const ListContext& context) {
  Table table{phrase(Text{"到期提醒", "What is due"}), columns(), {}};
  for (const DueRow& row : rows) table.rows.push_back(row_of(row, context));
  return table;
}

}  // namespace sihu
