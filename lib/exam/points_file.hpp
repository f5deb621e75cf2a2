#pragma once

#include "exam/mark_answers.hpp"

#include <string_view>
#include <vector>

namespace sihu {

/// Reads the marks of short answers, one a row. CSV with a heading: `code`, of the candidate;
/// `question`, `bank/id`; `points`. `full stem model response` are for the reader; rows without
/// points are left for later. `text` is UTF-8.
///
/// All faults at once, `Kind::input`, whatever their number: unknown columns and missing ones,
/// answers that nobody gave, what are no points, an answer twice, no points at all.
Result<std::vector<NewPoints>> load_points(std::string_view text, std::string_view name,
                                           const std::vector<ShortAnswer>& answers);

}  // namespace sihu
