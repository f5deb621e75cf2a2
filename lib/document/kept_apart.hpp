#pragma once

#include "calendar/period.hpp"
#include "document/organisation.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace sihu {

/// Whether the `recuse` of somebody counts in a quarter: who is inspector or secretary on a day of
/// it keeps the own branch and those apart.
bool recuses_in(const Person& person, Quarter quarter);

/// The branches of which sihu.yaml lets neither inspect the other in a quarter (回避): by its
/// `recuse`, by that of people, or because they are of one of the `teams` of `plan`. Made once, it
/// is quickly asked about many.
class KeptApart {
 public:
  KeptApart() = default;  ///< none
  KeptApart(const Organisation& organisation, Quarter quarter);

  /// Whether the two are kept apart, in either order; no branch is from itself.
  bool has(std::string_view a, std::string_view b) const;

 private:
  std::set<std::pair<std::string, std::string>> pairs_;  // the lesser id first
  std::map<std::string, std::size_t, std::less<>> team_;
};

}  // namespace sihu
