#pragma once

#include "exam/mark_answers.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace sihu {

/// Why points would not be taken, where they are written; nothing: they would.
using PointsRefusal = std::function<std::optional<Fault>(const NewPoints& points)>;

/// Reads the marks of short answers, one a row. CSV with a heading: `code`, of the candidate;
/// `question`, `bank/id`; `points`. `full stem model response` are for the reader; rows without
/// points are left for later. `text` is UTF-8.
///
/// All faults at once, `Kind::input`, whatever their number: unknown columns and missing ones,
/// answers that nobody gave, what are no points, an answer twice, no points at all; each cell that
/// is wrong, also several of one row. Where something is, `refusal` is asked of the other rows, so
/// that one round shows everything.
Result<std::vector<NewPoints>> load_points(std::string_view text, std::string_view name,
                                           const std::vector<ShortAnswer>& answers,
                                           const PointsRefusal& refusal = {});

}  // namespace sihu
