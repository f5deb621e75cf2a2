#pragma once

#include "document/bank.hpp"
#include "wording/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What of one question does not go into a file of another program.
struct ExchangeLoss {
  std::string question;   ///< id
  bool left_out = false;  ///< all of it: the file has no such question
  Phrase what;            ///< what is missing there, or why it is left out
};

/// A bank as a text of another program.
struct ExportedBank {
  std::string text;
  std::vector<ExchangeLoss> losses;  ///< in the order of the questions
};

/// The questions of `bank` in GIFT, the text format of Moodle, in the words of `lang`: topics as
/// categories, ids as names, explanations as general feedback. Drafts, and blanks with more than
/// one gap, are left out; difficulty, points, basis and the like are lost, and said to be.
///
/// Format: docs.moodle.org, "GIFT format".
ExportedBank write_gift(const Bank& bank, Lang lang);

/// The questions of a text in GIFT. A name that can be an id, and was not there before, is kept;
/// else a question is called `<prefix>-<number>`.
///
/// All faults at once, `Kind::input`: matching, numbers with a tolerance, answers that are partly
/// right, descriptions, braces that do not close, what is no valid question.
Result<std::vector<BankQuestion>> read_gift(std::string_view text, std::string_view name,
                                            std::string_view prefix);

}  // namespace sihu
