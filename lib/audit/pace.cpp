#include "statistics/pace.hpp"

#include "audit/numbered.hpp"
#include "audit/tests.hpp"
#include "statistics/false_discovery.hpp"
#include "statistics/special.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

constexpr std::size_t least_timed = 10;
constexpr std::size_t least_items = 5;

struct TimedVisit {
  const AuditVisit* visit = nullptr;
  PaceInput input;
  double z = 0;
  double p = 1;
  double q = 1;

  double seconds_an_item() const { return input.seconds / static_cast<double>(input.items); }
};

// Seconds from question to answer; what came from a file has none. Below a second counts as one.
TimedVisit timed(const AuditVisit& visit) {
  TimedVisit timed{&visit, {0, 0}};
  for (const VisitItem* item : answered_in(visit))
    if (item->took) {
      timed.input.seconds += *item->took;
      ++timed.input.items;
    }
  timed.input.seconds = std::max(timed.input.seconds, 1.0);
  return timed;
}

std::vector<TimedVisit> timed_visits(const std::vector<const AuditVisit*>& visits) {
  std::vector<TimedVisit> list;
  for (const AuditVisit* visit : visits)
    if (TimedVisit one = timed(*visit); one.input.items >= least_items) list.push_back(one);
  return list;
}

// A median deviation tells the spread of n values as well as a standard deviation of .37 n does
// (Rousseeuw and Croux 1993), so z is referred to Student's t with as many degrees of freedom.
Pace judge(std::vector<TimedVisit>& list) {
  std::vector<PaceInput> inputs;
  for (const TimedVisit& one : list) inputs.push_back(one.input);
  const Pace pace = judge_pace(inputs);
  const double df = std::max(1.0, 0.37 * static_cast<double>(list.size()) - 1);
  for (std::size_t i = 0; i < list.size(); ++i) {
    list[i].z = pace.z[i];
    list[i].p = student_above(-pace.z[i], df);
  }
  return pace;
}

Question question_about(const TimedVisit& timed, double usual) {
  Question question;
  question.test = AuditTest::pace;
  question.about = About::check;
  question.ids = {subject_of(timed.visit->check)};
  question.statistic = decimal(timed.seconds_an_item(), 1);
  question.p = timed.p;
  question.q = timed.q;
  question.n = timed.input.items;
  for (const VisitItem* item : answered_in(*timed.visit))
    if (item->took) question.entries.push_back(item->entry);
  question.items = question.ids;
  put_in_order(question);
  question.words = phrase(Text{"请了解 {0}：{1} 项每项只用 {2} 秒，平常要 {3} 秒，来得及看吗？",
                               "Ask about {0}: {1} items at {2} seconds each, where {3} are usual. "
                               "Was there time to look?"},
                          question.ids.front(), timed.input.items,
                          decimal(timed.seconds_an_item(), 1), decimal(usual, 1));
  return question;
}

void add_rates(std::vector<TimedVisit>& list) {
  std::vector<double> p;
  for (const TimedVisit& one : list) p.push_back(one.p);
  const auto q = false_discovery_rates(p);
  for (std::size_t i = 0; i < q.size(); ++i) list[i].q = q[i];
}

}  // namespace

TestResult ask_pace(const std::vector<AuditVisit>& visits, Quarter quarter) {
  const Quarter before{quarter.year - 1, quarter.number};
  const auto all = visits_between(visits, before.next(), quarter);
  auto list = timed_visits(all);
  TestResult result;
  result.test = AuditTest::pace;
  result.over =
      phrase(Text{"{0} 逐项作答的检查", "checks of {0} answered item by item"}, to_string(quarter));
  if (list.size() < least_timed) {
    result.too_little = phrase(Text{"四个季度里至少要有 {0} 次逐项作答、有用时的检查，现有 {1} 次",
                                    "needs at least {0} checks of four quarters that were answered "
                                    "item by item, with their times; there are {1}"},
                               least_timed, list.size());
    return result;
  }
  const Pace pace = judge(list);
  std::erase_if(list, [&](const TimedVisit& one) { return one.visit->check.quarter != quarter; });
  add_rates(list);
  result.looked_at = list.size();
  std::ranges::stable_sort(list, {}, &TimedVisit::z);
  for (const TimedVisit& one : list)
    if (one.z < -3.5 && one.q <= accepted_false_discoveries)
      result.questions.push_back(question_about(one, std::exp(pace.median_log)));
  return result;
}

}  // namespace sihu
