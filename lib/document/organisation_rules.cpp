#include "document/appraise_settings.hpp"
#include "document/organisation_parts.hpp"
#include "wording/nearest.hpp"

#include <algorithm>

namespace sihu {
namespace {

const std::vector<std::string> severity_names{"minor", "general", "serious", "critical"};
const std::vector<std::string> mutual_names{"check", "review", "learn", "test", "rectification"};

void read_weights(Reader& reader, const Node& weights, Organisation& into) {
  const Keys keys(reader, weights, "weights", mutual_names);
  if (!keys) return;
  // What is not named counts nothing: weights that are written must add up by themselves.
  Rational sum;
  bool complete = true;
  for (const std::string& name : mutual_names) {
    Rational weight;
    complete = keys.read(name, weight, &Reader::not_negative) && complete;
    sum += weight;
    into.quarter_weights[name] = weight;
  }
  if (complete && sum != Rational(100))
    reader.fault(
        weights, "weights-do-not-add-up",
        phrase(Text{"权重之和应为 100，实际是 {0}", "the weights should add up to 100, found {0}"},
               sum.shortest()));
}

void read_tie_breaks(Reader& reader, const Node& node, std::vector<std::string>& into) {
  for (const Node& one : reader.list(node, "tie-breaks")) {
    const auto part = reader.choice(one, "tie-breaks", mutual_names);
    if (!part) continue;
    if (std::find(into.begin(), into.end(), *part) != into.end())
      reader.fault(
          one, "duplicate-value",
          phrase(Text{"{0} 里 {1} 重复", "{1} is there twice in {0}"}, "tie-breaks", *part));
    else
      into.push_back(*part);
  }
}

void read_quarter(Reader& reader, const Node& node, Organisation& into) {
  const Keys keys(reader, node, "quarter", {"weights", "ties", "rounding", "tie-breaks"});
  if (const Node* weights = keys.find("weights")) read_weights(reader, *weights, into);
  keys.read("ties", into.ranking.ties, [&](const Node& at, std::string_view key) {
    return reader.choice(at, key, {"standard", "dense", "last"});
  });
  std::string rounding = "half-up";
  keys.read("rounding", rounding, [&](const Node& at, std::string_view key) {
    return reader.choice(at, key, {"half-up", "half-even"});
  });
  into.ranking.halves = rounding == "half-up" ? Halves::away : Halves::even;
  if (const Node* parts = keys.find("tie-breaks"))
    read_tie_breaks(reader, *parts, into.ranking.tie_breaks);
}

void read_extensions(Reader& reader, const Node& node, RectificationRules& into) {
  const Keys keys(reader, node, "extensions", {"most", "days", "by"});
  keys.read("most", into.extensions_most,
            [&](const Node& at, std::string_view key) { return reader.integer(at, key, 0, 100); });
  keys.read("days", into.extension_days,
            [&](const Node& at, std::string_view key) { return reader.integer(at, key, 1, 3650); });
  const Node* by = keys.find("by");
  if (!by) return;
  into.extensions_by.clear();
  for (const Node& one : reader.list(*by, "by")) {
    const auto role = read_role_name(reader, one, "by");
    if (!role) continue;
    if (std::find(into.extensions_by.begin(), into.extensions_by.end(), *role) !=
        into.extensions_by.end())
      reader.fault(one, "duplicate-value",
                   phrase(Text{"{0} 里 {1} 重复", "{1} is there twice in {0}"}, "by", one.text));
    else
      into.extensions_by.push_back(*role);
  }
  if (by->is_sequence() && by->items.empty())
    reader.fault(*by, "empty-list",
                 phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "by"));
}

void read_step(Reader& reader, const Node& node, std::vector<EscalationStep>& into) {
  const Keys keys(reader, node, "escalation", {"after", "to"});
  EscalationStep step;
  const bool after = keys.require("after", step.after, &Reader::limit);
  const bool to = keys.require("to", step.to, [&reader](const Node& at, std::string_view key) {
    return read_role_name(reader, at, key);
  });
  if (!after) return;
  const Node& at = *node.find("after");
  if (step.after.unit != Limit::Unit::days)
    reader.wrong_type(at, "after",
                      phrase(Text{"逾期的自然日数，如 7d", "days overdue, such as 7d"}));
  else if (!into.empty() && step.after.count <= into.back().after.count)
    reader.fault(at, "not-ascending",
                 phrase(Text{"催办各级的天数应逐级增大：{0} 在 {1} 之后",
                             "the steps should grow: {0} comes behind {1}"},
                        to_string(step.after), to_string(into.back().after)));
  else if (to)
    into.push_back(step);
}

void read_rectification(Reader& reader, const Node& node, RectificationRules& into) {
  const Keys keys(reader, node, "rectification",
                  {"limits", "verify-within", "extensions", "escalation"});
  if (const Node* limits = keys.find("limits")) {
    const Keys each(reader, *limits, "limits", severity_names);
    for (const std::string& name : severity_names)
      each.read(name, into.limits[*parse_severity(name)], &Reader::limit);
  }
  keys.read("verify-within", into.verify_within, &Reader::limit);
  if (const Node* extensions = keys.find("extensions")) read_extensions(reader, *extensions, into);
  if (const Node* steps = keys.find("escalation")) {
    into.escalation.clear();
    for (const Node& step : reader.list(*steps, "escalation"))
      read_step(reader, step, into.escalation);
  }
}

bool is_zone_offset(std::string_view text) {
  const auto digit = [&](std::size_t at, char most) { return text[at] >= '0' && text[at] <= most; };
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') && digit(1, '1') &&
         digit(2, text[1] == '1' ? '4' : '9') && text[3] == ':' && digit(4, '5') && digit(5, '9');
}

bool is_zone_name(std::string_view text) {
  char before = '/';
  for (const char c : text) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool inner = (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+';
    if (!letter && !(inner && before != '/') && !(c == '/' && before != '/')) return false;
    before = c;
  }
  return before != '/';
}

// Shanghai and UTC need no list of zones. An empty list is a machine without one.
bool is_known_zone(const std::string& name, const std::vector<std::string>& known) {
  return known.empty() || std::find(known.begin(), known.end(), name) != known.end();
}

std::optional<std::string> read_zone_name(Reader& reader, const Node& node,
                                          const ZoneNames& zones) {
  if (!zones || node.text == "Asia/Shanghai" || node.text == "UTC") return node.text;
  const std::vector<std::string> known = zones();
  if (is_known_zone(node.text, known)) return node.text;
  const auto meant = nearest(node.text, known);
  reader.fault(node, "unknown-timezone",
               phrase(Text{"没有时区 {0}", "there is no time zone {0}"}, node.text),
               meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant)
                     : phrase(Text{"写 IANA 时区名，如 Asia/Shanghai，或 +08:00",
                                   "write an IANA name such as Asia/Shanghai, or +08:00"}));
  return std::nullopt;
}

std::optional<std::string> read_timezone(Reader& reader, const Node& node, std::string_view key,
                                         const ZoneNames& zones) {
  // `+08:00` is 480 minutes to YAML 1.1, and nothing else here.
  if (node.is_scalar() && is_zone_offset(node.text)) return node.text;
  if (node.is_scalar() && is_zone_name(node.text)) return read_zone_name(reader, node, zones);
  reader.wrong_type(node, key,
                    phrase(Text{"时区名，如 Asia/Shanghai，或 +08:00",
                                "a time zone such as Asia/Shanghai, or +08:00"}));
  return std::nullopt;
}

// Paths stay below the workspace.
bool leaves(std::string_view path) {
  if (path.starts_with('/') || path.find('\\') != std::string_view::npos) return true;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (path.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

void read_calendars(Reader& reader, const Node& node, Organisation& into) {
  for (const Node& one : reader.list(node, "calendars")) {
    auto path = reader.word(one, "calendars");
    if (!path) continue;
    const auto& all = into.calendars;
    const auto same_path = [&](const CalendarName& other) { return other.path == *path; };
    if (leaves(*path))
      reader.fault(one, "path-leaves-workspace",
                   phrase(Text{"路径应在工作区之内，实际是 {0}",
                               "the path should stay in the workspace, found {0}"},
                          *path));
    else if (std::any_of(all.begin(), all.end(), same_path))
      reader.fault(
          one, "duplicate-value",
          phrase(Text{"{0} 里 {1} 重复", "{1} is there twice in {0}"}, "calendars", *path));
    else
      into.calendars.push_back({std::move(*path), one.place, one.width});
  }
}

std::optional<std::string> read_retention(Reader& reader, const Node& node, std::string_view key) {
  std::string_view digits = node.text;
  const bool unit = digits.ends_with('d') || digits.ends_with('m') || digits.ends_with('y');
  if (unit) digits.remove_suffix(1);
  if (node.is_scalar() && unit && !digits.empty() && digits.size() <= 4 && digits[0] != '0' &&
      digits.find_first_not_of("0123456789") == std::string_view::npos)
    return node.text;
  reader.wrong_type(node, key,
                    phrase(Text{"期限，如 3y、36m 或 90d", "a time such as 3y, 36m or 90d"}));
  return std::nullopt;
}

}  // namespace

std::optional<RoleName> read_role_name(Reader& reader, const Node& node, std::string_view key) {
  const auto word =
      reader.choice(node, key, {"member", "secretary", "inspector", "leader", "committee"});
  return word ? parse_role(*word) : std::nullopt;
}

void read_rules(Reader& reader, const Keys& keys, Organisation& into, const ZoneNames& zones) {
  keys.read("language", into.language,
            [&](const Node& at, std::string_view key) -> std::optional<std::optional<Lang>> {
              const auto word = reader.choice(at, key, {"zh", "en"});
              if (!word) return std::nullopt;
              return std::optional<Lang>(*word == "zh" ? Lang::zh : Lang::en);
            });
  keys.read("timezone", into.timezone, [&](const Node& at, std::string_view key) {
    return read_timezone(reader, at, key, zones);
  });
  if (const Node* calendars = keys.find("calendars")) read_calendars(reader, *calendars, into);
  if (const Node* quarter = keys.find("quarter")) read_quarter(reader, *quarter, into);
  if (const Node* rules = keys.find("rectification"))
    read_rectification(reader, *rules, into.rectification);
  if (const Node* steps = keys.find("signed")) read_signed(reader, *steps, into.signed_steps);
  keys.read("practice", into.practice, &Reader::boolean);
  keys.read("retention", into.retention,
            [&](const Node& at, std::string_view key) { return read_retention(reader, at, key); });
  if (const Node* review = keys.find("review")) read_review(reader, *review, into.review);
  if (const Node* learn = keys.find("learn")) read_learn(reader, *learn, into.learn);
  // Kept nowhere: who asks for it reads it again (`load_appraise_settings`).
  AppraiseSettings appraisals;
  if (const Node* appraise = keys.find("appraise")) read_appraise(reader, *appraise, appraisals);
  for (const char* later : {"tally", "remind"})
    if (const Node* node = keys.find(later); node && !node->is_map())
      reader.wrong_type(*node, later, phrase(Text{"映射（键: 值）", "a map (key: value)"}));
}

}  // namespace sihu
