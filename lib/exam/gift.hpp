#pragma once

#include "exam/exchange.hpp"
#include "wording/result.hpp"

#include <string_view>

namespace sihu {

/// The questions of `bank` in GIFT, the text format of Moodle, in the words of `lang`: topics as
/// categories, ids as names, explanations as general feedback, and what else there is as
/// `[id:…]` and `[tag:…]` in a comment, which Moodle reads too (see `tags_of`). Blanks with more
/// than one gap are left out; what has no place is lost, and both are said.
///
/// Format: docs.moodle.org, "GIFT format".
ExportedBank write_gift(const Bank& bank, Lang lang);

/// The questions of a text in GIFT. The id is that of `[id:…]`, else the name.
///
/// All faults at once, `Kind::input`: matching, numbers with a tolerance, answers that are partly
/// right, descriptions, braces that do not close,
/// two questions without an empty line between them, what is no valid question. Feedback to single
/// answers, what each choice is worth (`add_lost_weights`), names, formatting and pictures are
/// dropped and said; a question that had a picture
/// becomes a draft.
Result<ImportedBank> read_gift(std::string_view text, std::string_view name, QuestionIds& ids);

}  // namespace sihu
