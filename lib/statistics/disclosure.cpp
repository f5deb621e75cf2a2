#include "statistics/disclosure.hpp"

#include <optional>

namespace sihu {
namespace {

std::optional<std::size_t> smallest_shown(const std::vector<std::size_t>& raters,
                                          const std::vector<bool>& withheld) {
  std::optional<std::size_t> smallest;
  for (std::size_t group = 0; group < raters.size(); ++group)
    if (raters[group] > 0 && !withheld[group] && (!smallest || raters[group] < raters[*smallest]))
      smallest = group;
  return smallest;
}

}  // namespace

std::vector<bool> withheld_groups(const std::vector<std::size_t>& raters, std::size_t least) {
  std::vector<bool> withheld(raters.size());
  std::size_t hidden = 0;
  for (std::size_t group = 0; group < raters.size(); ++group) {
    withheld[group] = raters[group] > 0 && raters[group] < least;
    if (withheld[group]) hidden += raters[group];
  }
  if (hidden == 0 || hidden >= least) return withheld;
  if (const auto next = smallest_shown(raters, withheld)) withheld[*next] = true;
  return withheld;
}

}  // namespace sihu
