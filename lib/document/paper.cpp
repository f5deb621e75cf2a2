#include "document/paper.hpp"

#include "document/kind.hpp"
#include "document/reader.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace sihu {
namespace {

constexpr int most_minutes = 24 * 60;
constexpr int most_forms = 20;
constexpr int most_questions = 500;
constexpr int hardest = 5;

struct NamedRule {
  MarkingRule rule;
  const char* code;
};

const NamedRule rules[] = {
    {MarkingRule::all_or_nothing, "all-or-nothing"},
    {MarkingRule::per_option, "per-option"},
    {MarkingRule::flat, "flat"},
    {MarkingRule::proportional, "proportional"},
    {MarkingRule::half, "half"},
    {MarkingRule::plus_minus, "plus-minus"},
    {MarkingRule::each_judged, "each-judged"},
};

const NamedRule& rule_of(MarkingRule rule) {
  return *std::ranges::find(rules, rule, &NamedRule::rule);
}

std::vector<std::string> rule_codes() {
  std::vector<std::string> codes;
  for (const NamedRule& rule : rules) codes.emplace_back(rule.code);
  return codes;
}

std::vector<std::string> kind_codes() {
  std::vector<std::string> codes;
  for (const QuestionKind kind : {QuestionKind::single, QuestionKind::multiple, QuestionKind::judge,
                                  QuestionKind::blank, QuestionKind::short_answer})
    codes.emplace_back(to_string(kind));
  return codes;
}

bool refuse_empty(Reader& reader, const Node& list, std::string_view key) {
  if (!list.is_sequence() || !list.items.empty()) return false;
  reader.fault(list, "empty-list", phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, key));
  return true;
}

auto integer_between(Reader& reader, int least, int most) {
  return [&reader, least, most](const Node& at, std::string_view key) {
    return reader.integer(at, key, least, most);
  };
}

void read_quota(Reader& reader, const Node& node, PaperSection& into) {
  const Keys keys(reader, node, "quota", {"topic", "difficulty", "count"});
  PaperQuota quota;
  quota.place = node.place;
  keys.read("topic", quota.topic, &Reader::word);
  keys.read("difficulty", quota.difficulty, integer_between(reader, 1, hardest));
  if (keys.require("count", quota.count, integer_between(reader, 1, most_questions)))
    into.draw.push_back(std::move(quota));
}

void check_part(Reader& reader, const Node& node, PaperSection& section) {
  Marking& marking = section.marking;
  const Node* part = node.find("part");
  const bool takes = marking.rule == MarkingRule::per_option || marking.rule == MarkingRule::flat;
  if (part && !takes)
    reader.fault(
        *part, "part-without-use",
        phrase(Text{"只有 per-option 和 flat 要写 part", "part is for per-option and flat alone"}));
  if (!part && marking.rule == MarkingRule::flat)
    reader.fault(node, "missing-key",
                 phrase(Text{"flat 要写 part：少选得几分",
                             "flat needs part: what too few options are worth"}));
  if (!part && marking.rule == MarkingRule::per_option) marking.part = Rational(1, 2);
  if (part && takes && marking.part > section.points)
    reader.fault(
        *part, "part-above-full",
        phrase(Text{"部分分 {0} 高于满分 {1}", "the part, {0}, is above the full mark, {1}"},
               marking.part.shortest(), section.points.shortest()));
}

void read_marking(Reader& reader, const Keys& keys, const Node& node, PaperSection& section) {
  const auto rule = [&](const Node& at, std::string_view key) {
    const auto code = reader.choice(at, key, rule_codes());
    return code ? parse_marking_rule(*code) : std::nullopt;
  };
  const bool good = keys.read("marking", section.marking.rule, rule) &&
                    keys.read("part", section.marking.part, &Reader::positive);
  const Node* marking = keys.find("marking");
  if (marking && section.kind != QuestionKind::multiple)
    reader.fault(*marking, "marking-without-options",
                 phrase(Text{"只有多选题可选给分规则", "only `multiple` takes a marking rule"}));
  if (good) check_part(reader, node, section);
}

void read_tolerance(Reader& reader, const Keys& keys, PaperSection& section) {
  const Node* tolerance = keys.find("tolerance");
  if (!tolerance || !keys.read("tolerance", section.tolerance, &Reader::not_negative)) return;
  if (section.kind != QuestionKind::short_answer)
    reader.fault(*tolerance, "tolerance-without-markers",
                 phrase(Text{"只有简答题由人评分，才写 tolerance",
                             "only `short`, which people mark, takes a tolerance"}));
  else if (*section.tolerance > section.points)
    reader.fault(*tolerance, "tolerance-above-full",
                 phrase(Text{"允许的评分差 {0} 高于满分 {1}",
                             "the tolerance, {0}, is above the full mark, {1}"},
                        section.tolerance->shortest(), section.points.shortest()));
}

void read_section(Reader& reader, const Node& node, Paper& into) {
  const Keys keys(reader, node, "section",
                  {"title", "kind", "points", "marking", "part", "tolerance", "draw"});
  PaperSection section;
  keys.read("title", section.title, &Reader::phrase);
  const auto kind = [&](const Node& at, std::string_view key) {
    const auto code = reader.choice(at, key, kind_codes());
    return code ? parse_question_kind(*code) : std::nullopt;
  };
  bool good = keys.require("kind", section.kind, kind);
  good = keys.read("points", section.points, &Reader::positive) && good;
  if (good) read_marking(reader, keys, node, section);
  if (good) read_tolerance(reader, keys, section);
  if (const Node* draw = keys.require("draw"); draw && !refuse_empty(reader, *draw, "draw"))
    for (const Node& quota : reader.list(*draw, "draw")) read_quota(reader, quota, section);
  into.sections.push_back(std::move(section));
}

void check_whole(Reader& reader, const Node& root, const Paper& paper) {
  const Node* pass = root.find("pass");
  if (pass && paper.pass > paper.full())
    reader.fault(
        *pass, "pass-above-full",
        phrase(Text{"及格线 {0} 高于满分 {1}", "the pass mark, {0}, is above the full one, {1}"},
               paper.pass.shortest(), paper.full().shortest()));
  if (paper.count() > most_questions)
    reader.fault(root, "too-many-questions",
                 phrase(Text{"一张卷最多 {0} 题，实际 {1} 题",
                             "a paper has at most {0} questions, found {1}"},
                        most_questions, paper.count()));
}

std::optional<int> forms_of(Reader& reader, const Node& node) {
  int forms = 0;
  const char* end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, forms);
  const bool is_whole = node.is_scalar() && error == std::errc{} && stop == end;
  if (is_whole && forms >= 1 && forms <= most_forms) return forms;
  reader.fault(node, "out-of-range",
               phrase(Text{"forms 是一个支部共用几套卷，应为 1 到 {0} 的整数；要每人一套，"
                           "就不写 forms",
                           "forms is how many forms a branch shares, a whole number from 1 to {0}; "
                           "leave it out for a paper for each person"},
                      most_forms));
  return std::nullopt;
}

void read_overlap(Reader& reader, const Keys& keys, Paper& into) {
  const Node* overlap = keys.find("overlap");
  if (!overlap || !keys.read("overlap", into.overlap, integer_between(reader, 0, 100))) return;
  if (!into.each_has_own())
    reader.fault(*overlap, "overlap-of-shared-forms",
                 phrase(Text{"写了 forms，支部里几个人同一套卷，overlap 没有意义：删掉其中一个",
                             "with forms candidates of a branch share a form, and overlap means "
                             "nothing: remove one of the two"}));
}

void read_paper(Reader& reader, const Node& root, Paper& into) {
  const Keys keys(reader, root, "paper",
                  {"paper", "version", "title", "minutes", "pass", "forms", "overlap", "banks",
                   "absent", "make-up", "sections"});
  keys.require("paper", into.id, &Reader::id);
  keys.require("version", into.version, &Reader::word);
  keys.require("title", into.title, &Reader::phrase);
  keys.require("minutes", into.minutes, integer_between(reader, 1, most_minutes));
  keys.require("pass", into.pass, &Reader::not_negative);
  keys.read("forms", into.forms,
            [&](const Node& at, std::string_view) { return forms_of(reader, at); });
  read_overlap(reader, keys, into);
  keys.read("banks", into.banks, &Reader::ids);
  keys.read("absent", into.absent, [&](const Node& at, std::string_view key) {
    const auto code = reader.choice(at, key, {"zero", "excluded"});
    return code ? parse_absence(*code) : std::nullopt;
  });
  keys.read("make-up", into.make_up, [&](const Node& at, std::string_view key) {
    const auto code = reader.choice(at, key, {"capped", "replace", "apart"});
    return code ? parse_make_up_rule(*code) : std::nullopt;
  });
  const Node* sections = keys.require("sections");
  if (!sections || refuse_empty(reader, *sections, "sections")) return;
  for (const Node& node : reader.list(*sections, "sections")) read_section(reader, node, into);
  if (reader.clean()) check_whole(reader, root, into);
}

}  // namespace

std::optional<MarkingRule> parse_marking_rule(std::string_view text) {
  const auto found = std::ranges::find_if(rules, [&](const auto& one) { return one.code == text; });
  return found == std::end(rules) ? std::nullopt : std::optional(found->rule);
}

std::string_view to_string(MarkingRule rule) {
  return rule_of(rule).code;
}

std::optional<Absence> parse_absence(std::string_view text) {
  if (text == "zero") return Absence::zero;
  if (text == "excluded") return Absence::excluded;
  return std::nullopt;
}

std::string_view to_string(Absence absence) {
  return absence == Absence::zero ? "zero" : "excluded";
}

std::optional<MakeUpRule> parse_make_up_rule(std::string_view text) {
  for (const MakeUpRule rule : {MakeUpRule::capped, MakeUpRule::replace, MakeUpRule::apart})
    if (to_string(rule) == text) return rule;
  return std::nullopt;
}

std::string_view to_string(MakeUpRule rule) {
  if (rule == MakeUpRule::capped) return "capped";
  return rule == MakeUpRule::replace ? "replace" : "apart";
}

int PaperSection::count() const {
  int sum = 0;
  for (const PaperQuota& quota : draw) sum += quota.count;
  return sum;
}

Rational PaperSection::tolerated() const {
  return tolerance.value_or(points / Rational(5));
}

int Paper::count() const {
  int sum = 0;
  for (const PaperSection& section : sections) sum += section.count();
  return sum;
}

std::optional<int> Paper::most_shared() const {
  if (!overlap) return std::nullopt;
  return *overlap * count() / 100;
}

Rational Paper::full() const {
  Rational sum;
  for (const PaperSection& section : sections) sum += section.points * Rational(section.count());
  return sum;
}

Result<Paper> load_paper(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  Paper paper;
  const auto root = reader.document();
  if (root && !refuse_other_kind(reader, *root, DocumentKind::paper))
    read_paper(reader, *root, paper);
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  return paper;
}

}  // namespace sihu
