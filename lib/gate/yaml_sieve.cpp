#include "gate/yaml_sieve.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t longest_row = 1000;  // bytes; a key of 1 024 characters is none any more
constexpr std::string_view punctuation = " -{}[],:'\"";

bool is_word_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  // Of Chinese characters (U+3000 to U+9FFF) the first byte, and of any the others.
  if (byte >= 0x80) return byte <= 0xbf || (byte >= 0xe3 && byte <= 0xe9);
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z') || byte == '_' || byte == '.' || byte == '/';
}

// The word that `rest` begins with, taken off it; empty: it begins with none.
std::string_view take_word(std::string_view& rest) {
  const auto end = std::ranges::find_if_not(rest, is_word_character);
  const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest.remove_prefix(word.size());
  return word;
}

bool is_null(std::string_view word) {
  return word == "null" || word == "Null" || word == "NULL";
}

// `- {…}`, with as many closing brackets and quotes as there are opening ones.
bool is_row(std::string_view line) {
  const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
  if (line.size() > longest_row || !line.substr(start).starts_with("- {") || !line.ends_with('}'))
    return false;
  const auto count = [&](char c) { return std::ranges::count(line, c); };
  return count('{') == count('}') && count('[') == count(']') && count('\'') % 2 == 0 &&
         count('"') % 2 == 0;
}

// Whether two lines differ in their words alone.
bool are_alike(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const std::string_view word = take_word(a);
    const std::string_view other = take_word(b);
    if (word.empty() != other.empty() || is_null(word) || is_null(other)) return false;
    if (!word.empty()) continue;
    if (a.front() != b.front() || punctuation.find(a.front()) == std::string_view::npos)
      return false;
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  return a.empty() && b.empty();
}

}  // namespace

YamlSieve::YamlSieve(std::string_view text) : is_out_(1) {
  text_.reserve(text.size());
  std::string_view before;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const std::string_view whole = rest.substr(0, end);
    const std::string_view line = whole.ends_with('\n') ? whole.substr(0, end - 1) : whole;
    rest.remove_prefix(end);
    const bool out = is_row(line) && are_alike(before, line);
    is_out_.push_back(out);
    left_out_ += out;
    if (!out) text_ += whole;
    before = line;
  }
}

YamlSieve YamlSieve::all_of(std::string_view text) {
  YamlSieve sieve;
  sieve.text_ = text;
  return sieve;
}

}  // namespace sihu
