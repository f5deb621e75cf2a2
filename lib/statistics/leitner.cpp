#include "statistics/leitner.hpp"

#include <algorithm>
#include <cstddef>

namespace sihu {

int next_box(int box, bool right, LeitnerMiss miss) {
  if (right) return std::min(box + 1, static_cast<int>(leitner_days.size()));
  return miss == LeitnerMiss::to_first ? 1 : std::max(box - 1, 1);
}

int days_in_box(int box) {
  return leitner_days[static_cast<std::size_t>(box - 1)];
}

}  // namespace sihu
