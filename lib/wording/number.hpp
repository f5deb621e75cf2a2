#pragma once

#include "wording/text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sihu {

/// A number of things, in place of a number: `3` in Chinese, which has its measure words in the
/// sentence, `1 day`, `3 days` in English. For nouns that take an -s.
Phrase counted(std::ptrdiff_t number, const char* noun);

/// Several names in a sentence: `甲、乙、丙`, `A, B and C`.
Phrase enumerated(const std::vector<Phrase>& names);

/// The first five of them, and how many more there are.
Phrase listed_briefly(const std::vector<std::string>& names);

}  // namespace sihu
