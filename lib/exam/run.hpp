#pragma once

#include "exam/sitting_notes.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What a line typed while sitting leads to.
struct SittingReply {
  enum class Kind {
    stay,     ///< a message; the same question again
    moved,    ///< another question is next
    keep,     ///< keep `step`, then call `kept`
    hand_in,  ///< hand in `responses`
    quit,     ///< leave; what is kept stays
  };

  Kind kind = Kind::stay;
  Phrase message = {};
  SittingStep step = {};
  bool wrong = false;  ///< `message` says why the line could not be taken
};

/// How a question of a paper stands, in the order in which it is shown.
struct QuestionMark {
  bool answered = false;
  bool flagged = false;
  friend bool operator==(const QuestionMark&, const QuestionMark&) = default;
};

/// A sitting as a conversation, one question a screen. A value that says what to ask and takes what
/// was typed; it knows no files, no clock and no terminal. Commands begin with `/`, as letters are
/// answers; an answer that begins so is typed with another `/` before it.
class SittingRun {
 public:
  SittingRun(const ExamForm& form, std::string_view person, SittingNotes notes);

  /// The question with its options, its answer so far, and the time left.
  Phrase card(int seconds_left) const;
  /// The same without the time.
  Phrase question() const;
  /// All questions, and which of them is on the screen.
  std::vector<QuestionMark> marks() const;
  std::size_t at() const { return at_; }
  /// Whether the question is answered in one's own words, not by letters: a fill-in or a short
  /// answer, which may begin with anything.
  bool takes_words() const;
  /// What stands before the cursor: `3/20> `.
  Phrase prompt() const;

  SittingReply answer(std::string_view line);
  /// When the time is up, with what is typed and not entered yet: `keep` where it answers a
  /// question that has no answer, which then counts; else `stay`. `message` says what became of it;
  /// empty where nothing was typed, or a command.
  SittingReply unfinished(std::string_view typed) const;
  /// The step is on disk.
  void kept(const SittingStep& step);

  const Responses& responses() const { return notes_.responses; }
  /// Numbers, on this candidate's paper, of questions without an answer.
  std::vector<std::size_t> unanswered() const;

 private:
  const ShownQuestion& shown() const { return shown_[at_]; }
  const FormQuestion& asked() const { return form_.questions[shown().index]; }
  SittingReply command(std::string_view word);
  SittingReply jump(std::string_view number);
  SittingReply find(std::string_view word);
  SittingReply undo();
  template <class Wanted>
  SittingReply next_where(Wanted wanted, Phrase none);
  SittingReply take_answer(std::string_view text);
  SittingReply ask_hand_in();
  SittingReply move_to(std::size_t place);
  Phrase overview() const;
  Phrase head() const;
  Phrase body() const;

  const ExamForm& form_;
  std::vector<ShownQuestion> shown_;
  SittingNotes notes_;
  std::size_t at_ = 0;
  bool asked_hand_in_ = false;  // `/h` was typed just before
  bool undoing_ = false;        // the step that is to be kept takes the last one back
  std::string sought_;          // by `/s`, in lower case
  struct Undo {
    std::size_t at = 0;  // the question on the screen
    SittingStep step;    // that brings back what was there
  };
  std::vector<Undo> undos_;  // of this conversation
};

/// `41:07`, hours too where there are any; `0:00` when it is over.
std::string time_words(int seconds);

}  // namespace sihu
