#pragma once

#include "exam/exchange.hpp"
#include "support/fault_names.hpp"

#include <string>
#include <vector>

namespace sihu::test {

/// A question with these words, `key` meant for its kind.
inline BankQuestion bank_question(const std::string& id, QuestionKind kind, const std::string& stem,
                                  const std::string& key = {}) {
  BankQuestion made;
  made.id = id;
  made.kind = kind;
  made.stem = same(stem);
  made.key = key;
  return made;
}

/// A choice of these options.
inline BankQuestion choice_question(const std::string& id, const std::string& stem,
                                    const std::vector<std::string>& options,
                                    const std::string& key) {
  BankQuestion made = bank_question(id, QuestionKind::single, stem, key);
  if (key.size() != 1) made.kind = QuestionKind::multiple;
  for (const std::string& option : options)
    made.choices.push_back(
        {std::string(1, static_cast<char>('A' + made.choices.size())), same(option), false});
  return made;
}

/// The questions alone, as a bank has them: two lists of them are equal if these texts are.
inline std::string questions_text(const std::vector<BankQuestion>& questions) {
  Bank bank;
  bank.questions = questions;
  return write_bank(bank);
}

/// What was said of each question: `Q1: difficulty, basis; Q2! no such question`.
inline std::string losses_text(const std::vector<ExchangeLoss>& losses) {
  std::string text;
  for (const ExchangeLoss& loss : losses)
    text +=
        (text.empty() ? "" : "; ") + loss.question + (loss.left_out ? "! " : ": ") + loss.what.en;
  return text;
}

}  // namespace sihu::test
