#include "document/appraise_settings.hpp"

#include "base/utf8.hpp"
#include "document/organisation_parts.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

const std::vector<std::string> source_names{"check", "check-items", "test", "learn",
                                            "rectification"};
const std::vector<std::string> grade_names{"excellent", "good", "pass", "fail"};
constexpr int most_percent = 100;

template <class Enum>
std::optional<Enum> at_name(const std::vector<std::string>& names, std::string_view text) {
  const auto found = std::ranges::find(names, text);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

void read_who(Reader& reader, const Node& node, std::vector<RoleName>& into) {
  into.clear();
  for (const Node& one : reader.list(node, "who")) {
    const auto role = read_role_name(reader, one, "who");
    if (!role) continue;
    if (std::ranges::find(into, *role) != into.end())
      reader.fault(one, "duplicate-value",
                   phrase(Text{"{0} 里 {1} 重复", "{1} is there twice in {0}"}, "who", one.text));
    else
      into.push_back(*role);
  }
  if (node.is_sequence() && node.items.empty())
    reader.fault(node, "empty-list",
                 phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "who"));
}

void read_half_weights(Reader& reader, const Node& node, AppraiseSettings& into) {
  const Keys keys(reader, node, "weights", {"areas", "quarters"});
  if (!keys) return;
  // As with the weights of a quarter: what is not written beside others is 0.
  into.areas_weight = 0;
  into.quarters_weight = 0;
  const bool areas = keys.read("areas", into.areas_weight, &Reader::not_negative);
  const bool quarters = keys.read("quarters", into.quarters_weight, &Reader::not_negative);
  const Rational sum = into.areas_weight + into.quarters_weight;
  if (areas && quarters && sum != Rational(100))
    reader.fault(
        node, "weights-do-not-add-up",
        phrase(Text{"权重之和应为 100，实际是 {0}", "the weights should add up to 100, found {0}"},
               sum.shortest()));
  else if (areas && into.areas_weight.is_zero())
    reader.fault(node, "nothing-to-appraise",
                 phrase(Text{"areas 的权重应大于 0：考核的是人", "areas must weigh more than 0"}));
}

bool same_target(const AppraiseFill& a, const AppraiseFill& b) {
  return a.area == b.area && a.item == b.item;
}

void read_fill_rule(Reader& reader, const Node& node, std::vector<AppraiseFill>& into) {
  const Keys keys(reader, node, "fill", {"area", "item", "from"});
  if (!keys) return;
  AppraiseFill fill;
  const bool area = keys.read("area", fill.area, &Reader::id);
  const bool item = keys.read("item", fill.item, &Reader::item_id);
  const bool from = keys.require("from", fill.from, [&](const Node& at, std::string_view key) {
    const auto word = reader.choice(at, key, source_names);
    return word ? parse_appraise_source(*word) : std::nullopt;
  });
  if (!area || !item || !from) return;
  if (fill.area.empty() == fill.item.empty())
    reader.fault(node, "one-of-two",
                 phrase(Text{"area 和 item 写且只写一个", "write area or item, one of them"}));
  else if (std::ranges::any_of(into,
                               [&](const AppraiseFill& one) { return same_target(one, fill); }))
    reader.fault(node, "duplicate-value",
                 phrase(Text{"{0} 里 {1} 重复", "{1} is there twice in {0}"}, "fill",
                        fill.area.empty() ? fill.item : fill.area));
  else
    into.push_back(std::move(fill));
}

std::optional<Rational> read_percent(Reader& reader, const Node& node, std::string_view key) {
  auto value = reader.not_negative(node, key);
  if (!value || *value <= Rational(most_percent)) return value;
  reader.fault(node, "out-of-range",
               phrase(Text{"{0} 应在 0 到 100 之间，实际是 {1}", "{0} is 0 to 100, found {1}"}, key,
                      value->shortest()));
  return std::nullopt;
}

void read_grades(Reader& reader, const Node& node, AppraiseSettings& into) {
  const Keys keys(reader, node, "grades", {"excellent", "good", "pass"});
  const auto percent = [&](const Node& at, std::string_view key) {
    return read_percent(reader, at, key);
  };
  bool good = keys.read("excellent", into.excellent, percent);
  good = keys.read("good", into.good, percent) && good;
  good = keys.read("pass", into.pass, percent) && good;
  if (good && !(into.pass < into.good && into.good < into.excellent))
    reader.fault(node, "not-ascending",
                 phrase(Text{"应逐等降低：优秀 {0}、良好 {1}、合格 {2}",
                             "each should be below the one before: excellent {0}, good {1}, pass "
                             "{2}"},
                        into.excellent.shortest(), into.good.shortest(), into.pass.shortest()));
}

void read_commend(Reader& reader, const Node& node, AppraiseSettings& into) {
  const Keys keys(reader, node, "commend", {"grade", "no-overdue"});
  keys.read("grade", into.commend_grade, [&](const Node& at, std::string_view key) {
    const auto word = reader.choice(at, key, grade_names);
    return word ? parse_appraise_grade(*word) : std::nullopt;
  });
  keys.read("no-overdue", into.commend_no_overdue, &Reader::boolean);
}

}  // namespace

std::optional<AppraiseSource> parse_appraise_source(std::string_view text) {
  return at_name<AppraiseSource>(source_names, text);
}

std::string_view to_string(AppraiseSource source) {
  return source_names.at(static_cast<std::size_t>(source));
}

const Text& wording(AppraiseSource source) {
  static constexpr std::array<Text, 5> words{
      Text{"支部的互查得分", "the branch's check score"},
      Text{"支部同一条目的互查", "the same items as inspected at the branch"},
      Text{"本人的互考成绩", "the person's own marks"},
      Text{"本人的学时", "the person's own hours"},
      Text{"支部的整改得分", "the branch's rectification"}};
  return words.at(static_cast<std::size_t>(source));
}

std::optional<AppraiseGrade> parse_appraise_grade(std::string_view text) {
  return at_name<AppraiseGrade>(grade_names, text);
}

std::string_view to_string(AppraiseGrade grade) {
  return grade_names.at(static_cast<std::size_t>(grade));
}

const Text& wording(AppraiseGrade grade) {
  static constexpr std::array<Text, 4> words{Text{"优秀", "excellent"}, Text{"良好", "good"},
                                             Text{"合格", "pass"}, Text{"不合格", "fail"}};
  return words.at(static_cast<std::size_t>(grade));
}

void read_appraise(Reader& reader, const Node& node, AppraiseSettings& into) {
  const Keys keys(
      reader, node, "appraise",
      {"checklist", "who", "weights", "fill", "grades", "quota", "commend", "help-below"});
  keys.read("checklist", into.checklist, &Reader::id);
  if (const Node* who = keys.find("who")) read_who(reader, *who, into.who);
  if (const Node* weights = keys.find("weights")) read_half_weights(reader, *weights, into);
  if (const Node* fill = keys.find("fill"))
    for (const Node& one : reader.list(*fill, "fill")) read_fill_rule(reader, one, into.fill);
  if (const Node* grades = keys.find("grades")) read_grades(reader, *grades, into);
  keys.read("quota", into.quota, [&](const Node& at, std::string_view key) {
    return reader.integer(at, key, 0, most_percent);
  });
  if (const Node* commend = keys.find("commend")) read_commend(reader, *commend, into);
  keys.read("help-below", into.help_below,
            [&](const Node& at, std::string_view key) { return read_percent(reader, at, key); });
}

Result<AppraiseSettings> load_appraise_settings(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  AppraiseSettings settings;
  if (const auto root = reader.document())
    if (const Node* node = root->find("appraise")) read_appraise(reader, *node, settings);
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  return settings;
}

}  // namespace sihu
