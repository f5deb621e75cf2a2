#include "statistics/discrimination.hpp"

#include "audit/numbered.hpp"
#include "audit/tests.hpp"
#include "statistics/connectivity.hpp"
#include "statistics/false_discovery.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr double least_slope = 0.3;

struct Judged {
  std::size_t inspector = 0;
  Discrimination finding;
  double q = 1;
};

// Every group that visits tie together by itself: between groups nobody can compare.
std::vector<Judged> judge_groups(const Ratings& ratings) {
  std::vector<Judged> judged;
  for (const RatingGroup& group : rating_groups(ratings)) {
    const Ratings within = ratings_within(ratings, group);
    const auto fit = fit_two_way(within);
    if (!fit || !has_enough_df(*fit)) continue;
    const auto findings = judge_discrimination(within, *fit);
    for (std::size_t j = 0; j < findings.size(); ++j)
      if (findings[j].known) judged.push_back({group.inspectors[j], findings[j]});
  }
  std::vector<double> p;
  for (const Judged& one : judged) p.push_back(one.finding.p);
  const auto q = false_discovery_rates(p);
  for (std::size_t i = 0; i < q.size(); ++i) judged[i].q = q[i];
  std::ranges::stable_sort(judged, {}, [](const Judged& one) { return one.finding.p; });
  return judged;
}

Question question_about(const RatedVisits& rated, const Judged& judged) {
  Question question;
  question.test = AuditTest::discrimination;
  question.about = About::checks;
  question.statistic = decimal(judged.finding.slope, 2);
  question.p = judged.finding.p;
  question.q = judged.q;
  question.n = judged.finding.ratings;
  for (const AuditVisit* visit : rated.visits)
    if (visit->inspector == rated.inspectors.name(judged.inspector))
      add_beginning(question, *visit);
  put_in_order(question);
  question.ids = question.items;
  question.words = phrase(
      Text{"请看同一名检查人做的 {0}：{1} 次检查，别人看来好的和差的支部，给的分差不多（斜率 {2}，"
           "别人 {3}）。好坏是怎么分的？",
           "Look at {0}, made by one inspector: in {1} branches that others find good and poor got "
           "about the same (slope {2}, others {3}). How were they told apart?"},
      listed_briefly(question.ids), counted(static_cast<std::ptrdiff_t>(question.n), "inspection"),
      question.statistic, decimal(judged.finding.others, 2));
  return question;
}

}  // namespace

TestResult ask_discrimination(const std::vector<AuditVisit>& visits, Quarter quarter) {
  const Quarter before{quarter.year - 1, quarter.number};
  const RatedVisits rated = rate_visits(visits_between(visits, before.next(), quarter));
  TestResult result;
  result.test = AuditTest::discrimination;
  result.over =
      phrase(Text{"{0} 的检查人", "inspectors of {0}"}, quarters_of(rated.visits, quarter));
  const auto judged = judge_groups(rated.ratings);
  result.looked_at = judged.size();
  if (judged.empty())
    result.too_little =
        phrase(Text{"要有检查人查过 {0} 次别人也查过的支部，且分得开宽严和好坏",
                    "needs an inspector with {0} inspections of branches that others inspected "
                    "too, and enough of them to tell leniency from worth"},
               least_for_slope);
  for (const Judged& one : judged)
    if (one.q <= accepted_false_discoveries && one.finding.slope < least_slope)
      result.questions.push_back(question_about(rated, one));
  return result;
}

}  // namespace sihu
