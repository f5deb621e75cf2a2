#include "appraise/rules.hpp"

#include "tally/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sihu {
namespace {

constexpr int whole_percent = 100;

std::string_view ties_word(TieNumbers numbers) {
  if (numbers == TieNumbers::dense) return "dense";
  return numbers == TieNumbers::last ? "last" : "standard";
}

bool take_ties(std::string_view word, TieNumbers& into) {
  for (const TieNumbers one : {TieNumbers::skipping, TieNumbers::dense, TieNumbers::last}) {
    if (ties_word(one) != word) continue;
    into = one;
    return true;
  }
  return false;
}

bool take_rule(std::string_view key, std::string_view value, AppraiseRules& into) {
  if (key == "ties") return take_ties(value, into.numbers);
  if (key == "rounding") {
    into.halves = value == "half-even" ? Halves::even : Halves::away;
    return true;
  }
  if (key == "quota") {
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), into.quota);
    return error == std::errc() && end == value.data() + value.size();
  }
  const auto number = Rational::parse(value);
  if (!number) return false;
  if (key == "areas") into.areas = *number;
  if (key == "quarters") into.quarters = *number;
  if (key == "excellent") into.excellent = *number;
  if (key == "good") into.good = *number;
  if (key == "pass") into.pass = *number;
  return true;
}

}  // namespace

int AppraiseRules::places(int people) const {
  if (quota == 0 || people == 0) return 0;
  return std::max(1, people * quota / whole_percent);
}

AppraiseGrade AppraiseRules::band(const Rational& shown) const {
  if (shown >= excellent) return AppraiseGrade::excellent;
  if (shown >= good) return AppraiseGrade::good;
  return shown >= pass ? AppraiseGrade::pass : AppraiseGrade::fail;
}

AppraiseRules appraise_rules(const Organisation& organisation, const AppraiseSettings& settings) {
  const TallyRules quarter = tally_rules(organisation);
  return {settings.areas_weight, settings.quarters_weight, settings.excellent, settings.good,
          settings.pass,         settings.quota,           quarter.numbers,    quarter.halves};
}

std::string to_string(const AppraiseRules& rules) {
  return fmt::format(
      "areas={} quarters={} excellent={} good={} pass={} quota={} ties={} rounding={}",
      rules.areas.shortest(), rules.quarters.shortest(), rules.excellent.shortest(),
      rules.good.shortest(), rules.pass.shortest(), rules.quota, ties_word(rules.numbers),
      rules.halves == Halves::away ? "half-up" : "half-even");
}

std::optional<AppraiseRules> parse_appraise_rules(std::string_view text) {
  AppraiseRules rules;
  const std::string whole(text);
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), one.size() + 1));
    const auto equals = one.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    if (!take_rule(one.substr(0, equals), one.substr(equals + 1), rules)) return std::nullopt;
  }
  // Nothing twice, nothing left out: there is one way to write them.
  return to_string(rules) == whole ? std::optional(rules) : std::nullopt;
}

}  // namespace sihu
