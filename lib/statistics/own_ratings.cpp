#include "statistics/own_ratings.hpp"

#include "statistics/connectivity.hpp"
#include "statistics/mixed.hpp"
#include "statistics/rank_sets.hpp"

#include <algorithm>

namespace sihu {
namespace {

Ratings without_own(Ratings ratings, const HomeBranches& homes, std::size_t branch) {
  std::erase_if(ratings.all,
                [&](const Rating& rating) { return homes[rating.inspector] == branch; });
  return ratings;
}

OwnRatingsAudit audit_one(const Ratings& others, std::size_t branch, int rank) {
  auto groups = rating_groups(others);
  std::erase_if(groups, [](const RatingGroup& group) { return group.branches.empty(); });
  OwnRatingsAudit audit{groups.size(), rank, 0};
  if (groups.size() != 1) return audit;
  if (const auto fit = fit_mixed(ratings_within(others, groups.front())))
    audit.rank_without = ranks_of(fit->level)[branch];
  return audit;
}

}  // namespace

std::vector<OwnRatingsAudit> audit_own_ratings(const Ratings& ratings, const HomeBranches& homes) {
  const auto fit = fit_mixed(ratings);
  if (!fit) return {};
  const auto ranks = ranks_of(fit->level);
  std::vector<OwnRatingsAudit> audits;
  for (std::size_t branch = 0; branch < ratings.branches; ++branch)
    audits.push_back(audit_one(without_own(ratings, homes, branch), branch, ranks[branch]));
  return audits;
}

}  // namespace sihu
