#include "document/twin_questions.hpp"

#include "wording/letters.hpp"

#include <algorithm>

namespace sihu {

std::string stem_compared(const BankQuestion& question) {
  return letters_and_digits_of(question.stem.zh);
}

bool asks_the_same(const BankQuestion& one, const BankQuestion& other) {
  if (one.choices.empty() || other.choices.empty()) return one.kind == other.kind;
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
