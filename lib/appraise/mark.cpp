#include "appraise/mark.hpp"

#include "base/fraction.hpp"

#include <algorithm>

namespace sihu {

std::optional<AppraiseMark> parse_appraise_mark(std::string_view text) {
  if (text == "na" || text == "不适用") return AppraiseMark{};
  auto points = Rational::parse(text);
  if (!points || *points < Rational(0)) return std::nullopt;
  return AppraiseMark{std::move(points)};
}

bool fits(const Item& item, const AppraiseMark& mark) {
  return !mark.points || (*mark.points >= Rational(0) && *mark.points <= item.points);
}

std::string write_appraise_marks(const AppraiseMarks& marks) {
  std::string text;
  for (const auto& [item, mark] : marks)
    text += (text.empty() ? "" : ";") + item + "=" + (mark.points ? mark.points->fraction() : "na");
  return text;
}

std::optional<AppraiseMarks> parse_appraise_marks(std::string_view text) {
  AppraiseMarks marks;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(text.size(), one.size() + 1));
    const auto equals = one.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    AppraiseMark mark;
    if (one.substr(equals + 1) != "na") {
      mark.points = parse_fraction(one.substr(equals + 1));
      if (!mark.points) return std::nullopt;
    }
    marks.insert_or_assign(std::string(one.substr(0, equals)), std::move(mark));
  }
  return marks;
}

}  // namespace sihu
