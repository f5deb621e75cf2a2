#include "document/kept_apart.hpp"

#include <algorithm>

namespace sihu {
namespace {

bool holds_in(const Role& role, Quarter quarter) {
  return (role.name == RoleName::inspector || role.name == RoleName::secretary) &&
         (!role.from || *role.from <= quarter.last_day()) &&
         (!role.until || quarter.first_day() <= *role.until);
}

}  // namespace

bool recuses_in(const Person& person, Quarter quarter) {
  return !person.recuse.empty() && std::ranges::any_of(person.roles, [&](const Role& role) {
    return holds_in(role, quarter);
  });
}

KeptApart::KeptApart(const Organisation& organisation, Quarter quarter) {
  for (const RecusedPair& pair : organisation.recuse) pairs_.insert(std::minmax(pair.a, pair.b));
  for (const Person& person : organisation.people)
    if (recuses_in(person, quarter))
      for (const std::string& other : person.recuse)
        pairs_.insert(std::minmax(person.branch, other));
  const auto& teams = organisation.plan.teams;
  for (std::size_t team = 0; team < teams.size(); ++team)
    for (const std::string& id : teams[team]) team_.emplace(id, team);
}

bool KeptApart::has(std::string_view a, std::string_view b) const {
  if (a == b) return false;
  const auto [low, high] = std::minmax(a, b);
  if (!pairs_.empty() && pairs_.contains({std::string(low), std::string(high)})) return true;
  const auto one = team_.find(a);
  const auto other = team_.find(b);
  return one != team_.end() && other != team_.end() && one->second == other->second;
}

}  // namespace sihu
