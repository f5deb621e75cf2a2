#include "statistics/leniency.hpp"

#include "audit/numbered.hpp"
#include "audit/tests.hpp"
#include "statistics/connectivity.hpp"
#include "statistics/false_discovery.hpp"
#include "statistics/two_way.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

constexpr std::size_t least_inspectors = 3;
constexpr double least_points = 3;

struct Judged {
  std::size_t inspector = 0;
  LeniencyFinding finding;
};

// Every group that visits tie together by itself: between groups nobody can compare.
std::vector<Judged> judge_groups(const Ratings& ratings) {
  std::vector<Judged> judged;
  for (const RatingGroup& group : rating_groups(ratings)) {
    if (group.inspectors.size() < least_inspectors) continue;
    const auto fit = fit_two_way(ratings_within(ratings, group));
    if (!fit || !has_enough_df(*fit)) continue;
    const auto findings = judge_leniency_robustly(*fit, least_points);
    for (std::size_t j = 0; j < findings.size(); ++j)
      judged.push_back({group.inspectors[j], findings[j]});
  }
  std::vector<double> p;
  for (const Judged& one : judged) p.push_back(one.finding.p);
  const auto q = false_discovery_rates(p);
  for (std::size_t i = 0; i < q.size(); ++i) judged[i].finding.q = q[i];
  return judged;
}

bool is_notable(const LeniencyFinding& finding) {
  return finding.q <= accepted_false_discoveries && std::abs(finding.points) >= least_points;
}

Phrase words_for(const Question& question, double points) {
  const std::string size = decimal(std::abs(points), 1);
  const Phrase checks = listed_briefly(question.ids);
  if (points > 0)
    return phrase(
        Text{"请看同一名检查人做的 {0}：扣除支部好坏，平均比别人高 {1} 分，标准有什么不同？",
             "Look at {0}, made by one inspector: on average {1} points above others at "
             "the same branches. By what standard?"},
        checks, size);
  return phrase(
      Text{"请看同一名检查人做的 {0}：扣除支部好坏，平均比别人低 {1} 分，标准有什么不同？",
           "Look at {0}, made by one inspector: on average {1} points below others at the "
           "same branches. By what standard?"},
      checks, size);
}

Question question_about(const RatedVisits& rated, const Judged& judged) {
  Question question;
  question.test = AuditTest::leniency;
  question.about = About::checks;
  question.statistic = decimal(judged.finding.points, 1);
  question.p = judged.finding.p;
  question.q = judged.finding.q;
  for (const AuditVisit* visit : rated.visits)
    if (visit->inspector == rated.inspectors.name(judged.inspector)) {
      ++question.n;
      add_beginning(question, *visit);
    }
  put_in_order(question);
  question.ids = question.items;
  question.words = words_for(question, judged.finding.points);
  return question;
}

Phrase too_little_of(const RatedVisits& rated) {
  if (rated.inspectors.count() < least_inspectors)
    return phrase(
        Text{"至少要有 {0} 名检查人，现有 {1} 名", "needs at least {0} inspectors; there are {1}"},
        least_inspectors, rated.inspectors.count());
  return phrase(
      Text{"检查次数太少，分不开检查人的宽严和支部的好坏：{0} 名检查人、{1} 个支部只有 {2} 次",
           "too few inspections to tell lenient inspectors from good branches: {2} by {0} "
           "inspectors of {1} branches"},
      rated.inspectors.count(), rated.branches.count(), rated.visits.size());
}

}  // namespace

TestResult ask_leniency(const std::vector<AuditVisit>& visits, Quarter quarter) {
  const Quarter half_year{quarter.year, quarter.number <= 2 ? 1 : 3};
  const RatedVisits rated = rate_visits(visits_between(visits, half_year, quarter));
  TestResult result;
  result.test = AuditTest::leniency;
  auto judged = judge_groups(rated.ratings);
  result.looked_at = judged.size();
  result.over =
      phrase(Text{"{0} 的检查人", "inspectors of {0}"}, quarters_of(rated.visits, quarter));
  if (judged.empty()) result.too_little = too_little_of(rated);
  std::ranges::stable_sort(judged, {}, [](const Judged& one) { return one.finding.q; });
  for (const Judged& one : judged)
    if (is_notable(one.finding)) result.questions.push_back(question_about(rated, one));
  return result;
}

}  // namespace sihu
