#include "audit/numbered.hpp"
#include "audit/tests.hpp"
#include "statistics/false_discovery.hpp"
#include "statistics/round_robin.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sihu {
namespace {

constexpr std::size_t most_pairs = 3;  // are named

using OrderedPair = std::pair<std::string, std::string>;  // who inspected, who was inspected

struct ScoreSum {
  double sum = 0;
  double count = 0;
};

// What branches gave each other.
struct Round {
  std::vector<std::string> branches;
  std::map<OrderedPair, ScoreSum> scores;

  std::size_t pairs() const { return branches.size() * (branches.size() - 1); }
  bool is_full() const { return branches.size() >= 4 && scores.size() == pairs(); }
};

Round round_of(const std::vector<const AuditVisit*>& visits) {
  Round round;
  std::set<std::string> branches;
  for (const AuditVisit* visit : visits) {
    branches.insert(visit->check.branch);
    if (visit->home.empty() || visit->home == visit->check.branch) continue;
    branches.insert(visit->home);
    ScoreSum& score = round.scores[{visit->home, visit->check.branch}];
    score.sum += visit->score;
    score.count += 1;
  }
  round.branches.assign(branches.begin(), branches.end());
  return round;
}

Matrix matrix_of(const Round& round) {
  const Numbers numbers(round.branches);
  Matrix scores(round.branches.size(), round.branches.size());
  for (const auto& [pair, score] : round.scores)
    scores(numbers.of(pair.first), numbers.of(pair.second)) = score.sum / score.count;
  return scores;
}

struct Favour {
  std::size_t first = 0;
  std::size_t second = 0;
  double points =
      0;  // that each gave the other more than branches and leniencies explain, on average
};

std::vector<Favour> greatest_favours(const Matrix& favour) {
  std::vector<Favour> all;
  for (std::size_t i = 0; i < favour.rows(); ++i)
    for (std::size_t j = i + 1; j < favour.rows(); ++j)
      all.push_back({i, j, (favour(i, j) + favour(j, i)) / 2});
  std::ranges::stable_sort(all, std::ranges::greater{}, &Favour::points);
  if (all.size() > most_pairs) all.resize(most_pairs);
  return all;
}

Phrase round_words(const RoundRobin& fit) {
  return phrase(Text{"对内相关 {0}，F({1}, {2}) = {3}，{4}",
                     "correlation within pairs {0}, F({1}, {2}) = {3}, {4}"},
                decimal(fit.dyadic, 2), fit.df1, fit.df2, decimal(fit.f, 2),
                chance_equation(fit.p));
}

void add_pair(Question& question, const std::vector<const AuditVisit*>& visits,
              const OrderedPair& pair) {
  for (const AuditVisit* visit : visits)
    if ((visit->home == pair.first && visit->check.branch == pair.second) ||
        (visit->home == pair.second && visit->check.branch == pair.first))
      add_beginning(question, *visit);
}

Question question_about(const std::vector<const AuditVisit*>& visits, const Round& round,
                        const RoundRobin& fit) {
  Question question;
  question.test = AuditTest::full_round;
  question.about = About::branches;
  std::vector<Phrase> pairs;
  for (const Favour& favour : greatest_favours(fit.favour)) {
    const OrderedPair pair{round.branches[favour.first], round.branches[favour.second]};
    for (const std::string& id : {pair.first, pair.second})
      if (std::ranges::find(question.ids, id) == question.ids.end()) question.ids.push_back(id);
    add_pair(question, visits, pair);
    pairs.push_back(phrase(Text{"{0} 和 {1}（{2} 分）", "{0} and {1} ({2} points)"}, pair.first,
                           pair.second, decimal(favour.points, 1)));
  }
  put_in_order(question);
  question.statistic = decimal(fit.dyadic, 2);
  question.p = question.q = fit.p;  // one test of all pairs
  question.n = round.pairs() / 2;
  question.words = phrase(
      Text{"一轮查齐了，扣除支部好坏和宽严，互相给的分成对偏高或偏低：{0}。请问最突出的几对：{1}",
           "The round is full; branches and leniency allowed for, scores go by pairs: {0}. Ask the "
           "pairs that stand out: {1}"},
      round_words(fit), enumerated(pairs));
  return question;
}

Phrase not_judged(const Round& round) {
  if (round.is_full())
    return phrase(Text{"扣除支部好坏和宽严，分数没有差别",
                       "branches and leniency allowed for, scores do not differ"});
  return phrase(Text{"八个季度里每个支部都查过其他每个支部（4 个以上）才好算：{1} 对里有 {0} 对",
                     "needs every branch, of four or more, to have inspected every other within "
                     "eight quarters: {0} of {1}"},
                round.scores.size(), round.pairs());
}

}  // namespace

TestResult ask_full_round(const std::vector<AuditVisit>& visits, Quarter quarter) {
  const Quarter before{quarter.year - 2, quarter.number};
  const auto within = visits_between(visits, before.next(), quarter);
  const Round round = round_of(within);
  TestResult result;
  result.test = AuditTest::full_round;
  result.over = phrase(Text{"{0} 互相查过的两个支部", "pairs that inspected each other, {0}"},
                       quarters_of(within, quarter));
  const auto fit =
      round.is_full() ? fit_round_robin(matrix_of(round)) : std::optional<RoundRobin>();
  if (!fit) {
    result.too_little = not_judged(round);
    return result;
  }
  result.looked_at = round.pairs() / 2;
  result.remark = round_words(*fit);
  if (fit->dyadic > 0 && fit->p <= accepted_false_discoveries)
    result.questions.push_back(question_about(within, round, *fit));
  return result;
}

}  // namespace sihu
