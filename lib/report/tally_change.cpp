#include "report/tally_change.hpp"

#include "report/tally_errors.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace sihu {
namespace {

using Parts = std::vector<Component>;
using RowsByParts = std::map<Parts, std::vector<const TallyRow*>>;

// Of the first what the second has not; both ascending.
Parts without(const Parts& first, const Parts& second) {
  Parts rest;
  std::ranges::set_difference(first, second, std::back_inserter(rest));
  return rest;
}

Phrase names_of(const Parts& parts) {
  std::vector<Phrase> names;
  for (const Component component : parts) names.push_back(phrase(wording(component)));
  return enumerated(names);
}

void say(const Tally& tally, const RowsByParts& rows, const Text& text,
         std::vector<Phrase>& words) {
  for (const auto& [parts, branches] : rows)
    words.push_back(phrase(text, listed_rows(tally, branches), names_of(parts)));
}

}  // namespace

std::vector<Phrase> change_words(const Tally& tally) {
  RowsByParts come;
  RowsByParts gone;
  for (const TallyRow& row : tally.rows) {
    if (!row.total || !row.earlier || !row.earlier->total || !row.earlier->parts) continue;
    const Parts now = parts_of(tally, row);
    if (const Parts more = without(now, *row.earlier->parts); !more.empty())
      come[more].push_back(&row);
    if (const Parts less = without(*row.earlier->parts, now); !less.empty())
      gone[less].push_back(&row);
  }
  std::vector<Phrase> words;
  say(tally, come,
      {"比上季：{0}这季的总分里有{1}，上季没有，两季不是同样的东西相比",
       "change: the totals of {0} have {1} now and had not then, so unlike things are compared"},
      words);
  say(tally, gone,
      {"比上季：{0}上季的总分里有{1}，这季没有，两季不是同样的东西相比",
       "change: the totals of {0} had {1} then and have not now, so unlike things are compared"},
      words);
  return words;
}

}  // namespace sihu
