#include "records/record_cell.hpp"

#include "base/utf8.hpp"
#include "problem/returned.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

// Digits and what stands between them in a date: `written_date` alone takes any character.
bool is_spelled_like_a_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if ((code < U'0' || code > U'9') && code != U'-' && code != U'/' && code != U'.' &&
        code != U'年' && code != U'月' && code != U'日')
      return false;
  }
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

std::string_view before_time(std::string_view text) {
  return text.substr(0, std::min(text.find(' '), text.size()));
}

std::optional<Rational> written_number(std::string_view text, bool money) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t code = next_code_point(text, at);
    const bool sign = money && (code == U'¥' || code == U'￥' || code == U'元' || code == U' ');
    if (code != U',' && !sign) plain += text.substr(from, at - from);
  }
  return Rational::parse(plain, record_decimals);
}

std::optional<std::string> written_yes_no(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  static const std::array<std::string_view, 6> yes{"是", "有", "√", "yes", "y", "true"};
  static const std::array<std::string_view, 6> no{"否", "无", "×", "no", "n", "false"};
  if (std::ranges::find(yes, text) != yes.end()) return "yes";
  if (std::ranges::find(no, text) != no.end()) return "no";
  return std::nullopt;
}

std::string person_of(const std::string& text, const Organisation& organisation) {
  const Person* named = nullptr;
  for (const Person& person : organisation.people) {
    if (person.id == text) return text;
    if (person.name.zh != text && person.name.en != text) continue;
    if (named) return text;  // several are called that: the name is all that is known
    named = &person;
  }
  return named ? named->id : text;
}

template <class T>
CellReading reading(const std::optional<T>& value, Phrase expected) {
  if (value) return {*value, {}};
  return {{}, std::move(expected)};
}

Phrase one_of(const RegisterColumn& column) {
  std::vector<Phrase> words;
  for (const Phrase& choice : column.choices) words.push_back(choice);
  return phrase(Text{"应为{0}之一", "should be one of {0}"}, enumerated(words));
}

std::optional<unsigned> month_called(std::string name) {
  static constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<unsigned>(found - names.begin()) + 1;
}

// `Jan-26`, which is how Excel saves a month that was typed as 2026-01.
std::optional<Date> month_of_excel(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 6 || text[3] != '-' || !is_digit(text[4]) || !is_digit(text[5]))
    return std::nullopt;
  const auto month = month_called(std::string(text.substr(0, 3)));
  if (!month) return std::nullopt;
  return Date(2000 + 10 * (text[4] - '0') + (text[5] - '0'), *month, 1);
}

}  // namespace

std::optional<Date> written_day(std::string_view text) {
  const std::string_view day = before_time(text);
  return is_spelled_like_a_date(day) ? written_date(day) : std::nullopt;
}

std::optional<Date> written_month(std::string_view text) {
  const std::string_view month = before_time(text);
  if (const auto day = written_day(month)) return day->day_of_month() == 1 ? day : std::nullopt;
  if (!is_spelled_like_a_date(month)) return month_of_excel(month);
  std::string with_day(month);
  return written_day(with_day.ends_with("月") ? with_day + "1日" : with_day + "-1");
}

CellReading read_cell(const RegisterColumn& column, const std::string& text,
                      const Organisation& organisation) {
  switch (column.kind) {
    case ColumnKind::date:
      return reading(written_day(text), phrase(Text{"应为日期，如 2026-03-05 或 2026/3/5",
                                                    "should be a date, 2026-03-05 or 2026/3/5"}));
    case ColumnKind::month:
      return reading(written_month(text), phrase(Text{"应为月份，如 2026-03 或 2026年3月",
                                                      "should be a month, 2026-03 or 2026年3月"}));
    case ColumnKind::number: {
      const auto number = written_number(text, false);
      return reading(number && *number < Rational() ? std::nullopt : number,
                     phrase(Text{"应为数字，不小于 0，至多 {0} 位小数",
                                 "should be a number, 0 or more, at most {0} decimals"},
                            record_decimals));
    }
    case ColumnKind::money:
      return reading(written_number(text, true), phrase(Text{"应为数字，至多 {0} 位小数",
                                                             "should be a number, at most {0} "
                                                             "decimals"},
                                                        record_decimals));
    case ColumnKind::choice:
      return reading(column.choice(text), one_of(column));
    case ColumnKind::yes_no:
      return reading(written_yes_no(text),
                     phrase(Text{"应为 是 或 否", "should be yes or no (是, 否)"}));
    case ColumnKind::person:
      return {person_of(text, organisation), {}};
    case ColumnKind::text:
      break;
  }
  return {text, {}};
}

std::string to_string(const RecordValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<Rational>(&value)) return number->fraction();
  if (const auto* date = std::get_if<Date>(&value)) return to_string(*date);
  return {};
}

}  // namespace sihu
