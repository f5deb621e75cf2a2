#pragma once

#include "exam/answer_file.hpp"
#include "support/papers.hpp"
#include "support/sat_tests.hpp"

#include <string>

namespace sihu::test {

/// Questions `Q1` to `Q20` with the keys of the reference test, the first half about fire, the rest
/// about records.
inline Bank reference_bank() {
  Bank bank;
  bank.id = "reference";
  const std::string key = reference_letters()[0];
  for (std::size_t i = 0; i < key.size(); ++i) {
    bank.questions.push_back(
        choice_question("Q" + std::to_string(i + 1), QuestionKind::single, std::string(1, key[i])));
    if (i >= key.size() / 2) bank.questions.back().topic = "records";
  }
  return bank;
}

/// The first so many answers of the reference test as a table, candidates of three branches in
/// turn.
inline std::string reference_table(std::size_t candidates = 60) {
  const auto letters = reference_letters();
  std::string text = "candidate,branch";
  for (std::size_t i = 0; i < letters[0].size(); ++i) text += ",Q" + std::to_string(i + 1);
  for (std::size_t row = 1; row <= candidates; ++row) {
    text += "\nC" + std::to_string(row) + ",zb0" + std::to_string(1 + row % 3);
    for (const char letter : letters[row])
      text += letter == '-' ? std::string(",") : std::string(",") + letter;
  }
  return text + "\n";
}

}  // namespace sihu::test
