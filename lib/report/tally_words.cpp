#include "report/tally_words.hpp"

#include "report/tally_change.hpp"
#include "report/tally_errors.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t most_named = 5;

Phrase percent(const Rational& share) {
  return same((share * Rational(100)).rounded(1) + "%");
}

void add(Phrase& to, const Phrase& more) {
  if (more.empty()) return;
  to = to.empty() ? more : phrase(Text{"{0}；{1}", "{0}; {1}"}, to, more);
}

std::string joined(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
  return list;
}

Phrase why_unranked(const TallyRow& row) {
  switch (row.why) {
    case Unranked::no:
      return {};
    case Unranked::vetoed:
      return phrase(Text{"一票否决：{0}，不排名", "vetoed by {0}: no rank"},
                    joined(row.entry.vetoes));
    case Unranked::no_score:
      return phrase(Text{"没有可计的分，不排名", "nothing to score: no rank"});
    case Unranked::little_coverage:
      break;
  }
  if (row.entry.scores[Component::check] && row.entry.inspected < Rational(1))
    return phrase(Text{"应查的只查了 {0}（按分值），不排名",
                       "only {0} of what is to be checked was inspected (by points): no rank"},
                  percent(row.entry.inspected));
  return phrase(Text{"只有 {0} 的权重适用（至少 80%），不排名",
                     "only {0} of the weights apply (80% are needed): no rank"},
                percent(row.coverage));
}

// How many of the branches that inspect for themselves are done, and who has not begun.
Phrase inspections_words(const TallyEntry& entry) {
  if (entry.inspections_done >= entry.inspections) return {};
  const Phrase done = phrase(Text{"{1} 次各自的检查做完 {0} 次", "{0} of {1} done"},
                             entry.inspections_done, counted(entry.inspections, "inspection"));
  if (entry.not_begun.empty()) return done;
  return phrase(Text{"{0}，未开始：{1}", "{0}, not begun: {1}"}, done, joined(entry.not_begun));
}

Phrase provisional_words(const TallyEntry& entry) {
  if (!entry.provisional) return {};
  if (entry.done == entry.asked)
    return phrase(Text{"暂定：互查有答案不一致", "provisional: answers of the check differ"});
  return phrase(Text{"暂定：互查完成 {0}%（{1}/{2}）", "provisional: check {0}% done ({1}/{2})"},
                std::int64_t{entry.done} * 100 / entry.asked, entry.done, entry.asked);
}

// A part that others have.
Phrase missing_words(const Tally& tally, const TallyEntry& entry) {
  Phrase words;
  for (const ComponentLine& line : tally.components) {
    if (line.is_absent() || entry.scores[line.component]) continue;
    add(words, line.component == Component::rectification
                   ? phrase(Text{"没有该算的到期问题", "no problem that fell due"})
                   : phrase(Text{"{0}没有结果", "no result of {0}"}, wording(line.component)));
  }
  return words;
}

Phrase absent_words(const Tally& tally) {
  std::vector<Phrase> names;
  Rational left(0);
  for (const ComponentLine& line : tally.components) {
    if (line.is_absent())
      names.push_back(phrase(wording(line.component)));
    else
      left += line.declared;
  }
  if (names.empty()) return {};
  if (left.is_zero())
    return phrase(Text{"本季度还没有任何结果", "there is no result of this quarter yet"});
  return phrase(Text{"{0}：没有任何支部有结果，不计分；总分按其余各项（权重共 {1}）折算成 100 分",
                     "{0}: no branch has a result, which counts for nothing; totals are of the "
                     "rest, weights of {1} together, brought to 100"},
                enumerated(names), left.shortest());
}

Phrase weight_words(const Tally& tally, const ComponentLine& line) {
  if (line.is_absent() || tally.compared < 2) return {};
  if (line.is_flat())
    return phrase(Text{"{0}：人人都是 {1}，权重 {2} 什么也决定不了",
                       "{0}: everybody has {1}, so its weight of {2} decides nothing"},
                  wording(line.component), line.lowest->rounded(2, tally.rules.halves),
                  line.declared.shortest());
  if (!line.effective) return {};
  const Rational off = *line.effective - *line.nominal;
  if (off <= Rational(1, 10) && Rational(-1, 10) <= off) return {};
  return phrase(Text{"{0}：名义上占 {1}，实际决定了 {2}",
                     "{0}: its weight is {1} of all, but it decides {2}"},
                wording(line.component), percent(*line.nominal), percent(*line.effective));
}

// Who may be first just as well.
Phrase first_words(const Tally& tally) {
  std::vector<Phrase> names;
  for (const TallyRow& row : tally.rows)
    if (row.range && row.range->best == 1) names.push_back(name_in(tally, row));
  if (names.size() < 2) return {};
  if (names.size() > most_named)
    return phrase(Text{"第 1 名分不出来：有 {0} 个支部都可能是",
                       "who is first can't be told: {0} branches may be"},
                  names.size());
  return phrase(Text{"第 1 名分不出来：{0}都可能是，宜并列或复核",
                     "who is first can't be told: {0} may be; let them share it, or look again"},
                enumerated(names));
}

// Where the ledgers are not at hand: of so few branches a ledger's own tally draws.
Phrase from_files_words(const Tally& tally) {
  if (has_too_many_to_draw(tally)) return {};
  return phrase(
      Text{"合并来的文件里没有台账，名次区间由标准误算出，可能比各单位自己抽样得出的窄；"
           "区间挨得近的，也别当真",
           "there is no ledger with these files, so ranges are worked out from standard errors and "
           "may be narrower than those that each ledger's own tally draws; take no small gap "
           "between ranges for a difference"});
}

// The rank of the quarter before was one among the branches of one file.
Phrase dropped_ranks_words(const Tally& tally) {
  const bool dropped = std::ranges::any_of(tally.rows, [](const TallyRow& row) {
    return row.rank && row.earlier && row.earlier->total && !row.earlier->rank;
  });
  if (!dropped || has_too_many_to_draw(tally)) return {};
  return phrase(Text{"上季的名次是各文件自己的支部之间的，合并后不列，只比总分",
                     "ranks of the quarter before were among the branches of one file; brought "
                     "together they are left out, and only totals are compared"});
}

std::ptrdiff_t provisional_rows(const Tally& tally) {
  return std::ranges::count_if(tally.rows,
                               [](const TallyRow& row) { return row.entry.provisional; });
}

void keep(std::vector<Phrase>& words, Phrase phrase) {
  if (!phrase.empty()) words.push_back(std::move(phrase));
}

// Equal totals with different ranks: what was declared to decide between them.
Phrase tie_words(const Tally& tally, const TallyRow& row) {
  const bool parted = row.rank && std::ranges::any_of(tally.rows, [&](const TallyRow& other) {
                        return other.rank && other.shown == row.shown && other.rank != row.rank;
                      });
  if (!parted || tally.rules.tie_breaks.empty()) return {};
  std::vector<Phrase> names;
  for (const Component component : tally.rules.tie_breaks)
    names.push_back(phrase(wording(component)));
  return phrase(Text{"总分相同，按声明的次序比：{0}", "equal totals, told apart by {0}"},
                enumerated(names));
}

}  // namespace

Phrase row_words(const Tally& tally, const TallyRow& row) {
  Phrase words = why_unranked(row);
  add(words, tie_words(tally, row));
  add(words, missing_words(tally, row.entry));
  add(words, inspections_words(row.entry));
  add(words, provisional_words(row.entry));
  return words;
}

std::vector<Phrase> tally_words(const Tally& tally, std::optional<RangeBasis> basis,
                                std::optional<Quarter> earlier) {
  std::vector<Phrase> words;
  keep(words, absent_words(tally));
  for (const ComponentLine& line : tally.components) keep(words, weight_words(tally, line));
  if (const auto rows = provisional_rows(tally); rows > 0)
    words.push_back(
        phrase(Text{"{0} 个支部的互查没有做完，分数和名次都是暂定的",
                    "the check of {0} of the branches is not finished: scores and ranks "
                    "are provisional"},
               rows));
  if (basis && std::ranges::any_of(tally.rows, [](const TallyRow& row) { return !!row.range; }))
    words.push_back(phrase(
        Text{"名次区间：全部支部同时都在其中，十有九准（已按支部数放宽，Bonferroni）；{0}。"
             "区间重叠的，先后说明不了什么",
             "range: nine times in ten all branches are in theirs at once (widened by their "
             "number, after Bonferroni); {0}. Where ranges overlap, the order means nothing"},
        range_words(*basis, ranked_in(tally))));
  const bool from_files = basis == RangeBasis::closed_form;
  if (from_files) keep(words, from_files_words(tally));
  for (Phrase& line : review_error_words(tally)) words.push_back(std::move(line));
  keep(words, first_words(tally));
  if (!earlier) return words;
  words.push_back(phrase(
      Text{"比上季：{0} 也按现在的规则算", "change: {0} is added up by today's rules as well"},
      to_string(*earlier)));
  if (from_files) keep(words, dropped_ranks_words(tally));
  for (Phrase& line : change_words(tally)) words.push_back(std::move(line));
  return words;
}

}  // namespace sihu
