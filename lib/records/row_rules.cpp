#include "records/row_rules.hpp"

#include "calendar/limit.hpp"
#include "calendar/span.hpp"

#include <algorithm>

namespace sihu {

std::size_t RuleColumns::at(const std::string& id) {
  const auto found = declared_.find(id);
  if (!found && missing_.empty()) missing_ = id;
  return found.value_or(0);
}

int rounded_up(const Rational& value) {
  const double near = value.approximately();
  auto whole = static_cast<long>(near);
  while (Rational(whole) < value) ++whole;
  return static_cast<int>(whole);
}

std::optional<Date> limit_start(const RecordValue& value, bool whole_month) {
  const auto* from = std::get_if<Date>(&value);
  if (!from) return std::nullopt;
  return whole_month ? after(Span{Span::Unit::months, 1}, *from) - 1 : *from;
}

Date limit_end(const std::string& limit, Date from, const Workdays& workdays,
               std::vector<int>& provisional) {
  if (const auto span = Span::parse(limit)) return after(*span, from);
  const Deadline due = deadline(Limit::parse(limit).value_or(Limit{}), from, workdays);
  provisional.insert(provisional.end(), due.provisional_years.begin(), due.provisional_years.end());
  return due.date;
}

Date settled_on(Date from, Date done, Date due) {
  return std::max(from, std::min(done, due));
}

bool settled_before(Quarter quarter, const std::optional<Date>& asked_before, Date from, Date done,
                    Date due) {
  if (settled_on(from, done, due) >= quarter.first_day()) return false;
  if (!asked_before) return true;
  const Date until = std::min(*asked_before, quarter.previous().last_day());
  const bool still_time = done > until && (due >= *asked_before || due > until);
  return from <= until && !still_time;
}

Phrase lateness(std::optional<Date> from, const Date* done, Date due) {
  if (!done)
    return phrase(Text{"{0} 到期，还没有", "was due on {0}, and is not there"}, to_string(due));
  if (from && *done < *from)
    return phrase(Text{"{0} 早于起算的 {1}", "{0} is before {1}, from which it runs"},
                  to_string(*done), to_string(*from));
  if (*done <= due) return {};
  return phrase(Text{"{0} 到期，{1} 才有", "was due on {0}, came on {1}"}, to_string(due),
                to_string(*done));
}

Phrase misfit(const BracketRule& rule, const Rational* base, const Rational& amount) {
  if (!base) return phrase(Text{"没有基数", "has no base"});
  const auto bracket = std::ranges::find_if(rule.rates, [&](const BracketRule::Bracket& one) {
    return !one.up_to || *base <= *one.up_to;
  });
  if (bracket == rule.rates.end())
    return phrase(Text{"基数高于最后一档", "its base is above the last bracket"});
  const Rational expected = *base * bracket->rate / Rational(100);
  if (expected - amount <= rule.tolerance && amount - expected <= rule.tolerance) return {};
  return phrase(Text{"应为 {0}，实际 {1}", "should be {0}, is {1}"}, expected.shortest(),
                amount.shortest());
}

RowShare share_of(const Rational* part, const Rational* whole, bool capped) {
  if (!whole) {
    if (!part) return {};
    return {{}, {}, phrase(Text{"没有总数，不计", "has no whole, is left out"})};
  }
  if (!part) return {{}, *whole, phrase(Text{"没有填，算 0", "is empty, counts as 0"})};
  if (!capped || *part <= *whole) return {*part, *whole};
  return {*whole, *whole,
          phrase(Text{"{0} 多于 {1}，按 {1} 计", "{0} is more than {1}, counts as {1}"},
                 part->shortest(), whole->shortest())};
}

}  // namespace sihu
