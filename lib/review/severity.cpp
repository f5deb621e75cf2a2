#include "review/severity.hpp"

#include "statistics/connectivity.hpp"
#include "statistics/robust.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace sihu {
namespace {

constexpr int decimals = 6;
constexpr std::size_t most_curbed_share = 5;  // one in so many may be curbed

struct Numbered {
  std::vector<std::string> branches;
  Ratings ratings;
};

std::size_t number_of(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::ranges::lower_bound(names, name) - names.begin());
}

// By name, and the sheets too, so that nothing depends on who came first.
Numbered numbered(std::vector<OpenedSheet> sheets) {
  std::ranges::sort(sheets, [](const OpenedSheet& a, const OpenedSheet& b) {
    return std::tie(a.branch, a.person) < std::tie(b.branch, b.person);
  });
  std::set<std::string> branches;
  std::set<std::string> people;
  for (const OpenedSheet& sheet : sheets) {
    branches.insert(sheet.branch);
    people.insert(sheet.person);
  }
  Numbered result;
  result.branches.assign(branches.begin(), branches.end());
  const std::vector<std::string> persons(people.begin(), people.end());
  result.ratings.branches = branches.size();
  result.ratings.inspectors = people.size();
  for (const OpenedSheet& sheet : sheets)
    result.ratings.all.push_back({number_of(persons, sheet.person),
                                  number_of(result.branches, sheet.branch),
                                  sheet.total.approximately(), 1, 0});
  return result;
}

}  // namespace

CorrectedReview correct_review(const std::vector<OpenedSheet>& sheets,
                               const std::function<bool()>& stop) {
  CorrectedReview corrected;
  const Numbered all = numbered(sheets);
  if (all.branches.empty()) return corrected;
  const auto robust = fit_robust(all.ratings, {}, stop);
  if (!robust) return corrected;
  corrected.uncurbed = most_curbed_share * robust->outlying().size() > all.ratings.all.size();
  const auto fit = corrected.uncurbed ? fit_mixed(all.ratings) : std::optional(robust->fit);
  if (!fit) return corrected;
  corrected.df = static_cast<double>(all.ratings.all.size() - all.branches.size());
  for (std::size_t b = 0; b < all.branches.size(); ++b) {
    const double level = std::clamp(fit->level[b], 0.0, 100.0);
    const auto value = Rational::parse(fmt::format("{:.6f}", level), decimals);
    if (value) corrected.branches[all.branches[b]] = {*value, fit->level_error(b)};
  }
  return corrected;
}

std::vector<std::vector<std::string>> compared_branches(const std::vector<OpenedSheet>& sheets) {
  const Numbered all = numbered(sheets);
  std::vector<std::vector<std::string>> groups;
  for (const RatingGroup& group : rating_groups(all.ratings)) {
    groups.emplace_back();
    for (const std::size_t branch : group.branches) groups.back().push_back(all.branches[branch]);
  }
  return groups;
}

std::vector<std::vector<std::string>> compared_branches(const ReviewState& state) {
  std::vector<OpenedSheet> sheets;
  for (const auto& [key, handed] : state.sheets)
    sheets.push_back({key.person, key.branch, {}, {}, {}});
  return compared_branches(sheets);
}

}  // namespace sihu
