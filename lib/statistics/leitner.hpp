#pragma once

#include <array>

namespace sihu {

/// Days until a question is asked again, per box (Leitner 1972).
inline constexpr std::array<int, 5> leitner_days{1, 3, 7, 14, 30};

/// Where a question goes that was answered wrong.
enum class LeitnerMiss {
  to_first,  ///< to box 1, which is what sihu does
  one_back,  ///< to the box before, the milder rule
};

/// The box, 1 to 5, of a question from `box` after an answer: right moves it up to at most the
/// last. It is asked again `days_in_box` of the new box after the day of the answer. A question
/// never asked yet is in box 1, and due.
int next_box(int box, bool right, LeitnerMiss miss = LeitnerMiss::to_first);

/// Days; `box` is 1 to 5.
int days_in_box(int box);

}  // namespace sihu
