#include "gate/workbook_values.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace sihu {
namespace {

constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_columns = 16'384;
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Nothing where the four behind `_x` are no digits of a number to the base of 16.
std::optional<char32_t> escaped_code(std::string_view text) {
  if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
  char32_t code = 0;
  for (const char c : text.substr(2, 4)) {
    const auto digit = std::string_view("0123456789abcdef")
                           .find(static_cast<char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c));
    if (digit == std::string_view::npos) return std::nullopt;
    code = code * 16 + static_cast<char32_t>(digit);
  }
  return code;
}

}  // namespace

std::optional<CellAddress> parse_address(std::string_view text) {
  std::size_t at = 0;
  std::size_t column = 0;
  for (; at < text.size() && at < 4 && letters.find(text[at]) != std::string_view::npos; ++at)
    column = column * letters.size() + letters.find(text[at]) + 1;
  std::size_t row = 0;
  const std::size_t digits = at;
  for (; at < text.size() && at < digits + 8 && is_digit(text[at]); ++at)
    row = row * 10 + static_cast<std::size_t>(text[at] - '0');
  if (at != text.size() || row == 0 || column == 0 || row > most_rows || column > most_columns)
    return std::nullopt;
  return CellAddress{row - 1, column - 1};
}

std::string to_string(CellAddress address) {
  std::string name;
  for (std::size_t left = address.column + 1; left > 0; left = (left - 1) / letters.size())
    name.insert(name.begin(), letters[(left - 1) % letters.size()]);
  return name + std::to_string(address.row + 1);
}

bool is_day_format(std::string_view code) {
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"' || c == '[') {
      // `[h]` counts hours, `[Red]` and `[$-804]` say something else.
      const std::size_t end = code.find(c == '"' ? '"' : ']', at + 1);
      if (end == std::string_view::npos) return false;
      const std::string_view inside = code.substr(at + 1, end - at - 1);
      if (c == '[' && !inside.empty() &&
          inside.find_first_not_of("hHmMsS") == std::string_view::npos)
        return true;
      at = end;
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool is_day_format(int number) {
  const auto within = [number](int from, int to) { return from <= number && number <= to; };
  return within(14, 22) || within(27, 36) || within(45, 47) || within(50, 58);
}

std::optional<std::string> day_text(double serial, bool from_1904) {
  constexpr double last = 2'958'466;  // 9999-12-31 and its hours
  constexpr int leap_day_that_never_was = 60;
  constexpr int between_epochs = 1462;
  constexpr std::int64_t minutes_of_day = 24 * 60;
  if (!(serial >= 0) || serial >= last) return std::nullopt;
  const auto minutes = static_cast<std::int64_t>(std::llround(serial * minutes_of_day));
  std::int64_t days = minutes / minutes_of_day;
  const std::int64_t minute = minutes % minutes_of_day;
  const std::string time = fmt::format("{:02}:{:02}", minute / 60, minute % 60);
  if (days == 0 && !from_1904) return time;
  if (from_1904)
    days += between_epochs;
  else if (days < leap_day_that_never_was)
    ++days;
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::year{1899} / 12 / 30} +
                                         std::chrono::days{days}};
  const std::string day =
      fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return minute == 0 ? day : day + ' ' + time;
}

std::string number_text(double number) {
  if (std::abs(number) < 1e15 && number == std::trunc(number))
    return std::to_string(static_cast<std::int64_t>(number));
  return fmt::format("{:.15g}", number);
}

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto code = text[at] == '_' ? escaped_code(text.substr(at)) : std::nullopt;
    const bool surrogate = code && *code >= 0xd800 && *code < 0xe000;
    if (!code || surrogate) {
      out += text[at++];
      continue;
    }
    if (*code != '\r') append_utf8(out, *code);
    at += 7;
  }
  return out;
}

bool by_cell(const Fault& one, const Fault& other) {
  const auto order = [](const Fault& fault) {
    const std::string& file = fault.place.file;
    const std::size_t sign = file.rfind('!');
    const auto cell =
        parse_address(sign == std::string::npos ? "" : std::string_view(file).substr(sign + 1));
    return cell ? std::pair(cell->row + 1, cell->column) : std::pair<std::size_t, std::size_t>();
  };
  return order(one) < order(other);
}

}  // namespace sihu
