#include "statistics/straight_line.hpp"

#include "audit/numbered.hpp"
#include "audit/tests.hpp"
#include "base/chance.hpp"
#include "statistics/false_discovery.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace sihu {
namespace {

constexpr std::size_t least_marks = 10;
constexpr int full_mark = 100;

std::vector<int> marks_below_full(const AuditVisit& visit) {
  std::vector<int> marks;
  for (const VisitItem& item : visit.items)
    if (item.mark && *item.mark < full_mark) marks.push_back(*item.mark);
  return marks;
}

// How often each item got which mark below full, over the quarter's sheets.
using MarkCounts = std::map<std::string_view, std::map<int, double>>;

MarkCounts count_marks(const std::vector<const AuditVisit*>& sheets) {
  MarkCounts counts;
  for (const AuditVisit* visit : sheets)
    for (const VisitItem& item : visit->items)
      if (item.mark && *item.mark < full_mark) ++counts[item.id][*item.mark];
  return counts;
}

// How likely the same mark is on every item by what other sheets gave them: where an item can lose
// points in one way only, all alike is no wonder. The sheet's own marks are among those counted.
double chance_of_all_alike(const AuditVisit& visit, const MarkCounts& counts) {
  double p = 1;
  for (const VisitItem& item : visit.items) {
    if (!item.mark || *item.mark >= full_mark) continue;
    double all = 0;
    for (const auto& [mark, count] : counts.at(item.id)) all += count;
    p *= counts.at(item.id).at(*item.mark) / all;
  }
  return p;
}

struct Judged {
  const AuditVisit* visit = nullptr;
  std::size_t marks = 0;
  StraightLine line;
  double q = 1;
};

// A few orders tell what is nothing; what may be something is worth as many as `sheets` compared
// at once ask for.
StraightLine judge(const AuditVisit& visit, const std::vector<int>& marks, std::size_t sheets) {
  const std::uint64_t seed =
      seed_of("audit straight-line " + subject_of(visit.check) + " " + visit.inspector);
  const StraightLine glance = judge_line(marks, seed, 199);
  if (glance.all_alike || glance.p > 0.1) return glance;
  return judge_line(marks, seed + 1, std::max<std::size_t>(9999, 100 * sheets));
}

Question question_about(const Judged& judged) {
  Question question;
  question.test = AuditTest::straight_line;
  question.about = About::check;
  question.ids = {subject_of(judged.visit->check)};
  question.statistic = std::to_string(judged.line.longest);
  question.n = judged.marks;
  for (const VisitItem& item : judged.visit->items)
    if (item.mark && *item.mark < full_mark) {
      question.items.push_back(subject_of(*judged.visit, item));
      question.entries.push_back(item.entry);
    }
  put_in_order(question);
  question.p = judged.line.p;
  question.q = judged.q;
  if (judged.line.all_alike) {
    question.words = phrase(Text{"请了解 {0}：扣了分的 {1} 项得分率全都一样，是逐项看的吗？",
                                 "Ask about {0}: all {1} items that lost points have the same "
                                 "mark. Was each looked at?"},
                            question.ids.front(), judged.marks);
    return question;
  }
  question.words = phrase(Text{"请了解 {0}：扣了分的 {1} 项里连着 {2} 项得分率一样，是逐项看的吗？",
                               "Ask about {0}: of {1} items that lost points {2} in a row have the "
                               "same mark. Was each looked at?"},
                          question.ids.front(), judged.marks, judged.line.longest);
  return question;
}

}  // namespace

TestResult ask_straight_lines(const std::vector<AuditVisit>& visits, Quarter quarter) {
  const auto sheets = visits_between(visits, quarter, quarter);
  const MarkCounts counts = count_marks(sheets);
  std::vector<Judged> judged;
  std::size_t most = 0;
  for (const AuditVisit* visit : sheets) {
    const auto marks = marks_below_full(*visit);
    most = std::max(most, marks.size());
    if (marks.size() < least_marks) continue;
    judged.push_back({visit, marks.size(), judge(*visit, marks, sheets.size()), 1});
    StraightLine& line = judged.back().line;
    if (line.all_alike) line.p = chance_of_all_alike(*visit, counts);
  }
  std::vector<double> p;
  for (const Judged& one : judged) p.push_back(one.line.p);
  const auto q = false_discovery_rates(p);
  for (std::size_t i = 0; i < q.size(); ++i) judged[i].q = q[i];
  TestResult result;
  result.test = AuditTest::straight_line;
  result.looked_at = judged.size();
  result.over = phrase(Text{"{0} 的检查表", "sheets of {0}"}, to_string(quarter));
  if (judged.empty())
    result.too_little = phrase(
        Text{"一份检查表上至少要有 {0} 项是按程度给分且扣了分的，最多的有 {1} 项",
             "a sheet needs at least {0} graded items that lost points; the one with most has {1}"},
        least_marks, most);
  std::ranges::stable_sort(judged, {}, [](const Judged& one) { return one.line.p; });
  for (const Judged& one : judged)
    if (one.q <= accepted_false_discoveries) result.questions.push_back(question_about(one));
  return result;
}

}  // namespace sihu
