#include "report/bulletin_tables.hpp"

#include "report/coded.hpp"
#include "report/columns.hpp"
#include "report/practice_list.hpp"
#include "report/problem_list.hpp"
#include "report/tally_list.hpp"
#include "wording/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

using Keys = std::vector<std::string>;

constexpr auto left = Column::Align::left;
constexpr auto right = Column::Align::right;

// Of a table that is ours the keys are known.
Table chosen(const Table& table, const Keys& keys) {
  auto some = with_columns(table, keys);
  return some ? std::move(*some) : table;
}

Table without(Table table, const Keys& hidden) {
  Keys keys;
  for (const Column& column : table.columns)
    if (std::ranges::find(hidden, column.key) == hidden.end()) keys.push_back(column.key);
  return chosen(table, keys);
}

// What the chart of totals draws as lines, beside the totals.
void add_intervals(Table& table, const Tally& tally) {
  const auto total = std::ranges::find(table.columns, "total_shown", &Column::key);
  const auto place = total - table.columns.begin() + 1;
  table.columns.insert(total + 1, {"total_interval", {"总分范围", "total within"}, right});
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto interval = total_interval(tally.rows[i]);
    table.rows[i].insert(
        table.rows[i].begin() + place,
        Value(interval ? fmt::format("{:.1f}–{:.1f}", interval->low, interval->high)
                       : std::string("–")));
  }
}

Table ranking(const Tally& tally, Naming naming) {
  Table table =
      chosen(tally_table(tally),
             {"rank_shown", "branch", "branch_name", "check_shown", "review_shown", "learn_shown",
              "test_shown", "rectification_shown", "total_shown", "range", "change", "note"});
  // A part that nobody has is not in the totals either.
  Keys absent;
  for (const Component component : all_components) {
    const auto line = std::ranges::find(tally.components, component, &ComponentLine::component);
    if (line == tally.components.end() || line->is_absent())
      absent.push_back(std::string(to_string(component)) + "_shown");
  }
  table = without(std::move(table), absent);
  add_intervals(table, tally);
  if (naming == Naming::hidden)
    table = without(std::move(table), {"branch", "branch_name", "note"});
  table.title = phrase(Text{"得分汇总和排名", "Scores and ranking"});
  return table;
}

Table areas(const Bulletin& bulletin) {
  Table table{phrase(Text{"各方面的问题", "Problems by area"}),
              {{"checklist", {"检查表", "checklist"}, left, false},
               {"title", {"方面", "area"}},
               {"inspections", {"检查次数", "inspections"}, right},
               {"branches", {"有问题的支部", "branches with problems"}, right},
               {"problems", {"问题", "problems"}, right},
               {"earlier", {"上季问题", "quarter before"}, right}},
              {}};
  for (const AreaFigures& area : bulletin.areas)
    table.rows.push_back({area.checklist, area.title, std::int64_t{area.inspections},
                          std::int64_t{area.branches}, std::int64_t{area.problems},
                          std::int64_t{area.earlier}});
  return table;
}

Table items(const Bulletin& bulletin, const ListContext& context, bool common, Naming naming) {
  Table table{common ? phrase(Text{"共性问题", "Problems that several branches have"})
                     : phrase(Text{"个性问题", "Problems of single branches"}),
              {{"item", {"条目", "item"}},
               {"title", {"事项", "title"}},
               {"severity", {"程度", "severity"}},
               {"branches", {"支部数", "branches"}, right, common},
               {"branch_names", {"支部", "which"}, left, naming == Naming::body}},
              {}};
  for (const FailedItem& item : bulletin.items) {
    if (item.is_common() != common) continue;
    std::vector<Phrase> names;
    for (const std::string& id : item.branches)
      names.push_back(branch_phrase(context.organisation, id));
    table.rows.push_back({item.item, item.title, coded(item.severity),
                          static_cast<std::int64_t>(item.branches.size()), enumerated(names)});
  }
  return naming == Naming::hidden ? without(std::move(table), {"branch_names"}) : table;
}

Table practices(const Bulletin& bulletin, const ListContext& context, Naming naming) {
  // What items are called nobody needs here: the note says what is done well.
  Table table = practice_table(bulletin.practices, context.organisation, same);
  table = without(std::move(table), {"by", "by_name", "title", "evidence"});
  if (naming == Naming::hidden) table = without(std::move(table), {"branch", "branch_name"});
  table.title = phrase(Text{"好的做法", "Good practice"});
  return table;
}

Table rates(const Bulletin& bulletin) {
  Table table{phrase(Text{"按期整改率", "Rectified in time"}),
              {{"quarter", {"季度", "quarter"}},
               {"due", {"到期", "fell due"}, right},
               {"in_time", {"按期销号", "closed in time"}, right},
               {"rate", {"按期率 %", "in time, %"}, right}},
              {}};
  for (const QuarterRate& rate : bulletin.rates)
    table.rows.push_back({to_string(rate.quarter), std::int64_t{rate.counted},
                          std::int64_t{rate.in_time},
                          Rational(rate.in_time * 100, rate.counted).rounded(1)});
  return table;
}

Table closing(const Bulletin& bulletin) {
  Table table{phrase(Text{"整改用时", "Time to rectify"}),
              {{"days", {"从发现到销号", "from found to closed"}},
               {"problems", {"问题", "problems"}, right}},
              {}};
  for (std::size_t group = 0; group < ClosingTimes::groups; ++group)
    table.rows.push_back({closing_words(group), std::int64_t{bulletin.closing.closed[group]}});
  table.rows.push_back(
      {closing_words(ClosingTimes::groups), std::int64_t{bulletin.closing.not_yet}});
  return table;
}

Table problems(const std::vector<const Problem*>& list, const ListContext& context, Naming naming,
               const Phrase& title, const Keys& keys) {
  Table table = chosen(problem_table(list, context), keys);
  if (naming == Naming::hidden) table = without(std::move(table), {"id", "branch_name", "detail"});
  table.title = title;
  return numbered(std::move(table));
}

}  // namespace

std::optional<TotalInterval> total_interval(const TallyRow& row) {
  if (!row.total || row.error <= 0) return std::nullopt;
  const double total = row.total->approximately();
  return TotalInterval{std::max(total - 2 * row.error, 0.0),
                       std::min(total + 2 * row.error, 100.0)};
}

std::vector<TotalBand> total_bands(const Tally& tally) {
  constexpr std::size_t drawn_singly = 40;
  if (tally.rows.size() <= drawn_singly) return {};
  std::vector<TotalBand> bands;
  for (int low = 90; low >= 0; low -= 10) bands.push_back({low, low + 10});
  for (const TallyRow& row : tally.rows)
    if (row.total) {
      const auto above = static_cast<std::size_t>(row.total->approximately() / 10);
      ++bands[bands.size() - 1 - std::min(above, bands.size() - 1)].branches;
    }
  while (!bands.empty() && bands.back().branches == 0) bands.pop_back();
  return bands;
}

Table bands_table(const Tally& tally) {
  Table table{phrase(Text{"各分数段的支部数", "How many branches have which total"}),
              {{"total", {"总分", "total"}}, {"branches", {"支部数", "branches"}, right}},
              {}};
  for (const TotalBand& band : total_bands(tally))
    table.rows.push_back({fmt::format("{}–{}", band.low, band.high), std::int64_t{band.branches}});
  return table;
}

std::optional<Naming> parse_naming(std::string_view text) {
  if (text == "body") return Naming::body;
  if (text == "annex") return Naming::annex;
  if (text == "hidden") return Naming::hidden;
  return std::nullopt;
}

std::map<std::string, Table> bulletin_tables(const Bulletin& bulletin, const Tally& tally,
                                             const ListContext& context, Naming naming) {
  std::map<std::string, Table> tables;
  tables["ranking"] = ranking(tally, naming);
  tables["weights"] = component_table(tally);
  tables["areas"] = areas(bulletin);
  tables["common"] = items(bulletin, context, true, naming);
  tables["single"] = items(bulletin, context, false, naming);
  tables["practices"] = practices(bulletin, context, naming);
  tables["rates"] = rates(bulletin);
  tables["closing"] = closing(bulletin);
  tables["overdue"] =
      problems(bulletin.overdue, context, naming, phrase(Text{"超期未整改", "Overdue"}),
               {"id", "branch_name", "item", "title", "severity", "due", "days_overdue", "status"});
  tables["ledger"] = problems(bulletin.rectified, context, naming,
                              phrase(Text{"上季问题整改台账", "Rectification of the last quarter"}),
                              {"id", "branch_name", "item", "title", "severity", "opened", "due",
                               "submitted", "closed", "status"});
  tables["problems"] = problems(
      bulletin.listed, context, naming, phrase(Text{"问题清单", "Problem list"}),
      {"id", "branch_name", "item", "title", "detail", "basis", "severity", "due", "status"});
  return tables;
}

}  // namespace sihu
