#include "records/compute.hpp"

#include "base/sha256.hpp"
#include "records/row_rules.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

using State = StretchResult::State;
using Rows = std::vector<const RecordRow*>;

class RecordComputation {
 public:
  RecordComputation(const Computed& computed, const RecordScene& scene)
      : computed_(computed), scene_(scene), until_(std::min(scene.day, scene.quarter.last_day())) {}

  ComputedResult run() {
    table_ = usable(computed_.records);
    if (!table_) return std::move(result_);
    std::visit([this](const auto& rule) { apply(rule); }, computed_.rule);
    finish();
    return std::move(result_);
  }

 private:
  void unsaid(Phrase why) {
    if (result_.why.empty()) result_.why = std::move(why);
  }

  // The register of that name, if something can be said by it.
  const RecordTable* usable(const std::string& id) {
    const auto found = scene_.tables.find(id);
    if (found == scene_.tables.end()) {
      unsaid(phrase(Text{"没有台账 {0}", "there is no register {0}"}, id));
      return nullptr;
    }
    const RecordTable& table = found->second;
    if (table.is_broken_for(scene_.branch)) {
      unsaid(phrase(Text{"台账 {0} 有错，运行 sihu records 看是哪里",
                         "the register {0} has faults, sihu records says which"},
                    id));
      return nullptr;
    }
    if (std::ranges::none_of(table.rows,
                             [&](const RecordRow& row) { return row.branch == scene_.branch; })) {
      unsaid(phrase(Text{"台账 {0} 没有这个支部的行", "the register {0} has no rows of the branch"},
                    id));
      return nullptr;
    }
    return &table;
  }

  bool has_columns(const RuleColumns& columns, const RecordTable& table) {
    if (columns.missing().empty()) return true;
    unsaid(phrase(Text{"台账 {0} 没有 {1} 这一栏", "the register {0} has no column {1}"},
                  table.declared.id, columns.missing()));
    return false;
  }

  bool meets(const RecordRow& row, const RowFilter& filter, const RecordTable& table) {
    RuleColumns columns(table.declared);
    const auto is_one_of = [&](const ColumnIs& condition) {
      const std::size_t at = columns.at(condition.column);
      return std::ranges::any_of(condition.values, [&](const std::string& value) {
        const auto wanted = read_cell(table.declared.columns[at], value, scene_.organisation);
        return wanted.expected.empty() && wanted.value == row.values[at];
      });
    };
    const auto is_filled = [&](const std::string& id) {
      return !std::holds_alternative<std::monostate>(row.values[columns.at(id)]);
    };
    const bool all = std::ranges::all_of(filter.where, is_one_of) &&
                     std::ranges::all_of(filter.filled, is_filled);
    return has_columns(columns, table) && all;
  }

  // The rows of the branch that meet `filter` and whose day lies between the two, up to `day`.
  Rows rows_in(const RecordTable& table, const RowFilter& filter, Date first, Date last) {
    Rows rows;
    for (const RecordRow& row : table.rows)
      if (row.branch == scene_.branch && first <= row.date && row.date <= std::min(last, until_) &&
          meets(row, filter, table))
        rows.push_back(&row);
    return rows;
  }

  void see(const RecordTable& table, const RecordRow& row, Phrase amiss = {}) {
    std::string line = table.declared.id + '\x1f' + row.branch;
    for (const RecordValue& value : row.values) line += '\x1f' + to_string(value);
    lines_.insert(line);
    result_.rows.push_back({row.place, row.date, std::move(amiss)});
  }

  void see(const RecordTable& table, const Rows& rows) {
    for (const RecordRow* row : rows) see(table, *row);
  }

  void add(const RecordStretch& stretch, State state, Phrase words, int amiss = 1) {
    if (state == State::gap) result_.amiss += amiss;
    result_.stretches.push_back({stretch.label, state, std::move(words)});
  }

  // A year is judged by its last quarter alone, and nothing on its last day.
  bool is_over(const RecordStretch& stretch) const {
    return stretch.is_over(scene_.day) && stretch.last <= until_;
  }

  // Since when the branch keeps the register: what lies before nobody can say.
  Date first_day(const RecordTable& table) const {
    Date first = until_;
    for (const RecordRow& row : table.rows)
      if (row.branch == scene_.branch) first = std::min(first, row.date);
    return first;
  }

  void apply(const CountRule& rule) {
    const Date begins = first_day(*table_);
    for (const RecordStretch& stretch : stretches(rule.per, scene_.quarter, until_)) {
      if (stretch.last < begins) {
        add_before(stretch, begins);
        continue;
      }
      const Rows rows = rows_in(*table_, computed_.filter, stretch.first, stretch.last);
      see(*table_, rows);
      const Rational count(static_cast<long>(rows.size()));
      const bool few = rule.bounds.at_least && count < *rule.bounds.at_least;
      const bool many = rule.bounds.at_most && count > *rule.bounds.at_most;
      const State state = many                      ? State::gap
                          : few && is_over(stretch) ? State::gap
                          : few                     ? State::pending
                                                    : State::met;
      const int amiss = many  ? rounded_up(count - *rule.bounds.at_most)
                        : few ? rounded_up(*rule.bounds.at_least - count)
                              : 0;
      add(stretch, state, phrase(Text{"{0}：{1} 次", "{0}: {1}"}, stretch.label, rows.size()),
          amiss);
    }
  }

  void add_before(const RecordStretch& stretch, Date begins) {
    add(stretch, State::no_rows,
        phrase(Text{"{0}：台账从 {1} 才有", "{0}: the register begins on {1}"}, stretch.label,
               to_string(begins)));
  }

  Rational sum_of(const Rows& rows, std::size_t column) {
    Rational sum;
    for (const RecordRow* row : rows)
      if (const auto* number = std::get_if<Rational>(&row->values[column])) sum += *number;
    return sum;
  }

  void apply(const RatioRule& rule) {
    for (const RecordStretch& stretch : stretches(rule.per, scene_.quarter, until_)) {
      const Rows rows = rows_in(*table_, computed_.filter, stretch.first, stretch.last);
      rule.sum.empty() ? share_of_rows(rule, stretch, rows) : share_of_sums(rule, stretch, rows);
    }
  }

  void share_of_rows(const RatioRule& rule, const RecordStretch& stretch, const Rows& rows) {
    long part = 0;
    for (const RecordRow* row : rows) {
      const bool is_part = meets(*row, rule.part, *table_);
      part += is_part ? 1 : 0;
      see(*table_, *row,
          is_part || !rule.bounds.at_least ? Phrase{} : phrase(Text{"不符", "does not meet it"}));
    }
    const auto whole = static_cast<long>(rows.size());
    add_share(rule, stretch, Rational(part), Rational(whole), static_cast<int>(whole - part));
  }

  void share_of_sums(const RatioRule& rule, const RecordStretch& stretch, const Rows& rows) {
    RuleColumns columns(table_->declared);
    const std::size_t sum = columns.at(rule.sum);
    const std::size_t of = columns.at(rule.of);
    if (!has_columns(columns, *table_)) return;
    Rational part;
    Rational whole;
    for (const RecordRow* row : rows) {
      const auto* own = std::get_if<Rational>(&row->values[sum]);
      const auto* all = std::get_if<Rational>(&row->values[of]);
      const RowShare share = share_of(own, all, !rule.bounds.at_most);
      part += share.part;
      whole += share.whole;
      see(*table_, *row, share.amiss);
    }
    add_share(rule, stretch, part, whole, 1);
  }

  void add_share(const RatioRule& rule, const RecordStretch& stretch, const Rational& part,
                 const Rational& whole, int amiss) {
    if (whole.is_zero()) return add_empty(stretch);
    const Rational share = part / whole;
    const bool holds = rule.bounds.hold(share);
    if (!holds && rule.each) {
      const Rational off = rule.bounds.at_least && share < *rule.bounds.at_least
                               ? *rule.bounds.at_least - share
                               : share - rule.bounds.at_most.value_or(Rational());
      amiss = rounded_up(off / *rule.each);
    }
    add(stretch, holds ? State::met : State::gap,
        phrase(Text{"{0}：{1}/{2}，{3}%", "{0}: {1} of {2}, {3} %"}, stretch.label, part.shortest(),
               whole.shortest(), (share * Rational(100)).shortest()),
        std::max(amiss, 1));
  }

  void add_empty(const RecordStretch& stretch) {
    add_empty(stretch, is_over(stretch) ? State::no_rows : State::pending);
  }

  void add_empty(const RecordStretch& stretch, State state) {
    add(stretch, state, phrase(Text{"{0}：没有可算的行", "{0}: no rows to go by"}, stretch.label));
  }

  void apply(const SumRule& rule) {
    const RecordTable* other = usable(rule.records);
    if (!other) return;
    const Date begins = std::max(first_day(*table_), first_day(*other));
    RuleColumns columns(table_->declared);
    const std::size_t sum = columns.at(rule.sum);
    RuleColumns other_columns(other->declared);
    const std::size_t other_sum = other_columns.at(rule.other_sum);
    if (!has_columns(columns, *table_) || !has_columns(other_columns, *other)) return;
    for (const RecordStretch& stretch : stretches(rule.per, scene_.quarter, until_)) {
      const Rows rows = rows_in(*table_, computed_.filter, stretch.first, stretch.last);
      const Rows others = rows_in(*other, rule.other, stretch.first, stretch.last);
      see(*table_, rows);
      see(*other, others);
      if (rows.empty() && others.empty()) {
        add_empty(stretch);
        continue;
      }
      if (stretch.last < begins) {
        add_before(stretch, begins);
        continue;
      }
      const Rational one = sum_of(rows, sum);
      const Rational two = sum_of(others, other_sum);
      const bool equal = one - two <= rule.tolerance && two - one <= rule.tolerance;
      add(stretch,
          equal              ? State::met
          : is_over(stretch) ? State::gap
                             : State::pending,
          phrase(Text{"{0}：{1} 对 {2}", "{0}: {1} against {2}"}, stretch.label, one.shortest(),
                 two.shortest()));
    }
  }

  // Rows that are judged one by one are judged for the quarter as a whole.
  void add_judged(int judged, int amiss) {
    const RecordStretch quarter = stretches(RecordPeriod::quarter, scene_.quarter, until_).at(0);
    if (judged == 0) return add_empty(quarter, State::no_rows);
    add(quarter, amiss > 0 ? State::gap : State::met,
        phrase(Text{"{0}：{1} 行，{2} 行不符", "{0}: {1} judged, {2} amiss"}, quarter.label, judged,
               amiss),
        amiss);
  }

  // A row counts once, where it was settled or first seen to be; what is overdue in each quarter.
  void apply(const WithinRule& rule) {
    RuleColumns columns(table_->declared);
    const std::size_t from_at = columns.at(rule.from);
    const std::size_t to_at = columns.at(rule.to);
    if (!has_columns(columns, *table_)) return;
    const bool whole_month = table_->declared.columns[from_at].kind == ColumnKind::month;
    int judged = 0;
    int late = 0;
    for (const RecordRow& row : table_->rows) {
      auto from = limit_start(row.values[from_at], whole_month);
      if (row.branch != scene_.branch || !from || *from > until_ ||
          !meets(row, computed_.filter, *table_))
        continue;
      const auto* done = std::get_if<Date>(&row.values[to_at]);
      if (done && *done > until_) done = nullptr;
      const Date due = limit_end(rule.limit, *from, scene_.workdays, result_.provisional_years);
      const bool still_time = !done && (due >= scene_.day || due > until_);
      const bool past =
          done && settled_before(scene_.quarter, scene_.asked_before, *from, *done, due);
      if (still_time || past) continue;
      ++judged;
      Phrase amiss = lateness(whole_month ? std::nullopt : from, done, due);
      late += amiss.empty() ? 0 : 1;
      see(*table_, row, std::move(amiss));
    }
    add_judged(judged, late);
  }

  void apply(const BracketRule& rule) {
    RuleColumns columns(table_->declared);
    const std::size_t base_at = columns.at(rule.base);
    const std::size_t amount_at = columns.at(rule.amount);
    if (!has_columns(columns, *table_)) return;
    int judged = 0;
    int wrong = 0;
    for (const RecordRow* row : rows_in(*table_, computed_.filter, scene_.quarter.first_day(),
                                        scene_.quarter.last_day())) {
      const auto* base = std::get_if<Rational>(&row->values[base_at]);
      const auto* amount = std::get_if<Rational>(&row->values[amount_at]);
      if (!amount) continue;  // whether it was paid at all is another item's business
      ++judged;
      Phrase amiss = misfit(rule, base, *amount);
      wrong += amiss.empty() ? 0 : 1;
      see(*table_, *row, std::move(amiss));
    }
    add_judged(judged, wrong);
  }

  void finish() {
    std::string all;
    for (const std::string& line : lines_) all += line + '\n';
    result_.digest = sha256_hex(all).substr(0, 16);
    auto& years = result_.provisional_years;
    std::ranges::sort(years);
    years.erase(std::unique(years.begin(), years.end()), years.end());
    const auto any = [&](State state) {
      return std::ranges::find(result_.stretches, state, &StretchResult::state) !=
             result_.stretches.end();
    };
    if (!result_.why.empty()) return;  // a column is missing
    if (any(State::gap))
      result_.verdict = RecordVerdict::gap;
    else if (any(State::met) && !any(State::no_rows))
      result_.verdict = RecordVerdict::met;
    else if (any(State::pending) && !any(State::no_rows))
      unsaid(phrase(Text{"还没有，期限也还没到", "not yet, and there still is time"}));
    else
      unsaid(phrase(Text{"没有可算的行", "there are no rows to go by"}));
  }

  const Computed& computed_;
  const RecordScene& scene_;
  const RecordTable* table_ = nullptr;
  Date until_;  // the last day that counts
  ComputedResult result_;
  std::multiset<std::string> lines_;  // the rows as text, in an order of their own
};

}  // namespace

ComputedResult compute(const Computed& computed, const RecordScene& scene) {
  return RecordComputation(computed, scene).run();
}

}  // namespace sihu
