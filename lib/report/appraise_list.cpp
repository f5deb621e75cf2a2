#include "report/appraise_list.hpp"

#include "report/appraise_words.hpp"
#include "report/coded.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

const auto left = Column::Align::left;
const auto right = Column::Align::right;
constexpr std::size_t most_items = 5;

Halves halves_of(const AppraiseList& list) {
  return list.appraisal.rules.halves;
}

Value data_score(const std::optional<Rational>& score, Halves halves) {
  return score ? Value(score->rounded(2, halves)) : Value();
}

// For people: what is not there is a dash, which nobody takes for a 0.
Value read_score_value(const std::optional<Rational>& score, Halves halves) {
  return score ? Value(score->rounded(2, halves)) : Value(std::string("–"));
}

// As far as it is, `3/8`, until it is a score.
Value read_self_value(const AppraiseSheet& sheet, Halves halves) {
  if (sheet.self_score || sheet.self_done == 0) return data_score(sheet.self_score, halves);
  return phrase(Text{"{0}/{1} 项", "{0} of {1}"}, sheet.self_done, sheet.asked);
}

Value whole(const std::optional<int>& number) {
  return number ? Value(std::int64_t{*number}) : Value();
}

Value grade_value(const AppraiseRow& row) {
  return row.grade ? Value(coded(*row.grade)) : Value();
}

std::string range_words(const std::optional<RankSet>& range) {
  if (!range) return "–";
  if (range->best == range->worst) return std::to_string(range->best);
  return fmt::format("{}–{}", range->best, range->worst);
}

std::string change_words(const AppraiseRow& row, Halves halves) {
  const auto change = row.change(halves);
  if (!change) return {};
  return (Rational(0) < *change ? "+" : "") + change->rounded();
}

Value why_no_rank(Unranked why) {
  if (why == Unranked::no) return {};
  if (why == Unranked::little_coverage)
    return Coded{"little-coverage", phrase(Text{"打了分的太少", "too little is scored"})};
  return Coded{"no-score", phrase(Text{"没有可计的分", "nothing to score"})};
}

Coded state_value(const AppraiseList& list) {
  if (!list.state.publication) return {"scoring", phrase(Text{"打分中", "being scored"})};
  if (list.today <= list.state.publication->until)
    return {"published", phrase(Text{"公示中", "published"})};
  return {"closed", phrase(Text{"公示期满", "appeals closed"})};
}

std::vector<Column> person_columns() {
  return {{"person", {"编号", "id"}, left},
          {"person_name", {"姓名", "name"}, left, true, 6},
          {"branch", {"支部", "branch"}, left}};
}

std::vector<Value> person_values(const AppraiseRow& row) {
  const Person& person = *row.entry.person;
  return {person.id, person.name, person.branch};
}

void append(std::vector<Value>& to, std::vector<Value> more) {
  for (Value& value : more) to.push_back(std::move(value));
}

std::vector<Column> ranking_columns(const AppraiseList& list) {
  std::vector<Column> columns{{"rank_shown", {"名次", "rank"}, right, true, 0, false},
                              {"rank", {"名次", "rank"}, right, false}};
  for (Column& column : person_columns()) columns.push_back(std::move(column));
  for (const Area& area : list.checklist.areas) {
    columns.push_back({"area_" + area.id, area.title, right, false});
    columns.push_back(
        below_rows({"area_" + area.id + "_shown", area.title, right, true, 4, false}));
  }
  columns.insert(columns.end(),
                 {{"areas", {"逐项合计", "areas"}, right, false},
                  {"quarters", {"季度平均", "quarters"}, right, false},
                  {"areas_shown", {"逐项合计", "areas"}, right, true, 0, false},
                  {"quarters_shown", {"季度平均", "quarters"}, right, true, 0, false},
                  {"total", {"总分", "total"}, right, false},
                  {"total_shown", {"总分", "total"}, right, true, 0, false},
                  {"grade", {"等次", "grade"}, left},
                  {"self", {"自评", "self"}, right, false},
                  below_rows({"self_shown", {"自评", "self"}, right, true, 0, false}),
                  {"rank_low", {"最高可到", "best rank"}, right, false},
                  {"rank_high", {"最低可到", "worst rank"}, right, false},
                  {"range", {"名次区间", "range"}, right, true, 0, false},
                  {"why", {"为何无名次", "why no rank"}, left, false},
                  {"held_back", {"为何不是优秀", "why not excellent"}, left, false},
                  {"change", {"比上期", "change"}, right},
                  {"previous", {"上期总分", "previous total"}, right, false},
                  {"done", {"已打分", "done"}, right, false},
                  {"items", {"项数", "items"}, right, false},
                  {"completeness", {"完成%", "done %"}, right},
                  {"provisional", {"暂定", "provisional"}, left, false},
                  {"differing", {"不一致", "differing"}, right, false},
                  {"coverage", {"计分份额", "coverage"}, right, false},
                  {"veto", {"一票否决文号", "veto"}, left, false},
                  {"newcomer", {"新人", "newcomer"}, left, false},
                  {"open_appeals", {"未决申诉", "open appeals"}, right, false},
                  {"state", {"状态", "state"}, left, false},
                  {"half", {"半年", "half-year"}, left, false},
                  {"rules", {"规则", "rules"}, left, false},
                  {"for_reference", {"仅供参考", "for reference"}, left, false},
                  {"total_exact", {"总分（精确）", "total (exact)"}, right, false},
                  below_rows({"note", {"说明", "note"}, left, true, 12, false})});
  return columns;
}

void add_area_values(std::vector<Value>& values, const AppraiseList& list, const AppraiseRow& row) {
  for (const Area& area : list.checklist.areas) {
    const auto& areas = row.entry.sheet.areas;
    const auto found = std::ranges::find(areas, area.id, &AppraisedArea::id);
    const auto earned = found == areas.end() ? std::nullopt : found->earned;
    values.push_back(data_score(earned, halves_of(list)));
    values.push_back(read_score_value(earned, halves_of(list)));
  }
}

void add_totals(std::vector<Value>& values, const AppraiseList& list, const AppraiseRow& row) {
  const AppraiseSheet& sheet = row.entry.sheet;
  const Halves halves = halves_of(list);
  append(
      values,
      {data_score(sheet.areas_score, halves), data_score(sheet.quarters.mean, halves),
       read_score_value(sheet.areas_score, halves), read_score_value(sheet.quarters.mean, halves),
       row.shown.empty() ? Value() : Value(row.shown),
       row.shown.empty() ? std::string("–") : row.shown, grade_value(row),
       data_score(sheet.self_score, halves), read_self_value(sheet, halves),
       row.range ? Value(std::int64_t{row.range->best}) : Value(),
       row.range ? Value(std::int64_t{row.range->worst}) : Value(), range_words(row.range)});
}

Value held_value(HeldBack held) {
  if (held == HeldBack::no) return {};
  return Coded{std::string(to_string(held)), phrase(wording(held))};
}

void add_standing(std::vector<Value>& values, const AppraiseList& list, const AppraiseRow& row) {
  const AppraiseSheet& sheet = row.entry.sheet;
  append(values, {why_no_rank(row.why), held_value(row.held), change_words(row, halves_of(list)),
                  data_score(row.entry.earlier, halves_of(list)), std::int64_t{sheet.done},
                  std::int64_t{sheet.asked},
                  sheet.asked > 0 ? Value(std::int64_t{sheet.done} * 100 / sheet.asked) : Value(),
                  sheet.provisional(), std::int64_t{sheet.differing}, sheet.coverage.rounded(),
                  row.entry.veto ? Value(row.entry.veto->number) : Value(), row.entry.newcomer,
                  std::int64_t{row.entry.open_appeals}, state_value(list),
                  to_string(list.appraisal.half), to_string(list.appraisal.rules), true,
                  sheet.total ? Value(sheet.total->fraction()) : Value(), appraise_row_words(row)});
}

// Items of an area, those first of which most is missing.
std::vector<std::string> weakest_items(const AppraiseSheet& sheet, const std::string& area) {
  std::vector<const AppraisedLine*> lines;
  for (const AppraisedLine& line : sheet.items)
    if (line.item->area == area && line.counts() && *line.mark->points < line.item->points)
      lines.push_back(&line);
  std::ranges::stable_sort(lines, [](const AppraisedLine* a, const AppraisedLine* b) {
    return a->item->points - *a->mark->points > b->item->points - *b->mark->points;
  });
  std::vector<std::string> ids;
  for (const AppraisedLine* line : lines)
    if (ids.size() < most_items) ids.push_back(line->item->id);
  return ids;
}

std::vector<const AppraiseRow*> rows_by_id(const Appraisal& appraisal) {
  std::vector<const AppraiseRow*> rows;
  for (const AppraiseRow& row : appraisal.rows) rows.push_back(&row);
  std::ranges::sort(rows, {}, [](const AppraiseRow* row) { return row->entry.person->id; });
  return rows;
}

}  // namespace

Table appraise_table(const AppraiseList& list) {
  Table table{phrase(Text{"{0} 考核（仅供参考）", "Appraisal of {0} (for reference only)"},
                     to_string(list.appraisal.half)),
              ranking_columns(list),
              {}};
  for (const AppraiseRow& row : list.appraisal.rows) {
    std::vector<Value> values{row.rank ? std::to_string(*row.rank) : std::string("–"),
                              whole(row.rank)};
    append(values, person_values(row));
    add_area_values(values, list, row);
    add_totals(values, list, row);
    add_standing(values, list, row);
    table.rows.push_back(std::move(values));
  }
  return table;
}

Table commendation_table(const AppraiseList& list) {
  Table table{
      phrase(Text{"符合表扬条件（按编号，不是名次；由组织决定）",
                  "Who meets the rule for commendation (by id, no ranking; people decide)"}),
      person_columns(),
      {}};
  table.columns.insert(table.columns.end(),
                       {{"grade", {"等次", "grade"}, left},
                        {"total", {"总分", "total"}, right},
                        {"overdue", {"逾期未整改", "overdue"}, right},
                        {"half", {"半年", "half-year"}, left, false},
                        {"for_reference", {"仅供参考", "for reference"}, left, false}});
  for (const AppraiseRow* row : rows_by_id(list.appraisal)) {
    if (!meets_commendation(*row, list.settings)) continue;
    std::vector<Value> values = person_values(*row);
    append(values, {grade_value(*row), row->shown, std::int64_t{row->entry.overdue},
                    to_string(list.appraisal.half), true});
    table.rows.push_back(std::move(values));
  }
  return table;
}

Table help_table(const AppraiseList& list) {
  Table table{phrase(Text{"需要帮助（哪个方面，先看哪几项）",
                          "Who needs help, in which area and with which items first"}),
              person_columns(),
              {}};
  table.columns.insert(table.columns.end(),
                       {{"area", {"方面编号", "area id"}, left, false},
                        {"area_title", {"方面", "area"}, left, true, 8},
                        {"score", {"得分", "score"}, right},
                        {"points", {"满分", "of"}, right},
                        {"percent", {"得分率%", "%"}, right},
                        below_rows({"items", {"先看", "items"}, left, true, 12}),
                        {"half", {"半年", "half-year"}, left, false},
                        {"for_reference", {"仅供参考", "for reference"}, left, false}});
  for (const AppraiseRow* row : rows_by_id(list.appraisal)) {
    for (const AppraisedArea* area : weak_areas(*row, list.settings)) {
      std::vector<Value> values = person_values(*row);
      append(values,
             {area->id, area->title, data_score(area->earned, halves_of(list)),
              area->points.shortest(), area->percent()->rounded(1),
              weakest_items(row->entry.sheet, area->id), to_string(list.appraisal.half), true});
      table.rows.push_back(std::move(values));
    }
  }
  return table;
}

}  // namespace sihu
