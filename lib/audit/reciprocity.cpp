#include "statistics/reciprocity.hpp"

#include "audit/numbered.hpp"
#include "audit/tests.hpp"
#include "base/chance.hpp"
#include "statistics/connectivity.hpp"
#include "statistics/false_discovery.hpp"
#include "statistics/two_way.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t least_pairs = 3;
constexpr std::size_t draws = 1999;

// The ratings that most visits tie together, with the numbers that they have there.
struct TiedRatings {
  RatingGroup group;
  Ratings ratings;
  HomeBranches homes;
};

std::optional<std::size_t> place_of(const std::vector<std::size_t>& list, std::size_t number) {
  const auto found = std::ranges::lower_bound(list, number);
  if (found == list.end() || *found != number) return std::nullopt;
  return static_cast<std::size_t>(found - list.begin());
}

TiedRatings largest_group(const RatedVisits& rated) {
  TiedRatings tied;
  for (RatingGroup& group : rating_groups(rated.ratings)) {
    Ratings within = ratings_within(rated.ratings, group);
    if (within.all.size() <= tied.ratings.all.size()) continue;
    tied.ratings = std::move(within);
    tied.group = std::move(group);
  }
  const HomeBranches homes = rated.homes();
  for (const std::size_t inspector : tied.group.inspectors)
    tied.homes.push_back(homes[inspector] ? place_of(tied.group.branches, *homes[inspector])
                                          : std::nullopt);
  return tied;
}

Phrase words_for(const Question& question, const MutualPair& pair) {
  return phrase(Text{"请问 {0} 和 {1}：扣除支部好坏和检查人宽严，互查时各给对方多打 {2} 分和 {3} "
                     "分，是为什么？",
                     "Ask {0} and {1}: branches and inspectors allowed for, they gave each other "
                     "{2} and {3} points more than the rest. Why?"},
                question.ids[0], question.ids[1], decimal(pair.first_favours, 1),
                decimal(pair.second_favours, 1));
}

Question question_about(const RatedVisits& rated, const TiedRatings& tied, const MutualPair& pair,
                        double p) {
  Question question;
  question.test = AuditTest::reciprocity;
  question.about = About::pair;
  question.ids = {rated.branches.name(tied.group.branches[pair.first]),
                  rated.branches.name(tied.group.branches[pair.second])};
  question.statistic = decimal(pair.score, 2);
  question.p = p;
  question.q = p;  // one test for all pairs together
  for (const AuditVisit* visit : rated.visits) {
    const bool there = visit->home == question.ids[0] && visit->check.branch == question.ids[1];
    const bool back = visit->home == question.ids[1] && visit->check.branch == question.ids[0];
    if (!there && !back) continue;
    ++question.n;
    add_beginning(question, *visit);
  }
  put_in_order(question);
  question.words = words_for(question, pair);
  return question;
}

Phrase coefficient_words(const Reciprocity& found) {
  return phrase(Text{"互惠系数 {0}，随机打乱得到 {1}", "coefficient {0}, {1} by shuffling"},
                decimal(found.coefficient, 2), chance_equation(found.p));
}

Phrase no_pair_words(const Reciprocity& found) {
  return phrase(Text{"{0}；总体上像有往来，但没有哪一对突出",
                     "{0}; as a whole favours seem returned, but no pair stands out"},
                coefficient_words(found));
}

}  // namespace

TestResult ask_reciprocity(const std::vector<AuditVisit>& visits, Quarter quarter) {
  const Quarter before{quarter.year - 2, quarter.number};
  const RatedVisits rated = rate_visits(visits_between(visits, before.next(), quarter));
  const TiedRatings tied = largest_group(rated);
  TestResult result;
  result.test = AuditTest::reciprocity;
  result.over = phrase(Text{"{0} 互相查过的两个支部", "pairs that inspected each other, {0}"},
                       quarters_of(rated.visits, quarter));
  const auto fit = fit_two_way(tied.ratings);
  const bool enough = fit && has_enough_df(*fit);
  Reciprocity found;
  if (enough)
    found = find_reciprocity(tied.ratings, *fit, tied.homes,
                             seed_of("audit reciprocity " + to_string(quarter)), draws);
  if (found.pairs.size() < least_pairs) {
    result.too_little = phrase(Text{"至少要有 {0} 对互相查过、且能和别人比较的支部，现有 {1} 对",
                                    "needs at least {0} pairs that inspected each other and can be "
                                    "compared with the rest; there are {1}"},
                               least_pairs, found.pairs.size());
    return result;
  }
  result.looked_at = found.pairs.size();
  result.remark = coefficient_words(found);
  if (found.p > accepted_false_discoveries) return result;
  for (const MutualPair& pair : found.pairs)
    if (pair.is_notable()) result.questions.push_back(question_about(rated, tied, pair, found.p));
  if (result.questions.empty()) result.remark = no_pair_words(found);
  return result;
}

}  // namespace sihu
