#include "gate/plain.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sihu {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

// yaml.org/type/bool.html, and the single letters that it lists.
bool is_boolean(std::string_view text) {
  static constexpr std::array<std::string_view, 8> words{"y",  "n",   "yes",  "no",
                                                         "on", "off", "true", "false"};
  if (text.size() > 5) return false;
  std::string low(text);
  for (char& c : low)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return std::find(words.begin(), words.end(), low) != words.end();
}

bool is_special_float(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  return text == ".inf" || text == ".Inf" || text == ".INF" || text == ".nan" || text == ".NaN" ||
         text == ".NAN";
}

// yaml.org/type/int.html and float.html, 1.2's core schema: generous on purpose.
bool is_number(std::string_view text) {
  if (is_special_float(text)) return true;
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (text.empty()) return false;
  if (text.starts_with("0x"))
    return text.size() > 2 && all(text.substr(2), "0123456789abcdefABCDEF_");
  if (text.starts_with("0o")) return text.size() > 2 && all(text.substr(2), "01234567_");
  if (text.starts_with("0b")) return text.size() > 2 && all(text.substr(2), "01_");
  if (!is_digit(text[0]) && !(text[0] == '.' && text.size() > 1 && is_digit(text[1]))) return false;
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos) {
    std::string_view power = text.substr(exponent + 1);
    if (power.starts_with('+') || power.starts_with('-')) power.remove_prefix(1);
    if (power.empty() || !all(power, "0123456789")) return false;
    text = text.substr(0, exponent);
  }
  // `1:30` is ninety in YAML 1.1.
  return all(text, "0123456789_.:") && std::count(text.begin(), text.end(), '.') <= 1 &&
         text.back() != ':';
}

bool is_date(std::string_view text) {
  // 2026-1-1, 2026-01-01, 2026-01-01T00:00:00Z
  if (text.size() < 8 || !all(text.substr(0, 4), "0123456789") || text[4] != '-') return false;
  const std::size_t second = text.find('-', 5);
  if (second == std::string_view::npos || second < 6 || second > 7) return false;
  return all(text.substr(5, second - 5), "0123456789") && second + 1 < text.size() &&
         is_digit(text[second + 1]) && all(text.substr(second + 1), "0123456789:.TtZz+- ");
}

}  // namespace

PlainKind plain_kind(std::string_view text) {
  if (is_boolean(text)) return PlainKind::boolean;
  if (is_number(text)) return PlainKind::number;
  if (is_date(text)) return PlainKind::date;
  return PlainKind::text;
}

bool has_leading_zero(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text.size() > 1 && text[0] == '0' && is_digit(text[1]) && all(text, "0123456789_.");
}

}  // namespace sihu
