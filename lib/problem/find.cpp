#include "problem/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t most_candidates = 8;

// `17` or `k7m2qx-17` at the end of `id`, but not the `17` of `-117`.
bool ends_with_parts(std::string_view id, std::string_view part) {
  return id.ends_with(part) && (id.size() == part.size() || id[id.size() - part.size() - 1] == '-');
}

using Fits = bool (*)(const Problem&, std::string_view);

// From the strictest reading to the loosest; the first that fits anything decides.
constexpr Fits readings[] = {
    [](const Problem& problem, std::string_view part) { return problem.id == part; },
    [](const Problem& problem, std::string_view part) {
      return ends_with_parts(problem.id, part) || ends_with_parts(problem.subject(), part);
    },
    [](const Problem& problem, std::string_view part) {
      return problem.id.find(part) != std::string::npos;
    },
};

// A problem has the names of all its findings.
bool fits_any(Fits fits, const Problem& problem, std::string_view part) {
  return fits(problem, part) || std::ranges::any_of(problem.findings, [&](const Problem& finding) {
           return fits(finding, part);
         });
}

std::vector<const Problem*> all_that_fit(const std::vector<Problem>& problems,
                                         std::string_view part) {
  std::vector<const Problem*> found;
  for (const Fits fits : readings) {
    for (const Problem& problem : problems)
      if (fits_any(fits, problem, part)) found.push_back(&problem);
    if (!found.empty()) break;
  }
  return found;
}

std::string name_candidates(const std::vector<const Problem*>& found) {
  std::string names;
  for (std::size_t i = 0; i < found.size() && i < most_candidates; ++i)
    names += (i > 0 ? ", " : "") + found[i]->id;
  return found.size() > most_candidates ? names + ", …" : names;
}

}  // namespace

std::string_view Problem::subject() const {
  return std::string_view(id).substr(0, id.size() - suffix_bytes);
}

std::vector<std::string> Problem::also() const {
  std::vector<std::string> ids;
  for (const Problem& finding : findings)
    if (finding.id != id) ids.push_back(finding.id);
  return ids;
}

std::vector<const Problem*> findings_named(const Problem& problem, std::string_view part) {
  if (problem.findings.empty()) return {&problem};
  return all_that_fit(problem.findings, part);
}

Result<const Problem*> ProblemList::find(std::string_view part) const {
  const auto found = part.empty() ? std::vector<const Problem*>{} : all_that_fit(problems, part);
  if (found.size() == 1) return found.front();
  if (found.empty())
    return fail(
        Kind::input, "unknown-problem",
        phrase(Text{"没有编号为 {0} 的问题", "no problem has the id {0}"}, std::string(part)),
        phrase(Text{"`sihu problems` 列出全部问题", "`sihu problems` lists them all"}));
  return fail(Kind::input, "ambiguous-problem",
              phrase(Text{"“{0}”对应 {1} 个问题：{2}", "{0} fits {1} problems: {2}"},
                     std::string(part), found.size(), name_candidates(found)),
              phrase(Text{"请写出编号中更长的一段", "give a longer part of the id"}));
}

}  // namespace sihu
