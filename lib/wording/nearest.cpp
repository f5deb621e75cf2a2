#include "wording/nearest.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace sihu {
namespace {

// What lies further apart than this is never suggested, so longer words need no table.
constexpr std::size_t longest_word = 64;

std::u32string folded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    out += code >= U'A' && code <= U'Z' ? code + (U'a' - U'A') : code;
  }
  return out;
}

// Optimal string alignment distance: insertions, deletions, changes and exchanged neighbours.
std::size_t slips(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) table[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) table[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      table[i][j] =
          std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  const std::u32string wanted = folded(word);
  if (wanted.empty() || wanted.size() > longest_word) return std::nullopt;
  std::size_t best = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  std::optional<std::string> found;
  for (const std::string& candidate : known) {
    const std::u32string other = folded(candidate);
    // A word of one or two characters is one slip from half of all others.
    if (other.size() > longest_word || (wanted.size() < 3 && other != wanted)) continue;
    const std::size_t distance = slips(wanted, other);
    if (distance >= best) continue;
    best = distance;
    found = candidate;
  }
  return found;
}

}  // namespace sihu
