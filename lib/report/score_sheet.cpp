#include "report/score_sheet.hpp"

#include "check/record.hpp"
#include "report/catalogue.hpp"
#include "report/coded.hpp"

namespace sihu {
namespace {

using Align = Column::Align;

Value text_or_nothing(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

Value result_of(const ItemLine& line) {
  if (line.waived) return Coded{"waived", phrase(Text{"豁免", "waived"})};
  if (line.answer) return coded(line.answer->verdict);
  return Coded{"unanswered", phrase(Text{"未答", "unanswered"})};
}

std::vector<Column> sheet_columns() {
  const Align left = Align::left;
  const Align right = Align::right;
  return {{"item", {"条目", "item"}, left},
          {"area", {"方面", "area"}, left, false},
          {"title", {"事项", "title"}, left, true, 10},
          {"result", {"结果", "result"}, left},
          {"points", {"分值", "points"}, right},
          {"lost", {"扣分", "lost"}, right},
          {"earned", {"得分", "earned"}, right},
          {"rule", {"规则", "rule"}, left},
          {"value", {"数值", "value"}, right},
          {"existed", {"上次就有", "there before"}, left, false},
          {"note", {"说明", "note"}, left, true, 10},
          {"evidence", {"佐证材料", "evidence"}, left, false},
          {"problem", {"问题", "problem"}, left},
          {"answered_by", {"作答人编号", "answered by (id)"}, left, false},
          {"answered_by_name", {"作答", "answered by"}, left, true, 6},
          {"answered", {"作答日期", "answered"}, left, false},
          {"conflict", {"不一致", "differ"}, left, false},
          {"disputed", {"异议", "disputed"}, left, false},
          {"answers", {"各人答案", "everybody's answers"}, left, false}};
}

// What was answered, for a row; all empty when nothing was.
std::vector<Value> answer_cells(const ItemLine& line) {
  if (!line.answer) return {Value(), Value(), Value(), Value(), Value()};
  const auto& answer = *line.answer;
  return {text_or_nothing(to_string(answer.rules)),
          answer.value ? Value(answer.value->shortest()) : Value(),
          text_or_nothing(std::string(to_string(answer.existed))), text_or_nothing(answer.note),
          answer.evidence.empty() ? Value() : Value(answer.evidence)};
}

// `p004 deduct late*2`: what the file of answers would say, in one cell.
std::vector<std::string> all_answers(const ItemState& said) {
  std::vector<std::string> all;
  for (const GivenAnswer& given : said.standing) {
    const Answer& answer = given.answer;
    auto text = given.person + " " + std::string(to_string(answer.verdict));
    if (!answer.rules.empty())
      text += " " + to_string(answer.rules);
    else if (answer.verdict == Verdict::deduct && answer.points)
      text += " " + answer.points->shortest();
    if (answer.value) text += " " + answer.value->shortest();
    all.push_back(std::move(text));
  }
  return all;
}

std::vector<Value> sheet_row(const ItemLine& line, const CheckSummary& check,
                             const OverviewScene& scene) {
  const bool scored = line.counts;
  std::vector<Value> row{line.item->id,
                         text_or_nothing(line.item->area),
                         line.item->title,
                         result_of(line),
                         line.item->points.shortest(),
                         scored && line.answer ? Value(line.lost.shortest()) : Value(),
                         scored ? Value(line.earned.shortest()) : Value()};
  for (auto& cell : answer_cells(line)) row.push_back(std::move(cell));
  const auto* problem =
      check.key.self ? nullptr : open_problem_of(scene.problems, check.key, line.item->id);
  row.push_back(problem ? Value(problem->id) : Value());
  const auto* said = check.state.find(line.item->id);
  const auto* last = said && said->answered() ? &said->standing[line.counting] : nullptr;
  row.push_back(last ? Value(last->person) : Value());
  row.push_back(last ? Value(person_name(scene.organisation, last->person)) : Value());
  row.push_back(last ? Value(scene.zone.date_of(last->at)) : Value());
  row.push_back(line.conflict);
  row.push_back(check.disputed.contains(line.item->id));
  row.push_back(line.conflict ? Value(all_answers(*said)) : Value());
  return row;
}

std::vector<Column> explanation_columns() {
  const Align left = Align::left;
  const Align right = Align::right;
  return {{"item", {"条目", "item"}, left},
          {"title", {"事项", "title"}, left, true, 10},
          {"points", {"分值", "points"}, right},
          {"lost", {"扣分", "lost"}, right},
          {"earned", {"得分", "earned"}, right},
          {"share_points", {"折算分值", "share"}, right},
          {"share_earned", {"折算得分", "share earned"}, right},
          {"gain", {"整改可增", "gain"}, right},
          {"why", {"怎么来的", "why"}, left, true, 12}};
}

Phrase joined(const std::vector<Phrase>& steps) {
  Phrase all;
  for (const auto& step : steps) {
    all.zh += (all.zh.empty() ? "" : "；") + step.zh;
    all.en += (all.en.empty() ? "" : "; ") + step.en;
  }
  return all;
}

}  // namespace

Table score_sheet(const CheckSummary& check, const OverviewScene& scene) {
  Table table{{}, sheet_columns(), {}};
  for (const auto& line : check.score.items) table.rows.push_back(sheet_row(line, check, scene));
  return table;
}

Phrase conflict_lines(const CheckSummary& check, const Organisation& organisation) {
  Phrase lines;
  for (const auto& line : check.score.items) {
    const auto* said = line.conflict ? check.state.find(line.item->id) : nullptr;
    if (!said) continue;
    Phrase all;
    for (const auto& given : said->standing) {
      const auto each = phrase(Text{"{0} {1}", "{0} {1}"}, person_name(organisation, given.person),
                               describe(given.answer));
      all = all.empty() ? each : phrase(Text{"{0}；{1}", "{0}; {1}"}, all, each);
    }
    const auto text = phrase(Text{"  {0} 答案不一致：{1}。裁定：{2}\n",
                                  "  answers to {0} differ: {1}. To settle: {2}\n"},
                             line.item->id, all, settle_command(check.key, line.item->id));
    lines.zh += text.zh;
    lines.en += text.en;
  }
  return lines;
}

Table explanation_table(const Explanation& explanation) {
  Table table{{}, explanation_columns(), {}};
  for (const auto& [line, why, gain] : explanation.items)
    table.rows.push_back({line.item->id, line.item->title, line.item->points.shortest(),
                          line.lost.shortest(), line.earned.shortest(),
                          line.scaled_points.shortest(), line.scaled_earned.shortest(),
                          gain.is_zero() ? Value() : Value(gain.shortest()), joined(why)});
  return table;
}

}  // namespace sihu
