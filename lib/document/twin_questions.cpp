#include "document/twin_questions.hpp"

#include "wording/letters.hpp"

#include <algorithm>
#include <array>

namespace sihu {

std::string stem_compared(const BankQuestion& question) {
  return letters_and_digits_of(question.stem.zh);
}

namespace {

// What such a stem asks is told by its options: `下列正确的是`.
bool points_at_options(const BankQuestion& question) {
  const std::string stem = stem_compared(question);
  constexpr std::array<std::string_view, 8> words{"下列",      "以下",  "哪",      "正确",
                                                  "following", "which", "correct", "true"};
  return std::ranges::any_of(
      words, [&](std::string_view word) { return stem.find(word) != std::string::npos; });
}

}  // namespace

bool asks_the_same(const BankQuestion& one, const BankQuestion& other) {
  if (one.choices.empty() || other.choices.empty()) return one.kind == other.kind;
  if (!points_at_options(one)) return true;
  return std::ranges::any_of(one.choices, [&other](const Choice& choice) {
    return std::ranges::any_of(other.choices, [&choice](const Choice& its) {
      return letters_and_digits_of(its.text.zh) == letters_and_digits_of(choice.text.zh);
    });
  });
}

std::set<std::string> stems_compared(const Bank& bank) {
  std::set<std::string> stems;
  for (const BankQuestion& question : bank.questions) stems.insert(stem_compared(question));
  return stems;
}

}  // namespace sihu
