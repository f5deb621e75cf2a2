#include "check/answer.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sihu {

namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 5> verdict_names{{
    {Verdict::pass, "pass"},
    {Verdict::fail, "fail"},
    {Verdict::na, "na"},
    {Verdict::deduct, "deduct"},
    {Verdict::value, "value"},
}};

constexpr std::array<std::pair<Existed, std::string_view>, 4> existed_names{{
    {Existed::not_said, ""},
    {Existed::yes, "yes"},
    {Existed::no, "no"},
    {Existed::unknown, "unknown"},
}};

template <class Names>
auto named(const Names& names, std::string_view text)
    -> std::optional<typename Names::value_type::first_type> {
  for (const auto& [value, name] : names)
    if (name == text && !name.empty()) return value;
  return std::nullopt;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(at), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string join(const std::vector<std::string>& parts) {
  std::string joined;
  for (const auto& part : parts) joined += (joined.empty() ? "" : ";") + part;
  return joined;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

// 1 to 10000 in base ten, without leading zeros: whoever needs more has miscounted.
std::optional<int> parse_count(std::string_view text) {
  if (text.empty() || text.size() > 5 || text.front() == '0') return std::nullopt;
  int count = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    count = count * 10 + (digit - '0');
  }
  return count <= 10000 ? std::optional(count) : std::nullopt;
}

bool is_rule_id(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::optional<RuleUse> parse_rule(std::string_view text) {
  const auto star = text.find('*');
  const auto id = trimmed(text.substr(0, star));
  if (!is_rule_id(id)) return std::nullopt;
  if (star == std::string_view::npos) return RuleUse{std::string(id), 1};
  const auto count = parse_count(trimmed(text.substr(star + 1)));
  if (!count) return std::nullopt;
  return RuleUse{std::string(id), *count};
}

std::optional<int> parse_seconds(std::string_view text) {
  if (text == "0") return 0;
  return parse_count(text);
}

}  // namespace

std::optional<Verdict> parse_verdict(std::string_view text) {
  return named(verdict_names, text);
}

std::string_view to_string(Verdict verdict) {
  return std::ranges::find(verdict_names, verdict, [](const auto& n) { return n.first; })->second;
}

const Text& wording(Verdict verdict) {
  static constexpr Text pass{"通过", "pass"};
  static constexpr Text fail{"不通过", "fail"};
  static constexpr Text na{"不适用", "n/a"};
  static constexpr Text deduct{"扣分", "deduct"};
  static constexpr Text value{"计数", "value"};
  switch (verdict) {
    case Verdict::pass:
      return pass;
    case Verdict::fail:
      return fail;
    case Verdict::na:
      return na;
    case Verdict::deduct:
      return deduct;
    case Verdict::value:
      break;
  }
  return value;
}

std::optional<Existed> parse_existed(std::string_view text) {
  return named(existed_names, text);
}

std::string_view to_string(Existed existed) {
  return std::ranges::find(existed_names, existed, [](const auto& n) { return n.first; })->second;
}

std::optional<std::vector<RuleUse>> parse_rules(std::string_view text) {
  std::vector<RuleUse> rules;
  for (const auto& part : split(text, ';')) {
    if (trimmed(part).empty()) continue;
    auto rule = parse_rule(part);
    if (!rule) return std::nullopt;
    rules.push_back(std::move(*rule));
  }
  return rules;
}

std::string to_string(const std::vector<RuleUse>& rules) {
  std::vector<std::string> parts;
  for (const auto& [rule, count] : rules)
    parts.push_back(count == 1 ? rule : rule + "*" + std::to_string(count));
  return join(parts);
}

bool judges_alike(const Answer& a, const Answer& b) {
  return a.verdict == b.verdict && a.points == b.points && a.rules == b.rules && a.value == b.value;
}

std::vector<Field> answer_fields(const Answer& answer) {
  std::vector<Field> fields{{"result", std::string(to_string(answer.verdict))}};
  const auto add = [&](const char* key, std::string value) {
    if (!value.empty()) fields.push_back({key, std::move(value)});
  };
  add("points", answer.points ? answer.points->shortest() : "");
  add("rule", to_string(answer.rules));
  add("value", answer.value ? answer.value->shortest() : "");
  add("existed", std::string(to_string(answer.existed)));
  add("note", answer.note);
  add("evidence", join(answer.evidence));
  add("took", answer.took ? std::to_string(*answer.took) : "");
  return fields;
}

std::optional<Answer> answer_of(const Event& event) {
  const auto verdict = parse_verdict(event.get("result"));
  if (!verdict) return std::nullopt;
  Answer answer;
  answer.verdict = *verdict;
  answer.points = Rational::parse(event.get("points"));
  answer.rules = parse_rules(event.get("rule")).value_or(std::vector<RuleUse>{});
  answer.value = Rational::parse(event.get("value"));
  answer.existed = parse_existed(event.get("existed")).value_or(Existed::not_said);
  answer.note = event.get("note");
  answer.evidence = split(event.get("evidence"), ';');
  answer.took = parse_seconds(event.get("took"));
  return answer;
}

Phrase describe(const Answer& answer) {
  const auto points = answer.points.value_or(Rational{}).shortest();
  switch (answer.verdict) {
    case Verdict::deduct:
      if (answer.rules.empty()) return phrase(Text{"扣 {0} 分", "{0} points off"}, points);
      return phrase(Text{"扣 {0} 分（{1}）", "{0} points off ({1})"}, points,
                    visible(to_string(answer.rules)));
    case Verdict::value:
      return phrase(Text{"计数 {0}", "counted {0}"}, answer.value.value_or(Rational{}).shortest());
    case Verdict::pass:
    case Verdict::fail:
    case Verdict::na:
      break;
  }
  return phrase(wording(answer.verdict));
}

}  // namespace sihu
