#pragma once

#include "exam/drill.hpp"
#include "wording/text.hpp"

#include <string_view>
#include <vector>

namespace sihu {

/// What a line typed while drilling leads to.
struct DrillReply {
  enum class Kind {
    stay,      ///< a message; the same question again
    answered,  ///< keep it, then show `message` and go on with `next`
    quit,      ///< leave
  };

  Kind kind = Kind::stay;
  Phrase message = {};
  bool right = false;
  bool wrong_line = false;  ///< `message` says why the line could not be taken
};

/// A drill as a conversation, one question a screen; after each answer what is right and why. A
/// value: it knows no files, no clock and no terminal. Commands begin with `/`, as letters are
/// answers.
class DrillRun {
 public:
  explicit DrillRun(std::vector<DrillQuestion> questions) : questions_(std::move(questions)) {}

  bool is_over() const { return at_ == questions_.size(); }
  const DrillQuestion& asked() const { return questions_[at_]; }

  /// The question, and how much time is left.
  Phrase card(int seconds_left) const;
  /// What stands before the cursor: `3/20> `.
  Phrase prompt() const;

  DrillReply answer(std::string_view line) const;
  /// The answer is on disk; `is_over` may hold now.
  void next() { ++at_; }

 private:
  std::vector<DrillQuestion> questions_;
  std::size_t at_ = 0;
};

/// What is right, the explanation, and the basis with how far it was checked; lines with LF.
Phrase right_answer_card(const DrillQuestion& asked);

}  // namespace sihu
