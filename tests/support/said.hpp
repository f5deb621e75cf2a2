#pragma once

#include "wording/text.hpp"

#include <string>
#include <vector>

namespace sihu::test {

/// Sentences in English, a line each.
inline std::string said(const std::vector<Phrase>& words) {
  std::string text;
  for (const Phrase& one : words) text += one.en + "\n";
  return text;
}

}  // namespace sihu::test
