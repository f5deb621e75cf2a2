#include "tally/learn_part.hpp"

#include "learn/hours.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

constexpr int months_of_quarter = 3;

using EntriesByBranch = std::map<std::string, std::set<std::size_t>>;

// The lines of sessions that people of each branch attended, from `first` to `last`.
EntriesByBranch entries_by_branch(const std::map<std::string_view, std::string_view>& branch_of,
                                  const LearnState& state, Date first, Date last) {
  EntriesByBranch entries;
  for (const auto& [key, session] : state.sessions) {
    if (key.on < first || last < key.on) continue;
    for (const auto& [person, hours] : session.attended)
      if (const auto found = branch_of.find(person); found != branch_of.end())
        entries[std::string(found->second)].insert(session.entry);
  }
  return entries;
}

}  // namespace

std::map<std::string, LearnPart> learn_parts(const Organisation& organisation,
                                             const LearnState& state, Quarter quarter) {
  const Date first(quarter.year, 1, 1);
  const Attendance attained = all_hours(state, first, quarter.last_day());
  if (attained.empty()) return {};
  std::map<std::string, LearnPart> parts;
  std::map<std::string_view, std::string_view> branch_of;
  for (const Person& person : organisation.people) {
    if (person.branch.empty()) continue;
    branch_of.emplace(person.id, person.branch);
    const Rational required = hours_required(organisation.learn, person, quarter.year,
                                             months_of_quarter * quarter.number);
    if (required.is_zero()) continue;
    LearnPart& part = parts[person.branch];
    ++part.people;
    part.required += required;
    if (const auto found = attained.find(person.id); found != attained.end())
      part.attained += std::min(found->second, required);
  }
  const auto entries = entries_by_branch(branch_of, state, first, quarter.last_day());
  for (auto& [branch, part] : parts) {
    part.score = Rational(100) * part.attained / part.required;
    if (const auto found = entries.find(branch); found != entries.end())
      part.entries.assign(found->second.begin(), found->second.end());
  }
  return parts;
}

}  // namespace sihu
