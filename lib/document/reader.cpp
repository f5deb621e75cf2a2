#include "document/reader.hpp"

#include "gate/fullwidth.hpp"
#include "gate/yaml.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace sihu {
namespace {

// Keys that people write for another one which looks nothing like it.
struct OtherWord {
  std::string_view written;
  std::string_view meant;
};

constexpr std::array<OtherWord, 12> other_words{{{"to", "until"},
                                                 {"end", "until"},
                                                 {"expires", "until"},
                                                 {"start", "from"},
                                                 {"since", "from"},
                                                 {"until", "to"},
                                                 {"end", "to"},
                                                 {"from", "valid"},
                                                 {"until", "valid"},
                                                 {"to", "valid"},
                                                 {"answer", "key"},
                                                 {"options", "choices"}}};

std::optional<std::string> meant_key(std::string_view written,
                                     const std::vector<std::string>& known) {
  for (const OtherWord& word : other_words)
    if (word.written == written && std::ranges::find(known, word.meant) != known.end())
      return std::string(word.meant);
  return nearest(written, known);
}

// For whoever meant none of them by a slip of the hand. The columns of a table are too many.
Phrase all_of(const std::vector<std::string>& known) {
  constexpr std::size_t most_listed = 40;
  if (known.empty() || known.size() > most_listed) return {};
  std::string list;
  for (const std::string& key : known) list += (list.empty() ? "" : " ") + key;
  return sihu::phrase(Text{"可以写的有：{0}", "what may stand here: {0}"}, list);
}

Phrase found(const Node& node) {
  switch (node.type) {
    case Node::Type::null:
      return phrase(Text{"空值", "nothing"});
    case Node::Type::sequence:
      return phrase(Text{"列表", "a list"});
    case Node::Type::map:
      return phrase(Text{"映射（键: 值）", "a map (key: value)"});
    case Node::Type::scalar:
      break;
  }
  if (node.text.empty()) return phrase(Text{"空文字", "an empty text"});
  return phrase(Text{"“{0}”", "\"{0}\""}, in_brief(node.text));
}

}  // namespace

std::optional<Node> Reader::document() {
  auto root = read_yaml(source_, faults_);
  if (!root || !root->is_null() || !root->text.empty()) return root;
  fault(*root, "empty-file",
        sihu::phrase(Text{"文件里什么都没有", "there is nothing in this file"}));
  return std::nullopt;
}

void Reader::fault(const Node& at, std::string name, Phrase what, Phrase hint) {
  // An alias stands here; the gate said so, and nothing more can be said about it.
  if (at.is_scalar() && !at.quoted && at.text.starts_with('*')) return;
  faults_.push_back(
      source_.fault(at.place, at.width, std::move(name), std::move(what), std::move(hint)));
}

void Reader::warn(const Node& at, std::string name, Phrase what, Phrase hint) {
  warnings_.push_back(
      source_.fault(at.place, at.width, std::move(name), std::move(what), std::move(hint)));
  warnings_.back().warning = true;
}

void Reader::wrong_type(const Node& at, std::string_view key, const Phrase& expected, Phrase hint) {
  // `名称：张三` is one text to YAML; whoever wrote it meant a key and a value.
  const int column = at.place.file == source_.name() && at.is_scalar() && !at.quoted
                         ? find_fullwidth_colon(source_.line(at.place.line))
                         : 0;
  if (column > 0) {
    faults_.push_back(fullwidth_colon_fault(source_, {at.place.file, at.place.line, column}));
    return;
  }
  fault(at, "wrong-type",
        sihu::phrase(Text{"{0} 应为{1}，实际是{2}", "{0} should be {1}, found {2}"}, key, expected,
                     found(at)),
        std::move(hint));
}

void Reader::unknown(const Node& at, std::string name, Phrase what,
                     const std::vector<std::string>& known) {
  const bool is_key = name == "unknown-key";
  const auto meant = is_key ? meant_key(at.text, known) : nearest(at.text, known);
  Phrase hint;
  if (meant)
    hint = sihu::phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant);
  else if (is_key)
    hint = all_of(known);
  fault(at, std::move(name), std::move(what), std::move(hint));
}

const std::vector<Node>& Reader::list(const Node& node, std::string_view key) {
  static const std::vector<Node> none;
  if (node.is_sequence()) return node.items;
  wrong_type(node, key, sihu::phrase(Text{"列表", "a list"}),
             node.is_scalar() ? sihu::phrase(Text{"写成 [{0}]", "write [{0}]"}, in_brief(node.text))
                              : Phrase{});
  return none;
}

std::optional<std::vector<Phrase>> Reader::phrases(const Node& node, std::string_view key) {
  if (!node.is_sequence()) return list(node, key), std::nullopt;
  std::vector<Phrase> texts;
  for (const Node& item : node.items)
    if (auto text = phrase(item, key)) texts.push_back(std::move(*text));
  return texts;
}

std::optional<std::vector<std::string>> Reader::spelled_ids(const Node& node, std::string_view key,
                                                            bool upper) {
  if (!node.is_sequence()) return list(node, key), std::nullopt;
  std::vector<std::string> all;
  std::unordered_set<std::string> seen;
  for (const Node& item : node.items) {
    auto one = spelled(item, key, upper);
    if (!one) continue;
    if (!seen.insert(*one).second)
      fault(item, "duplicate-value",
            sihu::phrase(Text{"{0} 里 {1} 重复", "{1} is there twice in {0}"}, key, *one));
    else
      all.push_back(std::move(*one));
  }
  return all;
}

std::optional<std::vector<std::string>> Reader::ids(const Node& node, std::string_view key) {
  return spelled_ids(node, key, false);
}

std::optional<std::vector<std::string>> Reader::item_ids(const Node& node, std::string_view key) {
  return spelled_ids(node, key, true);
}

std::vector<Fault> Reader::take_faults() {
  std::stable_sort(faults_.begin(), faults_.end(), [this](const Fault& a, const Fault& b) {
    // This file first; the documents that it rests on behind it.
    const bool a_here = a.place.file == source_.name();
    const bool b_here = b.place.file == source_.name();
    if (a_here != b_here) return a_here;
    return a.place < b.place;
  });
  return capped(std::move(faults_));
}

void Reader::add(std::vector<Fault> faults) {
  faults_.insert(faults_.end(), faults.begin(), faults.end());
}

Keys::Keys(Reader& reader, const Node& node, std::string_view what, std::vector<std::string> known)
    : reader_(reader), node_(node), what_(what) {
  if (!node.is_map()) {
    reader.wrong_type(node, what, phrase(Text{"映射（键: 值）", "a map (key: value)"}));
    return;
  }
  for (const auto& [key, value] : node.entries)
    if (std::find(known.begin(), known.end(), key.text) == known.end())
      reader.unknown(
          key, "unknown-key",
          phrase(Text{"{0} 没有 {1} 这个键", "{0} has no key {1}"}, what, in_brief(key.text)),
          known);
}

const Node* Keys::require(std::string_view key) const {
  if (!node_.is_map()) return nullptr;
  const Node* node = node_.find(key);
  if (!node && !reader_.is_partial())
    reader_.fault(node_, "missing-key", phrase(Text{"{0} 缺少 {1}", "{0} needs {1}"}, what_, key));
  return node;
}

}  // namespace sihu
