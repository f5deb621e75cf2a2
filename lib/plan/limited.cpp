#include "plan/limited.hpp"

#include "plan/words.hpp"

#include <algorithm>

namespace sihu {

std::vector<LimitedBranch> limited_branches(const PlanConstraints& constraints,
                                            const std::vector<int>& made) {
  std::vector<LimitedBranch> limited;
  if (made.empty()) return limited;
  const int most = std::ranges::max(made);
  for (std::size_t i = 0; i < made.size() && i < constraints.capacity.size(); ++i) {
    const int capacity = constraints.capacity[i];
    if (capacity >= 0 && made[i] >= capacity && made[i] + 1 < most)
      limited.push_back({static_cast<int>(i), capacity});
  }
  return limited;
}

Phrase uneven_loads(const PlanConstraints& constraints, const std::vector<int>& made,
                    const std::vector<std::string>& ids) {
  PlanConflict limits;
  limits.capacities = limited_branches(constraints, made);
  if (limits.capacities.empty()) return {};
  return phrase(Text{"因 capacity 的限制，承担的检查相差不止 1 次：{0}，而最多的承担 {1} 次",
                     "by capacity loads differ by more than one (at most {0}, while others make "
                     "{1})"},
                capacities_in_words(limits, ids), std::ranges::max(made));
}

}  // namespace sihu
