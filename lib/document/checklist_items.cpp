#include "document/checklist_parts.hpp"
#include "document/computed.hpp"
#include "document/sources.hpp"

#include <algorithm>
#include <unordered_set>

namespace sihu {
namespace {

const std::vector<std::string> item_keys{
    "id",         "title",    "standard", "method", "basis",    "status",
    "local-part", "note",     "readings", "points", "deduct",   "zero-if",
    "target",     "computed", "severity", "due",    "evidence", "evidence-required",
    "applies-to", "valid",    "veto",     "area",   "rectify",  "drop"};

class ItemReader {
 public:
  ItemReader(Reader& reader, const Checklist& checklist, bool has_laws)
      : reader_(reader), checklist_(checklist), has_laws_(has_laws) {
    for (const Area& area : checklist.areas) areas_.push_back(area.id);
    retired_.insert(checklist.retired.begin(), checklist.retired.end());
  }

  std::optional<Item> read(const Node& node) {
    const Keys keys(reader_, node, "item", item_keys);
    if (!keys) return std::nullopt;
    Item item;
    item.place = node.place;
    const bool named = keys.require("id", item.id, &Reader::item_id);
    if (named && retired_.contains(item.id))
      reader_.fault(
          *keys.find("id"), "retired-id",
          phrase(Text{"编号 {0} 已停用，不能再用", "the id {0} is retired, never to be used again"},
                 item.id),
          phrase(Text{"换一个没用过的编号", "take an id that was never used"}));
    texts(keys, item);
    const bool points = keys.require("points", item.points, &Reader::not_negative);
    rules(keys, node, item, points);
    scope(keys, node, item);
    evidence(keys, item);
    if (const Node* drop = keys.find("drop")) refuse_drop(*drop);
    return named ? std::optional<Item>(std::move(item)) : std::nullopt;
  }

 private:
  void texts(const Keys& keys, Item& item) {
    keys.require("title", item.title, &Reader::phrase);
    keys.read("standard", item.standard, &Reader::phrase);
    keys.read("method", item.method, &Reader::phrases);
    keys.read("local-part", item.local_part, &Reader::phrase);
    keys.read("note", item.note, &Reader::phrase);
    keys.read("readings", item.readings, &Reader::phrases);
    keys.read("zero-if", item.zero_if, &Reader::phrases);
    read_source_status(reader_, keys, item.status);
    if (const Node* basis = keys.find("basis"))
      item.basis = read_basis(reader_, *basis, has_laws_ ? &checklist_.laws : nullptr);
  }

  void rules(const Keys& keys, const Node& node, Item& item, bool points_known) {
    if (const Node* deduct = keys.find("deduct")) {
      for (const Node& one : reader_.list(*deduct, "deduct")) read_rule(one, item, points_known);
      if (deduct->is_sequence() && deduct->items.empty())
        reader_.fault(*deduct, "empty-list",
                      phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "deduct"));
    }
    if (const Node* target = keys.find("target")) {
      read_target(*target, item);
      if (keys.find("deduct"))
        reader_.fault(
            *target, "target-and-deduct",
            phrase(Text{"target 和 deduct 只能有一个", "target and deduct exclude each other"}));
    }
    if (const Node* computed = keys.find("computed")) read_rule_of_records(*computed, item);
    keys.read("veto", item.veto,
              [this](const Node& at, std::string_view key) -> std::optional<bool> {
                if (!reader_.choice(at, key, {"fail-all"})) return std::nullopt;
                return true;
              });
    // Whoever writes a note says why it is there.
    if (points_known && item.points.is_zero() && !item.veto && item.note.empty())
      reader_.warn(*node.find("points"), "no-points",
                   phrase(Text{"0 分又没有 veto：这一项不影响得分",
                               "0 points and no veto: this item does not count"}),
                   phrase(Text{"有意如此的，用 note 说明", "if that is meant, say why in a note"}));
  }

  void read_rule_of_records(const Node& node, Item& item) {
    item.computed = true;
    const auto computed = read_computed(reader_, node);
    if (node.is_map()) item.computed_rule = write_flow(node);
    if (item.target)
      reader_.fault(node, "target-and-computed",
                    phrase(Text{"target 和 computed 只能有一个：要求写在 computed 里",
                                "target and computed exclude each other: what is expected stands "
                                "in computed"}));
    if (!computed) return;
    std::vector<std::string> rules;
    for (const DeductRule& rule : item.deduct) rules.push_back(rule.id);
    const bool named = std::ranges::find(rules, computed->deduct) != rules.end();
    if (const Node* deduct = node.find("deduct"); deduct && !named)
      reader_.unknown(
          *deduct, "unknown-rule",
          phrase(Text{"这一项没有扣分规则 {0}", "the item has no rule {0}"}, computed->deduct),
          rules);
    else if (!named && !rules.empty())
      reader_.fault(
          node, "missing-key", phrase(Text{"{0} 缺少 {1}", "{0} needs {1}"}, "computed", "deduct"),
          phrase(Text{"没达到时按哪条规则扣分", "the rule that takes off points for it"}));
  }

  void read_rule(const Node& node, Item& item, bool points_known) {
    const Keys keys(reader_, node, "deduct", {"id", "when", "each", "most", "per"});
    DeductRule rule;
    keys.require("when", rule.when, &Reader::phrase);
    keys.read("per", rule.per, &Reader::phrase);
    const bool each = keys.require("each", rule.each, &Reader::positive);
    const bool most = keys.read("most", rule.most, &Reader::positive);
    if (each && most && rule.most && *rule.most < rule.each)
      reader_.fault(
          *node.find("most"), "most-below-each",
          phrase(Text{"most 是 {0}，小于 each 的 {1}", "most is {0}, less than each ({1})"},
                 rule.most->shortest(), rule.each.shortest()));
    if (points_known && most && rule.most && *rule.most > item.points)
      reader_.fault(*node.find("most"), "most-above-points",
                    phrase(Text{"most 是 {0}，多于这一项的 {1} 分",
                                "most is {0}, more than the item's {1} points"},
                           rule.most->shortest(), item.points.shortest()));
    if (!keys.require("id", rule.id, &Reader::id)) return;
    if (std::any_of(item.deduct.begin(), item.deduct.end(),
                    [&](const DeductRule& other) { return other.id == rule.id; }))
      reader_.fault(*node.find("id"), "duplicate-id",
                    phrase(Text{"扣分规则 {0} 重复", "the rule {0} is there twice"}, rule.id));
    item.deduct.push_back(std::move(rule));
  }

  void read_target(const Node& node, Item& item) {
    const Keys keys(reader_, node, "target", {"at-least", "at-most", "proportional", "unit"});
    Target target;
    const bool least = keys.read("at-least", target.at_least, &Reader::number);
    const bool most = keys.read("at-most", target.at_most, &Reader::number);
    keys.read("proportional", target.proportional, &Reader::boolean);
    keys.read("unit", target.unit, &Reader::phrase);
    item.target = target;
    if (!keys || !least || !most) return;
    if (!target.at_least && !target.at_most)
      reader_.fault(node, "missing-key",
                    phrase(Text{"{0} 缺少 {1}", "{0} needs {1}"}, "target", "at-least / at-most"));
    if (target.at_least && target.at_most && *target.at_least > *target.at_most)
      reader_.fault(node, "out-of-range",
                    phrase(Text{"at-least 大于 at-most", "at-least is more than at-most"}));
    if (target.proportional && target.at_least && *target.at_least <= Rational(0))
      reader_.fault(*node.find("at-least"), "out-of-range",
                    phrase(Text{"按比例计分时，{0} 应大于 0", "in proportion needs {0} above 0"},
                           "at-least"));
  }

  void scope(const Keys& keys, const Node& node, Item& item) {
    keys.read("severity", item.severity, [this](const Node& at, std::string_view key) {
      const auto word = reader_.choice(at, key, {"minor", "general", "serious", "critical"});
      return word ? parse_severity(*word) : std::nullopt;
    });
    keys.read("due", item.due, &Reader::limit);
    keys.read("applies-to", item.applies_to, &Reader::ids);
    keys.read("rectify", item.rectify, [this](const Node& at, std::string_view key) {
      return reader_.choice(at, key, {"now", "deadline", "ongoing"});
    });
    if (const Node* valid = keys.find("valid"))
      read_valid(reader_, *valid, item.valid_from, item.valid_until);
    if (!keys.read("area", item.area, &Reader::id)) return;
    const Node* area = keys.find("area");
    if (area && std::find(areas_.begin(), areas_.end(), item.area) == areas_.end())
      reader_.unknown(*area, "unknown-area",
                      phrase(Text{"areas 里没有 {0}", "there is no {0} in areas"}, item.area),
                      areas_);
    if (!area && !areas_.empty())
      reader_.fault(node, "missing-key",
                    phrase(Text{"{0} 缺少 {1}", "{0} needs {1}"}, "item", "area"));
  }

  void evidence(const Keys& keys, Item& item) {
    if (const Node* node = keys.find("evidence")) {
      if (node->is_sequence())
        keys.read("evidence", item.evidence, &Reader::phrases);
      else if (const auto word = reader_.choice(*node, "evidence", {"required", "none"}))
        item.evidence_required = *word == "required";
    }
    keys.read("evidence-required", item.evidence_required, &Reader::boolean);
  }

  void refuse_drop(const Node& node) {
    if (reader_.boolean(node, "drop").value_or(false))
      reader_.fault(
          node, "drop-without-extends",
          phrase(Text{"drop 只能用在 extends 的检查表里，去掉原表的项",
                      "drop takes out an item of the checklist that is extended; there is none"}));
  }

  Reader& reader_;
  const Checklist& checklist_;
  bool has_laws_;
  std::vector<std::string> areas_;
  std::unordered_set<std::string> retired_;
};

}  // namespace

void read_items(Reader& reader, const Node& items, bool has_laws, Checklist& into) {
  ItemReader read(reader, into, has_laws);
  for (const Node& node : reader.list(items, "items"))
    if (auto item = read.read(node)) into.items.push_back(std::move(*item));
  if (items.is_sequence() && items.items.empty() && !reader.is_partial())
    reader.fault(items, "empty-list",
                 phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "items"));
}

}  // namespace sihu
