#pragma once

#include "document/checklist.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// `text` in double quotes, as YAML and JSON read it.
std::string write_quoted(std::string_view text);

/// `text` in quotes, or `{zh: …, en: …}` where the languages differ.
std::string quoted_or_both(const Phrase& text);

/// `[…]` of texts or words, each in quotes.
std::string list_of(const std::vector<Phrase>& texts);
std::string list_of(const std::vector<std::string>& words);

/// The keys of one map, one key a line, at one depth; what is empty is left out.
class YamlLines {
 public:
  explicit YamlLines(std::string indent) : indent_(std::move(indent)) {}

  /// `value` as it is written behind the colon.
  void put(std::string_view key, const std::string& value);
  void text(std::string_view key, const Phrase& value);
  void word(std::string_view key, const std::string& value);
  void texts(std::string_view key, const std::vector<Phrase>& values);
  /// What stands before the first key instead of the indent: `  - `.
  void begin_with(std::string first) { first_ = std::move(first); }
  const std::string& str() const { return text_; }

 private:
  std::string indent_;
  std::string first_;
  std::string text_;
};

/// What `basis:`, `valid:` and `laws:` say (document/sources.hpp reads them); of `basis` and `laws`
/// the lines below the key.
std::string write_basis(const std::vector<Basis>& all);
std::string write_valid(const std::optional<Date>& from, const std::optional<Date>& until);
std::string write_laws(const std::vector<Law>& laws);

}  // namespace sihu
