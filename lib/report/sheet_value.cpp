#include "report/sheet_value.hpp"

#include "report/renderers.hpp"
#include "wording/width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace sihu {
namespace {

constexpr std::size_t longest_text = 32'767;
constexpr std::size_t longest_name = 31;
constexpr Date first_day{1900, 3, 1};
constexpr Date day_zero{1899, 12, 30};

// The first `most` units of UTF-16, in which spreadsheets count.
std::string cut_to(const std::string& text, std::size_t most) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xc0U) == 0x80U) continue;
    units += byte >= 0xf0U ? 2 : 1;
    if (units > most) return text.substr(0, i);
  }
  return text;
}

std::string fitting(std::string text) {
  if (text.size() <= longest_text || cut_to(text, longest_text).size() == text.size()) return text;
  return cut_to(text, longest_text - 1) + "…";
}

// `-12.50`, and no more digits than a double keeps.
std::optional<SheetNumber> written_number(const std::string& text) {
  const std::size_t start = text.starts_with('-') ? 1 : 0;
  const std::size_t dot = text.find('.');
  const bool plain = text.size() > start && text.size() <= 15 && text[start] != '.' &&
                     text.back() != '.' &&
                     text.find_first_not_of("0123456789.", start) == std::string::npos &&
                     std::ranges::count(text, '.') <= 1;
  if (!plain) return std::nullopt;
  const std::size_t decimals = dot == std::string::npos ? 0 : text.size() - dot - 1;
  return SheetNumber{std::strtod(text.c_str(), nullptr), static_cast<int>(decimals)};
}

int width_of(const std::string& text) {
  int width = 0;
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    width = std::max(width, display_width(std::string_view(text).substr(start, end - start)));
    start = end + 1;
  }
  return width;
}

bool has_name(const std::vector<std::string>& taken, const std::string& name) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::any_of(taken, [&](const std::string& other) {
    return std::ranges::equal(other, name, {}, lower, lower);
  });
}

}  // namespace

SheetValue sheet_value(const Value& value, const Column& column, Lang lang) {
  if (std::holds_alternative<std::monostate>(value)) return {};
  if (const auto* number = std::get_if<std::int64_t>(&value))
    return SheetNumber{static_cast<double>(*number), 0};
  if (const auto* date = std::get_if<Date>(&value); date && *date >= first_day)
    return SheetDay{static_cast<double>(*date - day_zero)};
  std::string text = visible_lines(text_for_people(value, lang));
  if (text.empty()) return {};
  if (column.align == Column::Align::right)
    if (const auto number = written_number(text)) return *number;
  return fitting(std::move(text));
}

int sheet_width(const SheetValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return width_of(*text);
  if (const auto* number = std::get_if<SheetNumber>(&value))
    return static_cast<int>(fmt::formatted_size("{:.{}f}", number->number, number->decimals));
  constexpr int day = 10;
  return std::holds_alternative<SheetDay>(value) ? day : 0;
}

int sheet_column_width(const Column& column, int widest_cell, Lang lang) {
  constexpr int least = 6;
  constexpr int for_the_filter = 3;
  int width = std::max(width_of(column.heading.in(lang)) + for_the_filter, widest_cell + 1);
  for (const Phrase& choice : column.choices)
    width = std::max(width, width_of(choice.in(lang)) + for_the_filter);
  return std::clamp(width, least, widest_sheet_column);
}

int sheet_lines(const std::string& text, int width) {
  int lines = 0;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const int columns = display_width(std::string_view(text).substr(start, end - start));
    lines += std::max(1, (columns + width - 1) / width);
    start = end + 1;
  }
  return lines;
}

std::string sheet_name(const std::string& title, const std::vector<std::string>& taken) {
  std::string plain;
  for (const char c : visible_lines(title))
    plain += std::string_view("[]:*?/\\'\n").find(c) == std::string_view::npos ? c : ' ';
  plain.erase(0, plain.find_first_not_of(' '));
  std::string name = cut_to(plain, longest_name);
  for (int number = 2; name.empty() || has_name(taken, name); ++number) {
    const std::string ending = (plain.empty() ? "" : " ") + std::to_string(number);
    name = cut_to(plain, longest_name - ending.size()) + ending;
  }
  return name;
}

}  // namespace sihu
