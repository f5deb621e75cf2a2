#include "report/tally_list.hpp"

#include "report/tally_words.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

const auto left = Column::Align::left;
const auto right = Column::Align::right;

std::string key_of(Component component, std::string_view more = {}) {
  return std::string(to_string(component)) + std::string(more);
}

Value score_value(const std::optional<Rational>& score, Halves halves) {
  return score ? Value(score->rounded(2, halves)) : Value();
}

// For people: what is not there is a dash, which nobody takes for a 0.
Value shown(const std::optional<Rational>& score, Halves halves) {
  return score ? Value(score->rounded(2, halves)) : Value(std::string("–"));
}

Value exact(const std::optional<Rational>& score) {
  return score ? Value(score->fraction()) : Value();
}

Value number(const std::optional<int>& value) {
  return value ? Value(std::int64_t{*value}) : Value();
}

Value why_value(Unranked why) {
  switch (why) {
    case Unranked::no:
      return {};
    case Unranked::little_coverage:
      return Coded{"little-coverage", phrase(Text{"适用部分太少", "too little applies"})};
    case Unranked::no_score:
      return Coded{"no-score", phrase(Text{"没有可计的分", "nothing to score"})};
    case Unranked::vetoed:
      break;
  }
  return Coded{"vetoed", phrase(Text{"一票否决", "vetoed"})};
}

std::string range_text(const std::optional<RankSet>& range) {
  if (!range) return "–";
  if (range->best == range->worst) return std::to_string(range->best);
  return fmt::format("{}–{}", range->best, range->worst);
}

// `+1.20 (3→1)`
std::string change_text(const TallyRow& row, Halves halves) {
  if (!row.earlier || !row.earlier->total || !row.total) return {};
  const Rational change =
      row.total->to_places(2, halves) - row.earlier->total->to_places(2, halves);
  std::string text = change.rounded();
  if (Rational(0) < change) text = '+' + text;
  if (row.rank && row.earlier->rank) text += fmt::format(" ({}→{})", *row.earlier->rank, *row.rank);
  return text;
}

void add_score_columns(std::vector<Column>& columns) {
  for (const Component component : all_components)
    columns.push_back({key_of(component), phrase(wording(component)), right, false});
  for (const Component component : all_components)
    columns.push_back(
        {key_of(component, "_shown"), phrase(wording(component)), right, true, 0, false});
}

void add_exact_columns(std::vector<Column>& columns) {
  for (const Component component : all_components)
    columns.push_back({key_of(component, "_exact"), phrase(wording(component)), right, false});
  columns.push_back({"total_exact", {"总分（精确）", "total (exact)"}, right, false});
  columns.push_back({"inspected_exact", {"已查占应查", "inspected of asked"}, right, false});
  for (const Component component : all_components)
    columns.push_back({key_of(component, "_error"), phrase(wording(component)), right, false});
  columns.push_back({"previous_parts", {"上季的部分", "previous parts"}, left, false});
  columns.push_back({"review_error_from", {"互评标准误的由来", "review error from"}, left, false});
}

std::vector<Column> tally_columns() {
  std::vector<Column> columns{{"rank_shown", {"名次", "rank"}, right, true, 0, false},
                              {"branch", {"支部编号", "branch id"}, left},
                              {"branch_name", {"支部", "branch"}, left, true, 8}};
  add_score_columns(columns);
  columns.insert(columns.end(),
                 {{"total", {"总分", "total"}, right, false},
                  {"total_shown", {"总分", "total"}, right, true, 0, false},
                  {"rank", {"名次", "rank"}, right, false},
                  {"rank_low", {"最高可到", "best rank"}, right, false},
                  {"rank_high", {"最低可到", "worst rank"}, right, false},
                  {"range", {"名次区间", "range"}, right, true, 0, false},
                  below_rows({"change", {"比上季", "change"}, left, true, 0, false}),
                  {"why", {"为何无名次", "why no rank"}, left, false},
                  {"vetoes", {"一票否决", "vetoes"}, left, false},
                  {"done", {"已答", "done"}, right, false},
                  {"items", {"项数", "items"}, right, false},
                  {"completeness", {"完成%", "done %"}, right, false},
                  {"provisional", {"暂定", "provisional"}, left, false},
                  {"coverage", {"适用权重", "coverage"}, right, false},
                  {"previous_total", {"上季总分", "previous total"}, right, false},
                  {"previous_rank", {"上季名次", "previous rank"}, right, false},
                  {"quarter", {"季度", "quarter"}, left, false},
                  {"rules", {"规则", "rules"}, left, false},
                  {"inspections", {"各自的检查", "inspections"}, right, false},
                  {"inspections_done", {"其中做完", "inspections done"}, right, false},
                  {"not_begun", {"未开始的检查支部", "not begun"}, left, false},
                  below_rows({"note", {"说明", "note"}, left, true, 12, false})});
  add_exact_columns(columns);
  return columns;
}

void add_scores(std::vector<Value>& values, const TallyRow& row, Halves halves) {
  for (const Component component : all_components)
    values.push_back(score_value(row.entry.scores[component], halves));
  for (const Component component : all_components)
    values.push_back(shown(row.entry.scores[component], halves));
}

Value previous_parts(const TallyRow& row) {
  if (!row.earlier || !row.earlier->parts) return {};
  std::vector<std::string> codes;
  for (const Component component : *row.earlier->parts) codes.emplace_back(to_string(component));
  return codes;
}

void add_exact(std::vector<Value>& values, const TallyRow& row) {
  for (const Component component : all_components)
    values.push_back(exact(row.entry.scores[component]));
  values.push_back(exact(row.total));
  values.push_back(row.entry.inspected.fraction());
  for (const Component component : all_components)
    values.push_back(row.entry.scores[component]
                         ? Value(fmt::format("{:.4f}", row.entry.errors[component]))
                         : Value());
  values.push_back(previous_parts(row));
  values.push_back(row.entry.scores[Component::review]
                       ? Value(Coded{std::string(to_string(row.entry.review_error_from)),
                                     phrase(wording(row.entry.review_error_from))})
                       : Value());
}

void add_ranks(std::vector<Value>& values, const TallyRow& row, Halves halves) {
  const bool has_total = !row.shown.empty();
  values.push_back(has_total ? Value(row.shown) : Value());
  values.push_back(has_total ? row.shown : std::string("–"));
  values.push_back(number(row.rank));
  values.push_back(row.range ? Value(std::int64_t{row.range->best}) : Value());
  values.push_back(row.range ? Value(std::int64_t{row.range->worst}) : Value());
  values.push_back(range_text(row.range));
  values.push_back(change_text(row, halves));
}

void add_honesty(std::vector<Value>& values, const Tally& tally, const TallyRow& row) {
  const TallyEntry& entry = row.entry;
  const Halves halves = tally.rules.halves;
  values.push_back(why_value(row.why));
  values.push_back(entry.vetoes);
  values.push_back(std::int64_t{entry.done});
  values.push_back(std::int64_t{entry.asked});
  values.push_back(entry.asked > 0 ? Value(std::int64_t{entry.done} * 100 / entry.asked) : Value());
  values.push_back(entry.provisional);
  values.push_back(row.coverage.rounded());
  values.push_back(row.earlier ? score_value(row.earlier->total, halves) : Value());
  values.push_back(row.earlier ? number(row.earlier->rank) : Value());
  values.push_back(to_string(tally.quarter));
  values.push_back(to_string(tally.rules));
  values.push_back(std::int64_t{entry.inspections});
  values.push_back(std::int64_t{entry.inspections_done});
  values.push_back(entry.not_begun);
  values.push_back(row_words(tally, row));
}

}  // namespace

Table tally_table(const Tally& tally) {
  Table table{
      phrase(Text{"{0} 排名", "Ranking of {0}"}, to_string(tally.quarter)), tally_columns(), {}};
  for (const TallyRow& row : tally.rows) {
    std::vector<Value> values{row.rank ? std::to_string(*row.rank) : std::string("–"),
                              row.entry.branch, row.entry.name};
    add_scores(values, row, tally.rules.halves);
    add_ranks(values, row, tally.rules.halves);
    add_honesty(values, tally, row);
    add_exact(values, row);
    table.rows.push_back(std::move(values));
  }
  return table;
}

Table component_table(const Tally& tally) {
  Table table{phrase(Text{"权重", "Weights"}),
              {{"component", {"部分", "part"}},
               {"declared", {"权重", "weight"}, right},
               {"nominal", {"名义占比", "nominal share"}, right},
               {"effective", {"实际占比", "effective share"}, right},
               {"lowest", {"最低分", "lowest"}, right},
               {"highest", {"最高分", "highest"}, right},
               {"compared", {"比较的支部", "branches compared"}, right}},
              {}};
  const auto value = [](const std::optional<Rational>& number, int places) {
    return number ? Value(number->rounded(places)) : Value();
  };
  for (const ComponentLine& line : tally.components)
    table.rows.push_back(
        {Coded{std::string(to_string(line.component)), phrase(wording(line.component))},
         line.declared.shortest(), value(line.nominal, 4), value(line.effective, 4),
         value(line.lowest, 2), value(line.highest, 2), std::int64_t{tally.compared}});
  return table;
}

}  // namespace sihu
