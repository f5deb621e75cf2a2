#include "report/tally_errors.hpp"

#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t most_named = 5;

bool is_reviewed(const TallyRow& row) {
  return row.entry.scores[Component::review].has_value();
}

std::vector<const TallyRow*> with_errors_from(const Tally& tally, ReviewErrorFrom from) {
  std::vector<const TallyRow*> rows;
  for (const TallyRow& row : tally.rows)
    if (is_reviewed(row) && row.entry.review_error_from == from) rows.push_back(&row);
  return rows;
}

}  // namespace

Phrase name_in(const Tally& tally, const TallyRow& row) {
  const auto alike = std::ranges::count_if(
      tally.rows, [&](const TallyRow& other) { return other.entry.name == row.entry.name; });
  if (alike < 2) return row.entry.name;
  return phrase(Text{"{0}（{1}）", "{0} ({1})"}, row.entry.name, row.entry.branch);
}

Phrase reviewed_names(const Tally& tally, const std::vector<const TallyRow*>& rows) {
  if (std::ranges::count_if(tally.rows, is_reviewed) == std::ssize(rows) && rows.size() > 1)
    return phrase(Text{"全部支部", "all branches"});
  return listed_rows(tally, rows);
}

Phrase listed_rows(const Tally& tally, const std::vector<const TallyRow*>& rows) {
  std::vector<Phrase> names;
  for (const TallyRow* row : rows) names.push_back(name_in(tally, *row));
  if (names.size() <= most_named) return enumerated(names);
  names.resize(most_named);
  return phrase(Text{"{0}等 {1} 个支部", "{0} and others, {1} branches in all,"}, enumerated(names),
                rows.size());
}

std::vector<Phrase> review_error_words(const Tally& tally) {
  if (tally.rules.weights[Component::review].is_zero()) return {};
  std::vector<Phrase> words;
  if (const auto pooled = with_errors_from(tally, ReviewErrorFrom::pooled); !pooled.empty())
    words.push_back(
        phrase(Text{"互评：{0}的标准误不是自己的，是由各支部的评分表合并估计的："
                    "份数太少，自己的不能给出，或碰巧太小",
                    "review: the standard errors of {0} are not their own but pooled over the "
                    "sheets of all: of few sheets their own can't be told, or are small by chance"},
               reviewed_names(tally, pooled)));
  if (const auto assumed = with_errors_from(tally, ReviewErrorFrom::assumed); !assumed.empty())
    words.push_back(
        phrase(Text{"互评：{0}的标准误是假定的：评分表和支部太少，给出来就说得出谁打了几分，"
                    "所以当作单份评分相差 {1} 分（标准差）",
                    "review: the standard errors of {0} are assumed: with so few sheets and "
                    "branches they would show who gave what, so single sheets are taken to differ "
                    "by {1} points (standard deviation)"},
               reviewed_names(tally, assumed), assumed_spread));
  return words;
}

}  // namespace sihu
