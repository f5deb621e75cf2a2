#include "calendar/span.hpp"

#include <algorithm>
#include <charconv>

namespace sihu {
namespace {

constexpr std::size_t most_digits = 4;

std::optional<Span::Unit> unit_of(char letter) {
  if (letter == 'd') return Span::Unit::days;
  if (letter == 'm') return Span::Unit::months;
  if (letter == 'y') return Span::Unit::years;
  return std::nullopt;
}

char letter_of(Span::Unit unit) {
  if (unit == Span::Unit::days) return 'd';
  return unit == Span::Unit::months ? 'm' : 'y';
}

Date months_later(Date from, int months) {
  const auto ymd = from.ymd();
  const auto month = std::chrono::year_month{ymd.year(), ymd.month()} + std::chrono::months(months);
  const std::chrono::year_month_day last{month / std::chrono::last};
  return Date{std::chrono::sys_days{month / std::min(ymd.day(), last.day())}};
}

}  // namespace

std::optional<Span> Span::parse(std::string_view text) {
  if (text.size() < 2 || text.size() > most_digits + 1 || text.front() == '0') return std::nullopt;
  const auto unit = unit_of(text.back());
  text.remove_suffix(1);
  if (!unit || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  Span span{*unit, 0};
  std::from_chars(text.data(), text.data() + text.size(), span.count);
  return span;
}

std::string to_string(const Span& span) {
  return std::to_string(span.count) + letter_of(span.unit);
}

Date after(const Span& span, Date from) {
  if (span.unit == Span::Unit::days) return from + span.count;
  return months_later(from, span.unit == Span::Unit::years ? 12 * span.count : span.count);
}

}  // namespace sihu
