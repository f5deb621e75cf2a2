#pragma once

#include "exam/exchange.hpp"
#include "wording/result.hpp"

#include <string_view>

namespace sihu {

/// The questions of `bank` in Moodle's XML, in the words of `lang`: topics as categories, ids as
/// names and id numbers, explanations as general feedback, points as default grade, model answers
/// for graders, the rest as tags (see `tags_of`). Several right options share 100 percent, a wrong
/// one takes all of it away. Blanks with more than one gap are left out; what has no place is lost,
/// and both are said.
///
/// Format: docs.moodle.org, "Moodle XML format".
ExportedBank write_moodle_xml(const Bank& bank, Lang lang);

/// The questions of Moodle's XML: multichoice, truefalse, shortanswer and essay.
///
/// All faults at once, `Kind::input`: every other type (matching, numbers, calculated, cloze,
/// descriptions…), answers that are partly right, `*` for any text, what is no valid question.
/// Feedback to single answers, names, hints, foreign tags, formatting and pictures are dropped and
/// said; a question that had a picture, or is hidden, becomes a draft.
Result<ImportedBank> read_moodle_xml(std::string_view text, std::string_view name,
                                     QuestionIds& ids);

}  // namespace sihu
