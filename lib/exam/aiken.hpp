#pragma once

#include "exam/exchange.hpp"
#include "wording/result.hpp"

#include <string_view>

namespace sihu {

/// The single choices of `bank` in Aiken, in the words of `lang`: a line of question, a line for
/// each option, a line `ANSWER: B`. Whatever is no single choice is left out, and nothing but
/// question, options and key goes along; both are said.
///
/// Format: docs.moodle.org, "Aiken format".
ExportedBank write_aiken(const Bank& bank, Lang lang);

/// The questions of a text in Aiken. Lines before the first option are the question; ANSWER: ends
/// it, and empty lines mean nothing.
///
/// All faults at once, `Kind::input`: options out of order, fewer than two or more than eight,
/// answers that are missing, are none of the options, or are several; a question that begins right
/// below one without an answer (`no-blank-line`), where it begins.
Result<ImportedBank> read_aiken(std::string_view text, std::string_view name, QuestionIds& ids);

}  // namespace sihu
