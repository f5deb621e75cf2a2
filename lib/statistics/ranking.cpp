#include "statistics/ranking.hpp"

#include <algorithm>

namespace sihu {
namespace {

struct Ordered {
  RankLine line;
  Rational published;
  const std::vector<std::optional<Rational>>* tie_breaks = nullptr;
  std::size_t group = 0;  // those that nothing tells apart have the same
};

using OrderedSpan = std::vector<Ordered>::iterator;

Unranked why_unranked(const Contender& contender, const RankRules& rules) {
  if (contender.vetoed) return Unranked::vetoed;
  if (!contender.score) return Unranked::no_score;
  return contender.coverage < rules.least_coverage ? Unranked::little_coverage : Unranked::no;
}

Ordered ordered(const Contender& contender, std::size_t number, const RankRules& rules) {
  Ordered one{
      {number, std::nullopt, why_unranked(contender, rules), {}}, {}, &contender.tie_breaks, 0};
  if (!contender.score) return one;
  one.line.shown = contender.score->rounded(rules.places, rules.halves);
  one.published = contender.score->to_places(rules.places, rules.halves);
  return one;
}

bool goes_before(const Ordered& a, const Ordered& b) {
  if (a.line.why != b.line.why) return a.line.why < b.line.why;
  if (a.published != b.published) return b.published < a.published;
  return false;
}

// Where the run of those that are as good as `from` by `value` ends.
template <class Value>
OrderedSpan end_of_equals(OrderedSpan from, OrderedSpan to, Value value) {
  return std::find_if(from, to, [&](const Ordered& one) { return value(one) != value(*from); });
}

// Puts equals in order by the tie-breaks from `which` on; what is left equal is one group.
void break_ties(OrderedSpan from, OrderedSpan to, std::size_t which) {
  if (from == to) return;
  if (which == from->tie_breaks->size()) {
    const std::size_t group = from->line.contender;
    for (; from != to; ++from) from->group = group;
    return;
  }
  const auto value = [&](const Ordered& one) { return (*one.tie_breaks)[which]; };
  if (!std::all_of(from, to, [&](const Ordered& one) { return value(one).has_value(); }))
    return break_ties(from, to, which + 1);
  std::stable_sort(from, to,
                   [&](const Ordered& a, const Ordered& b) { return *value(b) < *value(a); });
  while (from != to) {
    const auto behind = end_of_equals(from, to, value);
    break_ties(from, behind, which + 1);
    from = behind;
  }
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
  const auto published = [](const Ordered& one) { return one.published; };
  const auto behind_ranked = list.begin() + static_cast<std::ptrdiff_t>(ranked);
  for (auto from = list.begin(); from != behind_ranked;) {
    const auto behind = end_of_equals(from, behind_ranked, published);
    break_ties(from, behind, 0);
    from = behind;
  }
  int number = 0;
  for (std::size_t first = 0; first < ranked;) {
    std::size_t behind = first + 1;
    while (behind < ranked && list[behind].group == list[first].group) ++behind;
    number = number_of(rules.numbers, first, behind, number);
    for (; first < behind; ++first) list[first].line.rank = number;
  }
  std::vector<RankLine> lines;
  for (Ordered& one : list) lines.push_back(std::move(one.line));
  return lines;
}

}  // namespace sihu
