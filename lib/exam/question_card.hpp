#pragma once

#include "document/bank.hpp"
#include "wording/text.hpp"

#include <string>
#include <string_view>

namespace sihu {

// A question and what is typed to it, as conversations have them.

/// How to answer several gaps: what is put between. Empty for every other question.
Phrase gaps_words(const BankQuestion& question);

/// The stem, a line for each option in the order of `letters` (as `ShownQuestion` has them), and
/// what a judgment is answered with; each line ends with LF. Line feeds and tabs are what they are,
/// other control characters are shown.
Phrase question_card(const BankQuestion& question, std::string_view letters);

/// The text of the option that is shown as `letter`, A to H; empty where there is none.
Phrase choice_text(const BankQuestion& question, std::string_view letters, char letter);

/// A line without blanks around it, whose first sign, where it begins a command, is the ASCII one:
/// `／h` and `、h` of a Chinese input method are `/h`, `？` is `?`.
std::string typed_line(std::string_view line);

/// What answers where a line begins with `//`, by which an answer begins with `/`: `/etc` of
/// `//etc`; every other line as it is. `typed` is by `typed_line`.
std::string_view answer_typed(std::string_view typed);

/// A text of a question as it is shown: by `visible_paragraphs`, in both languages.
Phrase shown_words(const Phrase& text);

/// One text after the other, in both languages.
Phrase one_after(const Phrase& first, const Phrase& second);

}  // namespace sihu
