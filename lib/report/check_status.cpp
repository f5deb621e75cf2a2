#include "report/check_status.hpp"

#include "check/counted.hpp"
#include "check/planned.hpp"
#include "report/catalogue.hpp"
#include "report/coded.hpp"

#include <algorithm>

namespace sihu {
namespace {

using Align = Column::Align;

Value score_value(const Score& score) {
  if (!score.total || score.done == 0) return {};
  return score.total->rounded();
}

Value person_of(const std::optional<Mark>& mark) {
  return mark ? Value(mark->person) : Value();
}

Value unplanned(const CheckState& state) {
  auto reasons = reasons_outside_plan(state);
  return reasons.empty() ? Value() : Value(std::move(reasons));
}

Value people_name(const std::optional<Mark>& mark, const Organisation& organisation) {
  return mark ? Value(person_name(organisation, mark->person)) : Value();
}

// A signature for other answers than stand there now is shown, but not as one for these.
Value signature(const CheckState& state, const std::optional<Mark>& mark,
                const Organisation& organisation, bool disputed = false) {
  if (!mark) return Value();
  const auto name = person_name(organisation, mark->person);
  if (disputed) return Value(phrase(Text{"{0}（另有异议）", "{0} (but disputes)"}, name));
  if (!state.changed_since(mark)) return Value(name);
  return Value(phrase(Text{"{0}（此后有改动）", "{0} (changed since)"}, name));
}

Value changed(const CheckState& state, const std::optional<Mark>& mark) {
  return mark ? Value(state.changed_since(mark)) : Value();
}

std::vector<Column> columns() {
  const Align left = Align::left;
  const Align right = Align::right;
  return {{"quarter", {"季度", "quarter"}, left, false},
          {"branch", {"支部编号", "branch id"}, left},
          {"branch_name", {"支部", "branch"}, left, true, 8},
          {"checklist", {"检查表", "checklist"}, left},
          {"title", {"名称", "title"}, left, false},
          {"version", {"版本", "version"}, left, false},
          {"by", {"检查支部", "inspected by"}, left},
          {"status", {"状态", "status"}, left},
          {"done", {"已答", "done"}, right},
          {"items", {"项数", "items"}, right},
          {"completeness", {"完成%", "done %"}, right},
          {"score", {"得分", "score"}, right},
          {"full", {"满分", "full"}, right},
          {"self_score", {"自查分", "self"}, right},
          {"problems_open", {"未了问题", "open"}, right},
          {"conflicts", {"不一致", "differ"}, right},
          {"disputed", {"有异议", "disputed"}, right},
          {"signed_by", {"签字人编号", "signed by (id)"}, left, false},
          {"signed_by_name", {"签字人", "signed by (name)"}, left, false},
          {"signed", {"签字", "signed by"}, left, true, 6, false},
          {"confirmed_by", {"确认人编号", "confirmed by (id)"}, left, false},
          {"confirmed_by_name", {"确认人", "confirmed by (name)"}, left, false},
          {"confirmed", {"确认", "confirmed by"}, left, true, 6, false},
          {"changed_since_signed", {"签字后有改动", "changed since signed"}, left, false},
          {"changed_since_confirmed", {"确认后有改动", "changed since confirmed"}, left, false},
          {"unplanned", {"计划外", "outside the plan"}, left, false},
          {"footing", {"与计划", "by the plan"}, left, false},
          {"counts", {"计分", "counts"}, left, false},
          {"remark", {"说明", "remark"}, left, true, 10, false}};
}

// The counted checks of every branch, in the order of the checks.
std::vector<CountedCheck> counted_of(const std::vector<CheckSummary>& checks) {
  std::vector<const CheckSummary*> all;
  for (const CheckSummary& check : checks) all.push_back(&check);
  return counted_checks(all);
}

void show_where_needed(Table& table, std::string_view key, bool needed) {
  std::ranges::find(table.columns, key, &Column::key)->in_table = needed;
}

}  // namespace

Table check_status_table(const std::vector<CheckSummary>& checks,
                         const Organisation& organisation) {
  Table table{{}, columns(), {}};
  const std::vector<CountedCheck> counted = counted_of(checks);
  bool has_remarks = false;
  show_where_needed(table, "by", std::ranges::any_of(checks, [](const CheckSummary& check) {
                      return !check.key.by.empty();
                    }));
  for (const auto& check : checks) {
    const auto& score = check.score;
    const CountedCheck* of = find_counted(counted, check);
    const Phrase remark = inspection_remark(check, of);
    has_remarks = has_remarks || !remark.empty();
    table.rows.push_back(
        {to_string(check.key.quarter),
         check.key.branch,
         check.branch->name,
         check.key.checklist,
         check.checklist->title,
         check.checklist->version,
         check.key.by.empty() ? Value() : Value(check.key.by),
         coded(check.progress),
         std::int64_t{score.done},
         std::int64_t{score.asked},
         std::int64_t{score.percent_done()},
         score_value(score),
         score.full.shortest(),
         check.self ? score_value(*check.self) : Value(),
         std::int64_t{check.problems_open},
         std::int64_t{score.conflicts},
         static_cast<std::int64_t>(check.disputed.size()),
         person_of(check.state.signed_off),
         people_name(check.state.signed_off, organisation),
         signature(check.state, check.state.signed_off, organisation),
         person_of(check.state.confirmed),
         people_name(check.state.confirmed, organisation),
         signature(check.state, check.state.confirmed, organisation, !check.disputed.empty()),
         changed(check.state, check.state.signed_off),
         changed(check.state, check.state.confirmed),
         unplanned(check.state),
         coded(check.footing),
         of && of->counts(check),
         remark.empty() ? Value() : Value(remark)});
  }
  show_where_needed(table, "remark", has_remarks);
  return table;
}

}  // namespace sihu
