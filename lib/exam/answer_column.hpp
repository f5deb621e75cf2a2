#pragma once

#include "document/bank.hpp"
#include "exam/marking.hpp"
#include "statistics/test_answers.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sihu {

/// The letters that options of a question go by in answers: its choices', or `T` and `F`. None of a
/// blank or a short answer.
std::string option_letters(const BankQuestion& question);

/// Gathers what candidates answered to one question. The same words are read and marked once,
/// however many wrote them.
class AnswerColumn {
 public:
  /// Several right options are marked by `marking`, out of `full` points.
  AnswerColumn(BankQuestion question, const Marking& marking, const Rational& full);

  /// Adds a candidate's answer as it was written; false, and it is added as no answer, if it can be
  /// none.
  bool add(std::string_view written);

  /// Adds an answer that has been marked. Its response is one that `read_response` gave.
  void add(std::string_view response, const Rational& mark);

  /// Adds a candidate in whose paper the question is not.
  void skip() { item_.answers.push_back(not_asked); }

  std::size_t candidates() const { return item_.answers.size(); }
  const BankQuestion& question() const { return question_; }
  ItemAnswers take() { return std::move(item_); }

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::optional<std::uint16_t> read(std::string_view written);
  std::uint16_t kind_of(std::string_view response, const Rational& mark);

  BankQuestion question_;
  Marking marking_;
  Rational full_;
  std::string letters_;
  ItemAnswers item_;
  std::unordered_map<std::string, std::optional<std::uint16_t>, TextHash, std::equal_to<>> known_;
  std::array<std::int32_t, 128> known_letter_;  // the same for a single sign; below 0: not known
};

}  // namespace sihu
