#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// How much two texts have in common of their pairs of neighbouring letters, 0 to 1 (Jaccard 1901),
/// after `letters_of` took away what a copyist changes. Nothing where a text has no letters. Texts
/// must be well-formed UTF-8.
std::optional<double> text_similarity(std::string_view first, std::string_view second);

/// A text that somebody wrote about a branch.
struct WrittenText {
  std::size_t branch = 0;
  std::string text;
};

/// Two texts about different branches that are nearly the same, by their numbers.
struct CopiedText {
  std::size_t first = 0;
  std::size_t second = 0;
  double similarity = 0;
  bool identical = false;  ///< but for what `letters_of` takes away
};

/// Identical ones always, others from a similarity of 0.8 and 8 letters each on; those most alike
/// first, then as given.
std::vector<CopiedText> find_copied(const std::vector<WrittenText>& texts);

}  // namespace sihu
