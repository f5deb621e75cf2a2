#include "document/checklist_parts.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <unordered_map>

namespace sihu {
namespace {

constexpr std::size_t most_depth = 8;

using Entries = std::vector<std::pair<Node, Node>>;

void set(Node& map, const Node& key, const Node& value) {
  for (auto& [name, old] : map.entries) {
    if (name.text != key.text) continue;
    name = key;
    old = value;
    return;
  }
  map.entries.emplace_back(key, value);
}

void remove(Node& map, std::string_view key) {
  std::erase_if(map.entries, [key](const auto& entry) { return entry.first.text == key; });
}

std::string id_of(const Node& item) {
  const Node* id = item.find("id");
  return id && id->is_scalar() ? id->text : std::string();
}

std::unordered_map<std::string, std::size_t> index(const std::vector<Node>& items) {
  std::unordered_map<std::string, std::size_t> at;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (const std::string id = id_of(items[i]); !id.empty()) at.emplace(id, i);
  return at;
}

bool is_true(const Node* node) {
  return node && node->is_scalar() && node->text == "true";
}

// `own` laid over `base`: the keys it gives replace those that are there.
void overlay_item(Node& base, const Node& own) {
  // An item is judged by rules or by a number; whoever writes one means it instead of the other.
  if (own.find("target")) remove(base, "deduct");
  if (own.find("deduct")) remove(base, "target");
  for (const auto& [key, value] : own.entries)
    if (key.text != "drop") set(base, key, value);
  base.place = own.place;
  base.width = own.width;
}

class Extension {
 public:
  explicit Extension(Reader& reader) : reader_(reader) {}

  void items(Node& base, const Node& own) {
    if (!base.is_sequence() || !own.is_sequence()) return;
    const auto known = index(base.items);
    std::vector<std::string> ids;
    for (const Node& item : base.items) ids.push_back(id_of(item));
    std::vector<bool> dropped(base.items.size(), false);
    for (const Node& item : own.items) {
      const auto at = known.find(id_of(item));
      if (at != known.end() && is_true(item.find("drop")))
        dropped[at->second] = true;
      else if (at != known.end())
        overlay_item(base.items[at->second], item);
      else if (!is_unknown(item, ids))
        base.items.push_back(item);
    }
    std::vector<Node> left;
    for (std::size_t i = 0; i < base.items.size(); ++i)
      if (i >= dropped.size() || !dropped[i]) left.push_back(std::move(base.items[i]));
    base.items = std::move(left);
  }

  void areas(Node& base, const Node& own) {
    if (!base.is_sequence() || !own.is_sequence()) return;
    const auto known = index(base.items);
    for (const Node& area : own.items) {
      const auto at = known.find(id_of(area));
      if (at == known.end())
        base.items.push_back(area);
      else
        overlay_item(base.items[at->second], area);
    }
  }

  // What a base has retired stays so.
  void retired(Node& base, const Node& own) {
    if (!base.is_sequence() || !own.is_sequence()) return;
    for (const Node& id : own.items)
      if (std::none_of(base.items.begin(), base.items.end(),
                       [&](const Node& there) { return there.text == id.text; }))
        base.items.push_back(id);
  }

  void document(Node& base, const Node& own) {
    base.place = own.place;
    base.width = own.width;
    for (const auto& [key, value] : own.entries) {
      Node* under = find(base, key.text);
      if (under && key.text == "items")
        items(*under, value);
      else if (under && key.text == "areas")
        areas(*under, value);
      else if (under && key.text == "retired")
        retired(*under, value);
      else if (under && key.text == "laws" && under->is_map() && value.is_map())
        for (const auto& [code, law] : value.entries) set(*under, code, law);
      else
        set(base, key, value);
    }
  }

 private:
  static Node* find(Node& map, std::string_view key) {
    for (auto& [name, value] : map.entries)
      if (name.text == key) return &value;
    return nullptr;
  }

  // Neither in a base nor complete by itself: the id is probably mistyped.
  bool is_unknown(const Node& item, const std::vector<std::string>& ids) {
    const Node* id = item.find("id");
    if (!id || !id->is_scalar()) return false;
    const bool complete = item.find("title") && item.find("points");
    if (complete && !is_true(item.find("drop"))) return false;
    reader_.unknown(
        *id, "unknown-item",
        phrase(Text{"被扩展的检查表里没有 {0}；新的一项要有 title 和 points",
                    "the checklist it extends has no item {0}; a new one needs title and points"},
               id->text),
        ids);
    return true;
  }

  Reader& reader_;
};

void refuse_repeated_ids(Reader& reader, const Node& root, const char* list) {
  const Node* items = root.find(list);
  if (!items || !items->is_sequence()) return;
  std::unordered_map<std::string, int> seen;
  for (const Node& item : items->items) {
    const std::string id = id_of(item);
    if (id.empty()) continue;
    const auto [first, is_new] = seen.emplace(id, item.place.line);
    if (!is_new)
      reader.fault(*item.find("id"), "duplicate-id",
                   phrase(Text{"编号 {0} 重复；第 {1} 行已有",
                               "the id {0} is there twice; first in line {1}"},
                          id, first->second));
  }
}

std::string joined(const std::vector<std::string>& chain, const std::string& last) {
  std::string text;
  for (const std::string& id : chain) text += id + " → ";
  return text + last;
}

std::optional<Node> base_of(Reader& reader, const Node& at, const std::string& id,
                            const ChecklistSource& source, std::vector<std::string>& chain) {
  if (std::find(chain.begin(), chain.end(), id) != chain.end()) {
    reader.fault(at, "extends-cycle",
                 phrase(Text{"extends 绕成了圈：{0}", "extends goes round in a circle: {0}"},
                        joined(chain, id)));
    return std::nullopt;
  }
  if (chain.size() > most_depth) {
    reader.fault(
        at, "extends-too-deep",
        phrase(Text{"extends 超过 {0} 层：{1}", "extends goes more than {0} levels deep: {1}"},
               std::size_t{most_depth}, joined(chain, id)));
    return std::nullopt;
  }
  const Result<std::string> text = source(id);
  if (!text && text.error().faults.front().name != "unknown-checklist") {
    const Fault& why = text.error().faults.front();
    reader.fault(at, why.name, why.what, why.hint);
    return std::nullopt;
  }
  if (!text) {
    reader.fault(
        at, "unknown-checklist",
        phrase(Text{"没有检查表 {0}，无从扩展", "there is no checklist {0} to extend"}, id),
        phrase(Text{"检查 checklists/{0}.yaml", "look for checklists/{0}.yaml"}, id));
    return std::nullopt;
  }
  const Source base_source(without_bom(*text), "checklists/" + id + ".yaml");
  Reader base(base_source);
  auto root = base.document();
  if (root) {
    root = resolve_extends(base, std::move(*root), source, chain);
    if (root) read_checklist(base, *root);
  }
  if (base.clean()) return root;
  reader.add(base.take_faults());
  return std::nullopt;
}

}  // namespace

std::optional<Node> resolve_extends(Reader& reader, Node root, const ChecklistSource& source,
                                    std::vector<std::string>& chain) {
  refuse_repeated_ids(reader, root, "items");
  refuse_repeated_ids(reader, root, "areas");
  const Node* extends = root.find("extends");
  if (!extends) return root;
  const Node single{
      Node::Type::sequence, extends->place, extends->width, {}, false, {*extends}, {}};
  const Node& list = extends->is_scalar() ? single : *extends;
  const auto ids = reader.ids(list, "extends");
  if (!ids) return std::nullopt;
  if (list.items.empty())
    reader.fault(list, "empty-list",
                 phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "extends"));
  if (ids->size() != list.items.size() || ids->empty()) return std::nullopt;

  const Node* own = root.find("checklist");
  chain.push_back(own && own->is_scalar() ? own->text : std::string("?"));
  std::optional<Node> merged;
  bool usable = true;
  Extension overlay(reader);
  for (std::size_t i = 0; i < ids->size(); ++i) {
    auto base = base_of(reader, list.items[i], (*ids)[i], source, chain);
    usable = usable && base.has_value();
    if (!usable) continue;
    if (merged)
      overlay.document(*merged, *base);
    else
      merged = std::move(base);
  }
  chain.pop_back();
  if (!usable) return std::nullopt;
  overlay.document(*merged, root);
  return merged;
}

}  // namespace sihu
