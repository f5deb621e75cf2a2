#include "statistics/connectivity.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace sihu {
namespace {

// Branches first, then inspectors; each points towards the one that stands for its group.
class Joined {
 public:
  explicit Joined(std::size_t count) : towards_(count) {
    std::iota(towards_.begin(), towards_.end(), std::size_t{0});
  }
  std::size_t of(std::size_t one) {
    while (towards_[one] != one) one = towards_[one] = towards_[towards_[one]];
    return one;
  }
  // The smaller number stands for both, so that a group is known by its first branch.
  void join(std::size_t a, std::size_t b) {
    a = of(a);
    b = of(b);
    towards_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> towards_;
};

std::optional<Encounter> visit_between(const RatingGroup& inspecting, const RatingGroup& inspected,
                                       const HomeBranches& homes) {
  for (const std::size_t inspector : inspecting.inspectors)
    for (const std::size_t branch : inspected.branches)
      if (homes.empty() || homes[inspector] != branch) return Encounter{inspector, branch};
  return std::nullopt;
}

void add_group(RatingGroup& into, const RatingGroup& other) {
  into.branches.insert(into.branches.end(), other.branches.begin(), other.branches.end());
  into.inspectors.insert(into.inspectors.end(), other.inspectors.begin(), other.inspectors.end());
}

std::vector<std::size_t> new_numbers(const std::vector<std::size_t>& kept, std::size_t count) {
  std::vector<std::size_t> numbers(count, kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) numbers[kept[i]] = i;
  return numbers;
}

}  // namespace

std::vector<RatingGroup> rating_groups(const Ratings& ratings) {
  Joined joined(ratings.branches + ratings.inspectors);
  for (const Rating& rating : ratings.all)
    joined.join(rating.branch, ratings.branches + rating.inspector);
  std::map<std::size_t, RatingGroup> groups;
  for (std::size_t i = 0; i < ratings.branches; ++i) groups[joined.of(i)].branches.push_back(i);
  for (std::size_t j = 0; j < ratings.inspectors; ++j)
    groups[joined.of(ratings.branches + j)].inspectors.push_back(j);
  std::vector<RatingGroup> list;
  for (auto& [first, group] : groups) list.push_back(std::move(group));
  return list;
}

Ratings ratings_within(const Ratings& ratings, const RatingGroup& group) {
  const auto branches = new_numbers(group.branches, ratings.branches);
  const auto inspectors = new_numbers(group.inspectors, ratings.inspectors);
  Ratings within{group.branches.size(), group.inspectors.size(), {}};
  for (Rating rating : ratings.all) {
    rating.branch = branches[rating.branch];
    rating.inspector = inspectors[rating.inspector];
    if (rating.branch < within.branches && rating.inspector < within.inspectors)
      within.all.push_back(rating);
  }
  return within;
}

std::vector<Encounter> visits_that_join(std::vector<RatingGroup> groups,
                                        const HomeBranches& homes) {
  std::vector<Encounter> visits;
  const auto most = std::ranges::max_element(
      groups, {}, [](const RatingGroup& group) { return group.inspectors.size(); });
  if (most != groups.end()) std::iter_swap(groups.begin(), most);
  for (std::size_t other = 1; other < groups.size();) {
    auto visit = visit_between(groups[0], groups[other], homes);
    if (!visit) visit = visit_between(groups[other], groups[0], homes);
    if (!visit) {
      ++other;
      continue;
    }
    visits.push_back(*visit);
    add_group(groups[0], groups[other]);
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(other));
    other = 1;  // the larger group may reach one that it could not reach before
  }
  return visits;
}

}  // namespace sihu
