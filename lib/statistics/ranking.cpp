#include "statistics/ranking.hpp"

#include <algorithm>

namespace sihu {
namespace {

struct Ordered {
  RankLine line;
  Rational published;
  const std::vector<Rational>* tie_breaks = nullptr;

  friend bool operator==(const Ordered& a, const Ordered& b) {
    return a.published == b.published && *a.tie_breaks == *b.tie_breaks;
  }
};

Unranked why_unranked(const Contender& contender, const RankRules& rules) {
  if (contender.vetoed) return Unranked::vetoed;
  if (!contender.score) return Unranked::no_score;
  return contender.coverage < rules.least_coverage ? Unranked::little_coverage : Unranked::no;
}

Ordered ordered(const Contender& contender, std::size_t number, const RankRules& rules) {
  Ordered one{
      {number, std::nullopt, why_unranked(contender, rules), {}}, {}, &contender.tie_breaks};
  if (!contender.score) return one;
  one.line.shown = contender.score->rounded(rules.places, rules.halves);
  one.published = contender.score->to_places(rules.places, rules.halves);
  return one;
}

bool goes_before(const Ordered& a, const Ordered& b) {
  if (a.line.why != b.line.why) return a.line.why < b.line.why;
  if (a.published != b.published) return b.published < a.published;
  return *b.tie_breaks < *a.tie_breaks;
}

int number_of(TieNumbers numbers, std::size_t first, std::size_t behind, int previous) {
  if (numbers == TieNumbers::dense) return previous + 1;
  return static_cast<int>(numbers == TieNumbers::last ? behind : first + 1);
}

}  // namespace

std::vector<RankLine> rank(const std::vector<Contender>& contenders, const RankRules& rules) {
  std::vector<Ordered> list;
  for (std::size_t i = 0; i < contenders.size(); ++i)
    list.push_back(ordered(contenders[i], i, rules));
  std::ranges::stable_sort(list, goes_before);
  const auto ranked = static_cast<std::size_t>(
      std::ranges::count_if(list, [](const Ordered& one) { return one.line.why == Unranked::no; }));
  int number = 0;
  for (std::size_t first = 0; first < ranked;) {
    std::size_t behind = first + 1;
    while (behind < ranked && list[behind] == list[first]) ++behind;
    number = number_of(rules.numbers, first, behind, number);
    for (; first < behind; ++first) list[first].line.rank = number;
  }
  std::vector<RankLine> lines;
  for (Ordered& one : list) lines.push_back(std::move(one.line));
  return lines;
}

}  // namespace sihu
