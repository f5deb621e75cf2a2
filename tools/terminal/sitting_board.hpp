#pragma once

#include "exam/run.hpp"
#include "tools/terminal/edit.hpp"
#include "tools/terminal/picture.hpp"

#include <string>
#include <string_view>

namespace sihu {

/// A paper on a full screen, one question at a time: what a key does, without any terminal. What is
/// typed goes to a `SittingRun`, so that the rules are those of the conversation.
class SittingBoard {
 public:
  /// What is to be done after a key.
  struct Effect {
    enum class Kind { none, keep, hand_in, leave, interrupt, suspend, redraw };
    Kind kind = Kind::none;
    SittingStep step = {};  ///< to keep; then the run and the board are told
  };

  /// The run outlives the board.
  SittingBoard(SittingRun& run, Lang lang, std::string title)
      : run_(run), lang_(lang), title_(std::move(title)) {}

  Effect press(const Key& key);
  /// Shows something below the question until the next answer.
  void tell(const Phrase& note) { message_ = note.in(lang_); }
  /// A step was kept, and the run told: perhaps another question is asked.
  void went_on() { scrolled_ = 0; }

  /// The board in a window of that size.
  Picture draw(WindowSize size, int seconds_left) const;

  const LineEdit& typed() const { return typed_; }
  const std::string& message() const { return message_; }

 private:
  Effect answer(std::string_view line);
  void move(std::string_view command);

  SittingRun& run_;
  Lang lang_;
  std::string title_;
  LineEdit typed_;
  std::string message_;
  int scrolled_ = 0;
};

}  // namespace sihu
