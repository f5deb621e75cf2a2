#pragma once

#include "base/rational.hpp"
#include "document/reader.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sihu {

/// How long a stretch of time is for which rows are counted, added up or compared.
enum class RecordPeriod { month, quarter, half_year, year };

std::string_view to_string(RecordPeriod period);  ///< `half-year`

/// A condition on one cell: it is one of `values`.
struct ColumnIs {
  std::string column;
  std::vector<std::string> values;
};

/// Which rows of a register are meant: those that meet every condition.
struct RowFilter {
  std::vector<ColumnIs> where;
  std::vector<std::string> filled;  ///< columns in which something must stand
};

/// Between these two; at least one is there.
struct RecordBounds {
  std::optional<Rational> at_least;
  std::optional<Rational> at_most;

  bool hold(const Rational& value) const {
    return (!at_least || value >= *at_least) && (!at_most || value <= *at_most);
  }
};

/// `count-per: month, at-least: 1`: so many rows in each.
struct CountRule {
  RecordPeriod per = RecordPeriod::quarter;
  RecordBounds bounds;
};

/// `ratio: {where: …, filled: …}`: the share of the rows that meet this as well; or
/// `ratio: {sum: present, of: expected}`: one column's sum over another's.
struct RatioRule {
  RecordPeriod per = RecordPeriod::quarter;
  RowFilter part;
  std::string sum;  ///< a column; empty: rows are counted
  std::string of;
  RecordBounds bounds;
  std::optional<Rational> each;  ///< how far below a bound counts as once; nothing: once at all
};

/// `sum: paid, equals: {records: remitted, sum: amount}`: the same sum in each period.
struct SumRule {
  RecordPeriod per = RecordPeriod::month;
  std::string sum;
  std::string records;  ///< the register of the other sum
  RowFilter other;
  std::string other_sum;
  Rational tolerance;  ///< by which the sums may differ
};

/// `within: {from: applied, to: talked, limit: 1m}`: one date at most so long behind another. Of a
/// month the limit runs from its last day.
struct WithinRule {
  std::string from;
  std::string to;
  std::string limit;  ///< `1m`, `30d`, `1y`, `3wd` or `now`
};

/// `brackets: {base: income, amount: paid, rates: […]}`: the whole of `base` at one rate, that of
/// the first bracket it fits into.
struct BracketRule {
  struct Bracket {
    std::optional<Rational> up_to;  ///< inclusive; nothing: whatever is more
    Rational rate;                  ///< in per cent
  };

  std::string base;
  std::string amount;
  std::vector<Bracket> rates;
  Rational tolerance{1, 200};  ///< half a cent, unless the unit rounds more coarsely
};

using RecordRule = std::variant<CountRule, RatioRule, SumRule, WithinRule, BracketRule>;

/// `computed:` of an item: how records of the branch answer it.
struct Computed {
  std::string records;  ///< a register
  RowFilter filter;     ///< the rows of it that are looked at
  RecordRule rule;
  std::string deduct;  ///< the rule of the item that is taken once for everything amiss; or empty
  Phrase beyond;       ///< what of the item records can't tell: somebody has to look; or empty
};

/// Reads `computed:`; what is wrong goes to `reader`.
std::optional<Computed> read_computed(Reader& reader, const Node& node);

/// The rule that an item carries as one line of YAML (`Item::computed_rule`).
Result<Computed> parse_computed(std::string_view rule);

/// Every register that a rule looks into.
std::vector<std::string> registers_of(const Computed& computed);

}  // namespace sihu
