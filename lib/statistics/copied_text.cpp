#include "statistics/copied_text.hpp"

#include "base/utf8.hpp"
#include "wording/letters.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace sihu {
namespace {

constexpr double much_alike = 0.8;
constexpr std::size_t long_enough = 8;  // letters

struct Gist {
  std::string letters;
  std::size_t count = 0;               // of letters
  std::vector<std::uint64_t> bigrams;  // sorted, each once; the letter itself if there is but one
};

Gist gist_of(std::string_view text) {
  Gist gist{letters_of(text), 0, {}};
  char32_t before = 0;
  for (std::size_t at = 0; at < gist.letters.size(); ++gist.count) {
    const char32_t code = next_code_point(gist.letters, at);
    if (gist.count > 0) gist.bigrams.push_back(std::uint64_t{before} << 32 | code);
    before = code;
  }
  if (gist.count == 1) gist.bigrams.push_back(before);
  std::ranges::sort(gist.bigrams);
  const auto repeated = std::unique(gist.bigrams.begin(), gist.bigrams.end());
  gist.bigrams.erase(repeated, gist.bigrams.end());
  return gist;
}

double similarity_of(const Gist& first, const Gist& second) {
  std::size_t common = 0;
  for (auto a = first.bigrams.begin(), b = second.bigrams.begin();
       a != first.bigrams.end() && b != second.bigrams.end();) {
    if (*a == *b) {
      ++common, ++a, ++b;
    } else {
      ++(*a < *b ? a : b);
    }
  }
  const std::size_t all = first.bigrams.size() + second.bigrams.size() - common;
  return static_cast<double>(common) / static_cast<double>(all);
}

bool is_copied(const CopiedText& pair, const Gist& first, const Gist& second) {
  return pair.identical ||
         (pair.similarity >= much_alike && std::min(first.count, second.count) >= long_enough);
}

}  // namespace

std::optional<double> text_similarity(std::string_view first, std::string_view second) {
  const Gist a = gist_of(first);
  const Gist b = gist_of(second);
  if (a.count == 0 || b.count == 0) return std::nullopt;
  return similarity_of(a, b);
}

std::vector<CopiedText> find_copied(const std::vector<WrittenText>& texts) {
  std::vector<Gist> gists;
  for (const WrittenText& text : texts) gists.push_back(gist_of(text.text));
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return gists[i].bigrams.size(); });
  std::vector<CopiedText> copied;
  for (std::size_t a = 0; a < order.size(); ++a)
    for (std::size_t b = a + 1; b < order.size(); ++b) {
      const Gist& shorter = gists[order[a]];
      const Gist& longer = gists[order[b]];
      // From here on all are too long to have enough in common.
      if (static_cast<double>(shorter.bigrams.size()) <
          much_alike * static_cast<double>(longer.bigrams.size()))
        break;
      if (shorter.count == 0 || texts[order[a]].branch == texts[order[b]].branch) continue;
      const auto [first, second] = std::minmax(order[a], order[b]);
      const CopiedText pair{first, second, similarity_of(shorter, longer),
                            shorter.letters == longer.letters};
      if (is_copied(pair, shorter, longer)) copied.push_back(pair);
    }
  std::ranges::sort(copied, [](const CopiedText& a, const CopiedText& b) {
    if (a.similarity != b.similarity) return a.similarity > b.similarity;
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  });
  return copied;
}

}  // namespace sihu
