#include "tally/review_part.hpp"

#include "review/severity.hpp"
#include "review/spread.hpp"

#include <utility>

namespace sihu {

ReviewPart review_part(const ReviewState& reviews) {
  ReviewPart part;
  if (reviews.results.empty()) part.waiting = reviews.sheets.size();
  for (auto& group : compared_branches(reviews)) {
    std::erase_if(group, [&](const std::string& branch) {
      const auto found = reviews.results.find(branch);
      return found == reviews.results.end() || found->second.method != ReviewMethod::severity;
    });
    if (!group.empty()) part.groups.push_back(std::move(group));
  }
  part.spread = spread_of(reviews.results);
  if (part.groups.size() < 2) part.groups.clear();
  return part;
}

}  // namespace sihu
