#include "document/rubric.hpp"

#include "document/kind.hpp"
#include "document/organisation_parts.hpp"
#include "document/reader.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace sihu {
namespace {

constexpr int most_score = 1000;
constexpr int most_sheets = 1000;
// What a file of sheets calls its own columns.
constexpr std::array<std::string_view, 4> sheet_columns{"person", "branch", "name", "comment"};

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool good = error == std::errc() && end == text.data() + text.size();
  return good ? std::optional(number) : std::nullopt;
}

// False: anchors can't be compared with it.
bool read_scale(Reader& reader, const Node& node, Rubric& into) {
  const Keys keys(reader, node, "scale", {"from", "to"});
  const auto score = [&](const Node& at, std::string_view key) {
    return reader.integer(at, key, 0, most_score);
  };
  bool good = keys.require("from", into.from, score);
  good = keys.require("to", into.to, score) && good;
  if (!good || into.from < into.to) return good;
  reader.fault(*node.find("to"), "scale-reversed",
               phrase(Text{"最高分 {0} 应大于最低分 {1}",
                           "the highest score, {0}, should be above the lowest, {1}"},
                      into.to, into.from));
  return false;
}

void read_anchors(Reader& reader, const Node& node, const Rubric& rubric, bool scaled,
                  std::vector<Anchor>& into) {
  if (!node.is_map()) {
    reader.wrong_type(
        node, "anchors",
        phrase(Text{"映射，如 {{1: 没有, 5: 齐全}}", "a map, as {{1: none, 5: all}}"}));
    return;
  }
  for (const auto& [key, value] : node.entries) {
    auto meaning = reader.phrase(value, "anchors");
    const auto score = whole_number(key.text);
    if (!score || (scaled && (*score < rubric.from || *score > rubric.to)))
      reader.fault(key, "anchor-outside-scale",
                   phrase(Text{"锚点应是 {0} 到 {1} 的整数，实际是 {2}",
                               "an anchor should be a whole number from {0} to {1}, found {2}"},
                          rubric.from, rubric.to, key.text));
    else if (meaning)
      into.push_back({*score, std::move(*meaning)});
  }
  std::ranges::sort(into, {}, &Anchor::score);
}

// Complains when a sheet needs the id for something else.
bool is_free_id(Reader& reader, const Node& node, const std::string& id) {
  if (std::ranges::find(sheet_columns, id) == sheet_columns.end()) return true;
  reader.fault(*node.find("id"), "reserved-id",
               phrase(Text{"{0} 是评分表自己的一栏，换个编号",
                           "{0} is a column of every sheet, take another id"},
                      id));
  return false;
}

// Complains when the id was there before.
bool is_new_id(Reader& reader, const Node& node, const std::string& id,
               std::set<std::string>& seen) {
  if (seen.insert(id).second) return true;
  reader.fault(*node.find("id"), "duplicate-id",
               phrase(Text{"编号 {0} 重复", "the id {0} is there twice"}, id));
  return false;
}

// Complains unless the weights of what was read whole are 100 together.
void check_weights(Reader& reader, const Node& list, const Rational& sum) {
  if (sum == Rational(100)) return;
  reader.fault(
      list, "weights-do-not-add-up",
      phrase(Text{"权重之和应为 100，实际是 {0}", "the weights should add up to 100, found {0}"},
             sum.shortest()));
}

bool refuse_empty(Reader& reader, const Node& list, std::string_view key) {
  if (!list.is_sequence() || !list.items.empty()) return false;
  reader.fault(list, "empty-list", phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, key));
  return true;
}

void read_criteria(Reader& reader, const Node& list, bool scaled, Rubric& into) {
  std::set<std::string> seen;
  Rational sum;
  bool complete = list.is_sequence() && !refuse_empty(reader, list, "criteria");
  for (const Node& node : reader.list(list, "criteria")) {
    const Keys keys(reader, node, "criterion", {"id", "title", "weight", "anchors"});
    Criterion criterion;
    criterion.place = node.place;
    keys.require("title", criterion.title, &Reader::phrase);
    complete = keys.require("weight", criterion.weight, &Reader::positive) && complete;
    sum += criterion.weight;
    if (const Node* anchors = keys.find("anchors"))
      read_anchors(reader, *anchors, into, scaled, criterion.anchors);
    if (keys.require("id", criterion.id, &Reader::item_id) &&
        is_free_id(reader, node, criterion.id) && is_new_id(reader, node, criterion.id, seen))
      into.criteria.push_back(std::move(criterion));
  }
  if (complete) check_weights(reader, list, sum);
}

void read_classes(Reader& reader, const Node& list, Rubric& into) {
  std::set<std::string> ids;
  std::set<RoleName> roles;
  Rational sum;
  bool complete = list.is_sequence() && !refuse_empty(reader, list, "classes");
  for (const Node& node : reader.list(list, "classes")) {
    const Keys keys(reader, node, "class", {"id", "weight", "of"});
    ReviewerClass reviewers;
    complete = keys.require("weight", reviewers.weight, &Reader::positive) && complete;
    sum += reviewers.weight;
    const bool whose =
        keys.require("of", reviewers.of, [&reader](const Node& at, std::string_view key) {
          return read_role_name(reader, at, key);
        });
    if (whose && !roles.insert(reviewers.of).second)
      reader.fault(*node.find("of"), "duplicate-value",
                   phrase(Text{"{0} 已在前面的类别里", "{0} is in a class before this one"},
                          to_string(reviewers.of)));
    if (keys.require("id", reviewers.id, &Reader::id) &&
        is_new_id(reader, node, reviewers.id, ids) && whose)
      into.classes.push_back(std::move(reviewers));
  }
  if (complete) check_weights(reader, list, sum);
}

void read_rubric(Reader& reader, const Node& root, Rubric& into) {
  const Keys keys(reader, root, "rubric",
                  {"rubric", "version", "title", "scale", "criteria", "classes", "least"});
  keys.require("rubric", into.id, &Reader::id);
  keys.require("version", into.version, &Reader::word);
  keys.require("title", into.title, &Reader::phrase);
  const Node* scale = keys.require("scale");
  const bool scaled = scale && read_scale(reader, *scale, into);
  if (const Node* criteria = keys.require("criteria"))
    read_criteria(reader, *criteria, scaled, into);
  if (const Node* classes = keys.find("classes")) read_classes(reader, *classes, into);
  keys.read("least", into.least, [&](const Node& at, std::string_view key) {
    return reader.integer(at, key, least_sheets, most_sheets);
  });
}

}  // namespace

const Criterion* Rubric::find(std::string_view criterion) const {
  const auto found = std::ranges::find(criteria, criterion, &Criterion::id);
  return found == criteria.end() ? nullptr : &*found;
}

Result<Rubric> load_rubric(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  Rubric rubric;
  const auto root = reader.document();
  if (root && !refuse_other_kind(reader, *root, DocumentKind::rubric))
    read_rubric(reader, *root, rubric);
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  return rubric;
}

}  // namespace sihu
