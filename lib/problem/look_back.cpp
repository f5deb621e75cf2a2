#include "problem/look_back.hpp"

#include "base/chance.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace sihu {
namespace {

// A problem with its number, which the id settles where two should be alike.
struct NumberedProblem {
  std::uint64_t number = 0;
  const Problem* problem = nullptr;

  bool operator<(const NumberedProblem& other) const {
    return std::pair(number, std::string_view(problem->id)) <
           std::pair(other.number, std::string_view(other.problem->id));
  }
};

std::size_t part_of(std::size_t count, int share) {
  constexpr std::size_t all = 100;
  return (count * static_cast<std::size_t>(share) + all - 1) / all;
}

}  // namespace

LookBackDraw draw_look_back(const std::vector<Problem>& problems, Quarter quarter, int share,
                            std::string_view seed) {
  LookBackDraw draw;
  std::map<std::string_view, std::vector<NumberedProblem>> by_branch;
  for (const Problem& problem : problems) {
    if (problem.quarter != quarter || problem.status != Status::closed) continue;
    ++draw.closed;
    if (problem.severity == Severity::critical)
      draw.drawn.push_back({&problem, true});
    else
      by_branch[problem.branch].push_back(
          {seed_of(std::string(seed) + '/' + problem.id), &problem});
  }
  for (auto& [branch, numbered] : by_branch) {
    std::ranges::sort(numbered, std::less<>());
    numbered.resize(part_of(numbered.size(), share));
    for (const NumberedProblem& one : numbered) draw.drawn.push_back({one.problem, false});
  }
  std::ranges::sort(draw.drawn, [](const LookedBack& a, const LookedBack& b) {
    return in_list_order(*a.problem, *b.problem);
  });
  return draw;
}

}  // namespace sihu
