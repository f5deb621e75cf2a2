#pragma once

#include "calendar/period.hpp"
#include "calendar/workdays.hpp"
#include "document/computed.hpp"
#include "document/record_register.hpp"
#include "records/record_cell.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// The columns of a register that a rule names; the first that is not there makes it unusable.
class RuleColumns {
 public:
  explicit RuleColumns(const Register& declared) : declared_(declared) {}

  std::size_t at(const std::string& id);  ///< 0 where there is none
  const std::string& missing() const { return missing_; }

 private:
  const Register& declared_;
  std::string missing_;
};

/// The least whole number that is not below `value`, which is not below 0.
int rounded_up(const Rational& value);

/// The day from which a limit runs: the one that stands there, of a month its last. Nothing where
/// nothing stands.
std::optional<Date> limit_start(const RecordValue& value, bool whole_month);

/// The day on which `limit` (`1m`, `30d`, `3wd`, `now`) that runs from `from` ends. Years without a
/// calendar are added to `provisional`.
Date limit_end(const std::string& limit, Date from, const Workdays& workdays,
               std::vector<int>& provisional);

/// The day on which it was known how a row that is done stands: when it was done, or due, if that
/// was earlier, since it was late from then on; never before it ran.
Date settled_on(Date from, Date done, Date due);

/// Whether a row that is done counts in a quarter before `quarter`: it was settled there, and who
/// asked in the quarter before, on `asked_before`, could tell. What was neither done nor late yet
/// when they came early counts where it is first seen. Nothing asked: what was settled is past.
bool settled_before(Quarter quarter, const std::optional<Date>& asked_before, Date from, Date done,
                    Date due);

/// What is wrong with a day that was due, empty where it is in time; `done` is nullptr where it is
/// not there. A day before `from`, if that is given, is wrong as well.
Phrase lateness(std::optional<Date> from, const Date* done, Date due);

/// What is wrong with `amount` by the flat brackets of `rule`, empty where it is right; `base` is
/// nullptr where none stands.
Phrase misfit(const BracketRule& rule, const Rational* base, const Rational& amount);

/// What a row adds to a share of sums: to both nothing where it can't be told.
struct RowShare {
  Rational part;
  Rational whole;
  Phrase amiss = {};  ///< a number that is not there, or more than there can be
};

/// The share of a row with `part` of `whole`; nullptr: the cell is empty, which of `part` is none.
/// What is `capped` is at most the whole, so that one row with too much hides no other's lack.
RowShare share_of(const Rational* part, const Rational* whole, bool capped);

}  // namespace sihu
