#pragma once

#include "report/appraise_list.hpp"

#include <string_view>

namespace sihu {

/// Why somebody in the band of 优秀 is not excellent: `vetoed no-place undecided decided`.
std::string_view to_string(HeldBack held);
const Text& wording(HeldBack held);

/// What has to be said of one person: why there is no rank, what is missing, what holds back.
Phrase appraise_row_words(const AppraiseRow& row);

/// Why each scorer gave that, in the order of their lines, with what was given where it is asked for;
/// who it was is not said.
Phrase reasons_words(const std::vector<RecordedMarkOfItem>& given, bool with_points);

/// Whether results of the quarters fill an item's mark, or still say what was published.
bool is_still_filled(const AppraisedLine& line);

/// From which results such a mark comes.
Phrase filled_words(const AppraisedLine& line);

/// That what is printed is for reference and for people to decide on.
const Text& for_reference_words();

}  // namespace sihu
