#include "snapshot/record.hpp"

#include <array>

namespace sihu {
namespace {

constexpr Date first_day(2000, 1, 1);

constexpr std::size_t status_count = 5;
constexpr std::size_t step_count = 12;
constexpr std::uint8_t impossible = 0xff;

// `next_status` for every pair, looked up millions of times.
const auto& next_statuses() {
  static const auto table = [] {
    std::array<std::array<std::uint8_t, step_count>, status_count> made;
    for (std::size_t status = 0; status < status_count; ++status)
      for (std::size_t step = 0; step < step_count; ++step) {
        const auto next = next_status(static_cast<Status>(status), static_cast<StepName>(step));
        made[status][step] = next ? static_cast<std::uint8_t>(*next) : impossible;
      }
    return made;
  }();
  return table;
}

// The dates that a step moves `due` to must be dates, and later.
bool has_good_date(const Record& record, const SmallStep& step) {
  switch (step.name()) {
    case StepName::extend:
      return step.day != no_day && step.day > record.due;
    case StepName::grant:
      return step.day == no_day || step.day > record.due;
    case StepName::reopen:
      return step.day != no_day && step.day >= record.opened;
    default:
      return true;
  }
}

bool is_possible(const Record& record, const SmallRequest& request, const SmallStep& step) {
  const bool asked = request.until != no_day;
  const bool decides = step.name() == StepName::grant || step.name() == StepName::refuse;
  if ((decides && !asked) || (step.name() == StepName::extend && asked)) return false;
  return has_good_date(record, step);
}

void take(Record& record, SmallRequest& request, const SmallStep& step) {
  switch (step.name()) {
    case StepName::assign:
      record.owner = step.to;
      break;
    case StepName::extend:
      request = {step.day, step.to};
      break;
    case StepName::grant:
      record.due = step.day == no_day ? request.until : step.day;
      request = {};
      break;
    case StepName::submit:
      record.submitted = step.day;
      break;
    case StepName::reject:
      record.submitted = no_day;
      break;
    case StepName::reopen:
      record.due = step.day;
      record.submitted = no_day;
      break;
    case StepName::refuse:
    case StepName::verify:
    case StepName::withdraw:
      request = {};
      break;
    case StepName::note:
    case StepName::dispute:
    case StepName::uphold:
      break;
  }
}

int two_digits(const char* text) {
  const int tens = text[0] - '0';
  const int ones = text[1] - '0';
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

}  // namespace

std::optional<SmallDay> small_day(Date date) {
  const int days = date - first_day;
  if (days < 0 || days >= no_day) return std::nullopt;
  return static_cast<SmallDay>(days);
}

std::optional<SmallDay> small_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int century = two_digits(text.data());
  const int year = two_digits(text.data() + 2);
  const int month = two_digits(text.data() + 5);
  const int day = two_digits(text.data() + 8);
  if (century < 0 || year < 0 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{century * 100 + year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return small_day(Date{std::chrono::sys_days{ymd}});
}

Date date_of(SmallDay day) {
  return first_day + day;
}

std::optional<Date> optional_date(SmallDay day) {
  return day == no_day ? std::nullopt : std::optional(date_of(day));
}

bool apply(Record& record, SmallRequest& request, const SmallStep& step) {
  const auto next = next_statuses()[record.status][step.word];
  if (next == impossible || !is_possible(record, request, step)) return false;
  take(record, request, step);
  record.become(static_cast<Status>(next));
  record.check = step.check;
  return true;
}

}  // namespace sihu
