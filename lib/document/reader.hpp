#pragma once

#include "base/rational.hpp"
#include "calendar/date.hpp"
#include "calendar/limit.hpp"
#include "gate/node.hpp"
#include "gate/source.hpp"
#include "wording/result.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Turns the nodes of one document into values and collects what is wrong with them.
///
/// Every reading function gives nothing, and adds a fault, when the node is something else; `key`
/// is what messages call it. So a loader reads on after a mistake and all mistakes come out in one
/// run.
class Reader {
 public:
  explicit Reader(const Source& source) : source_(source) {}

  /// The document, as far as it can be followed; nothing when there is nothing in the file.
  std::optional<Node> document();

  void fault(const Node& at, std::string name, Phrase what, Phrase hint = {});
  void warn(const Node& at, std::string name, Phrase what, Phrase hint = {});
  void wrong_type(const Node& at, std::string_view key, const Phrase& expected, Phrase hint = {});
  /// `name` is none of `known`; the nearest of them is the hint.
  void unknown(const Node& at, std::string name, Phrase what,
               const std::vector<std::string>& known);

  /// A text that a program compares: never one that YAML reads as a number, a boolean or a date.
  std::optional<std::string> word(const Node& node, std::string_view key);
  std::optional<std::string> id(const Node& node, std::string_view key);  ///< `[a-z0-9][a-z0-9-]*`
  std::optional<std::string> item_id(const Node& node, std::string_view key);  ///< upper case too
  std::optional<std::string> choice(const Node& node, std::string_view key,
                                    const std::vector<std::string>& known);
  /// A text for people, or `{zh: …, en: …}`; one language given stands for both.
  std::optional<Phrase> phrase(const Node& node, std::string_view key);
  std::optional<bool> boolean(const Node& node, std::string_view key);
  /// At most two decimals, unquoted.
  std::optional<Rational> number(const Node& node, std::string_view key);
  std::optional<Rational> not_negative(const Node& node, std::string_view key);
  std::optional<Rational> positive(const Node& node, std::string_view key);
  std::optional<int> integer(const Node& node, std::string_view key, int least, int most);
  std::optional<Date> date(const Node& node, std::string_view key);
  std::optional<Limit> limit(const Node& node, std::string_view key);
  std::optional<std::vector<Phrase>> phrases(const Node& node, std::string_view key);
  /// Ids, none twice.
  std::optional<std::vector<std::string>> ids(const Node& node, std::string_view key);
  std::optional<std::vector<std::string>> item_ids(const Node& node, std::string_view key);

  /// The items of a list; empty, with a fault, when it is none.
  const std::vector<Node>& list(const Node& node, std::string_view key);

  /// From here on nothing is complained about for not being there: the rest would have come from a
  /// document that cannot be read.
  void read_partially() { partial_ = true; }
  bool is_partial() const { return partial_; }

  bool clean() const { return faults_.empty(); }
  const Source& source() const { return source_; }
  /// Ends the reading: faults in the order of the text, at most 200 and how many more.
  std::vector<Fault> take_faults();
  std::vector<Fault> take_warnings() { return std::move(warnings_); }
  void add(std::vector<Fault> faults);

 private:
  std::optional<std::string> plain_text(const Node& node, std::string_view key);
  std::optional<std::string> spelled(const Node& node, std::string_view key, bool upper);
  std::optional<std::vector<std::string>> spelled_ids(const Node& node, std::string_view key,
                                                      bool upper);

  const Source& source_;
  std::vector<Fault> faults_;
  std::vector<Fault> warnings_;
  bool partial_ = false;
};

/// A map of a document with the keys it may have.
class Keys {
 public:
  /// Complains when `node` is no map, and about every key that is none of `known`.
  Keys(Reader& reader, const Node& node, std::string_view what, std::vector<std::string> known);

  explicit operator bool() const { return node_.is_map(); }

  const Node* find(std::string_view key) const { return node_.find(key); }
  /// Complains when it is missing.
  const Node* require(std::string_view key) const;

  /// Reads what is under `key`, if anything, with a member of `Reader` or a function of a node and
  /// a key. False when it is there and wrong.
  template <class Into, class How>
  bool read(std::string_view key, Into& into, How how) const {
    const Node* node = find(key);
    return !node || read_node(*node, key, into, how);
  }

  /// The same for a key that must be there.
  template <class Into, class How>
  bool require(std::string_view key, Into& into, How how) const {
    const Node* node = require(key);
    return node && read_node(*node, key, into, how);
  }

 private:
  template <class Into, class How>
  bool read_node(const Node& node, std::string_view key, Into& into, How how) const {
    if constexpr (std::is_member_function_pointer_v<How>) {
      auto value = std::invoke(how, reader_, node, key);
      if (!value) return false;
      into = std::move(*value);
    } else {
      auto value = how(node, key);
      if (!value) return false;
      into = std::move(*value);
    }
    return true;
  }

  Reader& reader_;
  const Node& node_;
  std::string what_;
};

}  // namespace sihu
