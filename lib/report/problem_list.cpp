#include "report/problem_list.hpp"

#include "problem/due.hpp"
#include "report/coded.hpp"

namespace sihu {
namespace {

using Align = Column::Align;

Value day_or_nothing(const std::optional<Date>& date) {
  return date ? Value(*date) : Value();
}

Value text_or_nothing(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

Value person_or_nothing(const std::string& id, const Organisation& organisation) {
  return id.empty() ? Value() : Value(person_name(organisation, id));
}

std::vector<Column> columns() {
  const Align left = Align::left;
  const Align right = Align::right;
  return {{"id", {"编号", "id"}},
          {"quarter", {"季度", "quarter"}, left, false},
          {"branch", {"支部编号", "branch id"}, left, false},
          {"branch_name", {"责任支部", "branch"}, left, true, 8},
          {"checklist", {"检查表", "checklist"}, left, false},
          {"item", {"条目", "item"}},
          below_rows({"title", {"事项", "title"}, left, true, 10}),
          below_rows({"detail", {"问题", "what was found"}, left, false}),
          below_rows({"basis", {"依据", "basis"}, left, false}),
          {"severity", {"程度", "severity"}},
          {"status", {"状态", "status"}},
          {"owner", {"责任人编号", "owner id"}, left, false},
          below_rows({"owner_name", {"责任人", "owner"}, left, true, 6}),
          {"opened", {"发现日期", "opened"}, left, false},
          {"opened_by", {"发现人", "opened by"}, left, false},
          {"due", {"整改期限", "due"}},
          {"original_due", {"原期限", "original due"}, left, false},
          {"days_overdue", {"逾期天数", "days overdue"}, right},
          {"extensions", {"延期次数", "extensions"}, right, false},
          {"submitted", {"报送日期", "submitted"}, left, false},
          {"closed", {"销号日期", "closed"}, left, false},
          {"closed_by", {"销号人", "closed by"}, left, false},
          {"recurrence_of", {"屡查屡犯", "recurrence of"}, left, false},
          below_rows({"step", {"督办", "step"}}),
          below_rows({"evidence", {"佐证材料", "evidence"}, left, false}),
          {"recorded", {"登记日期", "recorded"}, left, false},
          below_rows({"twins", {"又名", "also"}, left, false})};
}

std::vector<Value> row_of(const Problem& problem, const ListContext& context) {
  const Organisation& organisation = context.organisation;
  const Lateness late =
      lateness(problem, context.today, organisation.rectification, context.workdays);
  return {problem.id,
          to_string(problem.quarter),
          problem.branch,
          branch_phrase(organisation, problem.branch),
          problem.checklist,
          problem.item,
          title_of(problem, context),
          problem.text,
          basis_of(problem, context),
          coded(problem.severity),
          coded(problem.status),
          text_or_nothing(problem.owner),
          person_or_nothing(problem.owner, organisation),
          problem.opened,
          problem.opened_by,
          problem.due,
          problem.original_due,
          std::int64_t{late.days_overdue},
          std::int64_t{problem.extensions},
          day_or_nothing(problem.submitted),
          day_or_nothing(problem.closed),
          text_or_nothing(problem.closed_by),
          text_or_nothing(problem.recurrence_of),
          late.step ? Value(coded(*late.step)) : Value(),
          problem.evidence,
          problem.recorded,
          problem.also()};
}

}  // namespace

Table problem_table(const std::vector<const Problem*>& problems, const ListContext& context) {
  Table table{phrase(Text{"问题清单", "Problems"}), columns(), {}};
  for (const Problem* problem : problems) {
    table.rows.push_back(row_of(*problem, context));
    if (!problem->findings.empty()) table.columns.back().in_table = true;
  }
  return table;
}

}  // namespace sihu
