#include "report/version_list.hpp"

#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

// Where a column of `from` stands in `into`; it is added where it is not there.
std::size_t place_of(const Column& column, std::vector<Column>& into) {
  const auto found = std::ranges::find(into, column.key, &Column::key);
  const auto place = static_cast<std::size_t>(found - into.begin());
  if (found == into.end()) into.push_back(column);
  return place;
}

Phrase branches_of(const ItemReport& report) {
  constexpr std::size_t most = 8;
  const auto& branches = report.groups.branches;
  if (branches.size() > most) return phrase(Text{"{0} 个支部", "{0} branches"}, branches.size());
  std::vector<Phrase> names;
  for (const BranchFigures& branch : branches) names.push_back(same(branch.branch));
  return enumerated(names);
}

}  // namespace

Table tables_by_version(const std::vector<Table>& tables) {
  Table all{tables.empty() ? Phrase{} : tables.front().title,
            {{"version", {"卷", "version"}, Column::Align::right, tables.size() > 1}},
            {}};
  std::vector<std::vector<std::size_t>> places;
  for (const Table& table : tables) {
    auto& own = places.emplace_back();
    for (const Column& column : table.columns) own.push_back(place_of(column, all.columns));
  }
  for (std::size_t number = 0; number < tables.size(); ++number)
    for (const auto& row : tables[number].rows) {
      auto& into = all.rows.emplace_back(all.columns.size());
      into[0] = static_cast<std::int64_t>(number + 1);
      for (std::size_t i = 0; i < row.size(); ++i) into[places[number][i]] = row[i];
    }
  return all;
}

Phrase version_title(std::size_t number, const ItemReport& report) {
  return phrase(Text{"第 {0} 种卷：{1}，{2} 人", "version {0}: {1}, {2}"}, number,
                branches_of(report),
                counted(std::ptrdiff_t(report.statistics.candidates), "candidate"));
}

std::vector<Phrase> versions_words(const std::vector<PaperVersion>& versions,
                                   const MarkedPapers& marked) {
  std::vector<Phrase> words;
  if (versions.size() > 1)
    words.push_back(phrase(Text{"考的题不同，共 {0} 种卷，分开算：不同的卷之间分数不能相比",
                                "{0} versions with different questions, each by itself: marks of "
                                "different versions can't be compared"},
                           versions.size()));
  if (!marked.locked.empty())
    words.push_back(phrase(Text{"{0} 份卷子是密封的，这里没有委员会的密钥，没有算进去",
                                "{0} sealed to a key that is not here: left out"},
                           counted(std::ptrdiff_t(marked.locked.size()), "paper")));
  if (!marked.waiting.empty())
    words.push_back(phrase(Text{"{0} 份卷子的简答题还没有评完，没有算进去",
                                "{0} with short answers not marked yet: left out"},
                           counted(std::ptrdiff_t(marked.waiting.size()), "paper")));
  return words;
}

}  // namespace sihu
