#include "tools/cli/values.hpp"

#include "calendar/instant.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <charconv>

namespace sihu {
namespace {

Fault fault_at(const std::string& option, std::string name, Phrase what, Phrase hint = {}) {
  return Fault{{option, 0, 0}, std::move(name), std::move(what), std::move(hint)};
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether `text` begins like `2026-02-30`, so that only the day can be wrong.
bool has_date_shape(std::string_view text) {
  if (text.size() < 10) return false;
  for (std::size_t i = 0; i < 10; ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i])) return false;
  return true;
}

std::optional<Fault> no_such_date(const std::string& option, const std::string& typed) {
  if (!has_date_shape(typed) || Date::parse(typed.substr(0, 10))) return {};
  return fault_at(option, "no-such-date",
                  phrase(Text{"没有这一天 \"{0}\"", "there is no such day \"{0}\""}, typed));
}

}  // namespace

std::optional<Fault> read_integer(const std::string& option, const std::string& typed, int least,
                                  int most, int& into) {
  int value = 0;
  const char* const end = typed.data() + typed.size();
  const auto [read, error] = std::from_chars(typed.data(), end, value, 10);
  if (error == std::errc::invalid_argument || read != end)
    return fault_at(
        option, "not-a-number",
        phrase(Text{"应为整数，实际为 \"{0}\"", "expected a whole number, found \"{0}\""}, typed));
  if (error == std::errc::result_out_of_range || value < least || value > most)
    return fault_at(
        option, "number-out-of-range",
        phrase(Text{"应在 {1} 到 {2} 之间，实际为 {0}", "expected {1} to {2}, found {0}"}, typed,
               least, most));
  into = value;
  return {};
}

std::optional<Fault> read_date(const std::string& option, const std::string& typed,
                               std::optional<Date>& into) {
  into = Date::parse(typed);
  if (into) return {};
  if (typed.size() == 10)
    if (auto fault = no_such_date(option, typed)) return fault;
  return fault_at(option, "not-a-date",
                  phrase(Text{"日期应写成 YYYY-MM-DD，实际为 \"{0}\"",
                              "expected a date as YYYY-MM-DD, found \"{0}\""},
                         typed));
}

std::optional<Fault> read_quarter(const std::string& option, const std::string& typed,
                                  std::optional<Quarter>& into) {
  into = Quarter::parse(typed);
  if (into) return {};
  return fault_at(option, "not-a-quarter",
                  phrase(Text{"季度应写成 2026Q4 这样，实际为 \"{0}\"",
                              "expected a quarter such as 2026Q4, found \"{0}\""},
                         typed));
}

std::optional<Fault> read_choice(const std::string& option, const std::string& typed,
                                 const std::vector<std::string>& choices, std::string& into) {
  if (std::ranges::find(choices, typed) != choices.end()) {
    into = typed;
    return {};
  }
  std::string all;
  for (const std::string& choice : choices) all += (all.empty() ? "" : ", ") + choice;
  return fault_at(
      option, "not-a-choice",
      phrase(Text{"应为 {1} 之一，实际为 \"{0}\"", "expected one of {1}; found \"{0}\""}, typed,
             all),
      did_you_mean(typed, choices));
}

std::optional<Fault> check_time(const std::string& option, const std::string& typed) {
  if (parse_time(typed, Zone{})) return {};
  if (auto fault = no_such_date(option, typed)) return fault;
  return fault_at(option, "not-a-time",
                  phrase(Text{"时间应写成 YYYY-MM-DD 或 YYYY-MM-DDTHH:MM，实际为 \"{0}\"",
                              "expected YYYY-MM-DD or YYYY-MM-DDTHH:MM, found \"{0}\""},
                         typed));
}

Phrase did_you_mean(const std::string& typed, const std::vector<std::string>& known) {
  const std::optional<std::string> near = nearest(typed, known);
  return near ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *near) : Phrase{};
}

}  // namespace sihu
