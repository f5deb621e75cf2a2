#include "statistics/formality.hpp"

#include "audit/doubled.hpp"
#include "audit/followed.hpp"
#include "audit/numbered.hpp"
#include "audit/tests.hpp"
#include "statistics/clean_sheet.hpp"
#include "statistics/false_discovery.hpp"
#include "statistics/funnel.hpp"
#include "statistics/miss_rate.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sihu {
namespace {

constexpr std::size_t least_inspectors = 3;

std::vector<const AuditVisit*> seen_by_several(const std::vector<const AuditVisit*>& visits) {
  std::map<std::string, std::set<std::string_view>> who;
  for (const AuditVisit* visit : visits) who[visit->place()].insert(visit->inspector);
  std::vector<const AuditVisit*> chosen;
  for (const AuditVisit* visit : visits)
    if (who[visit->place()].size() > 1) chosen.push_back(visit);
  return chosen;
}

// What the three tests say of everybody, by the inspector's number.
struct Counts {
  std::map<std::size_t, MissRate> misses;
  std::map<std::size_t, FunnelPoint> funnel;
  std::vector<CleanSheet> sheets;  // in the order of the visits
};

Counts count(const SheetVisits& numbered) {
  Counts counts;
  for (const MissRate& rate : miss_rates(numbered.sheets)) counts.misses[rate.inspector] = rate;
  for (const FunnelPoint& point : finding_funnel(numbered.sheets).points)
    counts.funnel[point.inspector] = point;
  counts.sheets = judge_sheets(numbered.sheets);
  return counts;
}

// A person's too clean sheets.
std::vector<std::size_t> clean_sheets(const SheetVisits& numbered, const Counts& counts,
                                      std::size_t inspector) {
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < counts.sheets.size(); ++i)
    if (numbered.sheets[i].inspector == inspector &&
        counts.sheets[i].q <= accepted_false_discoveries)
      list.push_back(i);
  return list;
}

Phrase miss_words(const MissRate& rate) {
  return phrase(
      Text{"{1} 个问题里有 {0} 个是放过后由下一位检查人查出、并说当时就有（别人平均 {2}%）",
           "{0} of {1} faults were passed, and the next inspector found that they had been there "
           "({2} % with others)"},
      rate.missed, rate.missed + rate.found, decimal(100 * rate.others, 0));
}

Phrase funnel_words(const FunnelPoint& point) {
  return phrase(Text{"查出 {0} 个问题，按别人在同样地方查出的该有 {1} 个",
                     "{0}, where others' at the same places make one expect {1}"},
                counted(static_cast<std::ptrdiff_t>(point.found), "finding"),
                decimal(point.expected, 1));
}

Phrase clean_words(std::size_t sheets) {
  return phrase(Text{"{0} 份检查表比这些条目平时的情形干净得多",
                     "{0} much cleaner than their items usually are"},
                counted(static_cast<std::ptrdiff_t>(sheets), "sheet"));
}

// The second smallest is what the agreement of two rests on.
class Signs {
 public:
  void add(Phrase words, double p, double q) {
    words_ = words_.empty() ? words : phrase(Text{"{0}；{1}", "{0}; {1}"}, words_, words);
    p_.push_back(p);
    q_.push_back(q);
  }

  void into(Question& question) {
    std::ranges::sort(p_);
    std::ranges::sort(q_);
    question.p = p_.at(1);
    question.q = q_.at(1);
    question.statistic = std::to_string(q_.size());
    question.words =
        phrase(Text{"请问 {0} 检查是怎么做的：{1}", "Ask {0} how the inspections were done: {1}"},
               question.ids.front(), words_);
  }

 private:
  Phrase words_;
  std::vector<double> p_;
  std::vector<double> q_;
};

void add_items(Question& question, const SheetVisits& numbered) {
  for (const AuditVisit* visit : numbered.visits) {
    if (visit->inspector != question.ids.front()) continue;
    question.n += visit->items.size();
    add_beginning(question, *visit);
  }
  for (const FollowedVisit& followed : followed_visits(numbered.visits))
    if (followed.visit->inspector == question.ids.front()) add_missed(question, followed);
}

Question question_about(const SheetVisits& numbered, const Counts& counts,
                        const FormalitySigns& found) {
  Question question;
  question.test = AuditTest::formality;
  question.about = About::person;
  question.ids = {numbered.inspectors.name(found.inspector)};
  Signs signs;
  if (found.misses_much) {
    const MissRate& rate = counts.misses.at(found.inspector);
    signs.add(miss_words(rate), rate.p, rate.q);
  }
  if (found.few_findings) {
    const FunnelPoint& point = counts.funnel.at(found.inspector);
    signs.add(funnel_words(point), point.p, point.q);
  }
  if (found.clean_sheets) {
    const auto clean = clean_sheets(numbered, counts, found.inspector);
    const auto best =
        std::ranges::min(clean, {}, [&](std::size_t i) { return counts.sheets[i].p; });
    signs.add(clean_words(clean.size()), counts.sheets[best].p, counts.sheets[best].q);
  }
  signs.into(question);
  add_items(question, numbered);
  put_in_order(question);
  return question;
}

Phrase remark_on(std::size_t single, bool seen_twice, const DoubledChecks& doubled) {
  std::vector<Phrase> remarks;
  if (single > 0)
    remarks.push_back(phrase(Text{"{0} 名检查人只有一种迹象，老实检查的人也会碰上",
                                  "one sign only: {0}; that happens to honest people too"},
                             counted(static_cast<std::ptrdiff_t>(single), "inspector")));
  if (!seen_twice)
    remarks.push_back(phrase(Text{"还没有支部先后或各自由两人检查，看不出放过了什么",
                                  "no branch was seen by two inspectors, one after another or each "
                                  "for itself, so nobody can tell what was passed over"}));
  if (Phrase words = doubled_words(doubled); !words.empty()) remarks.push_back(std::move(words));
  Phrase all;
  for (const Phrase& remark : remarks)
    all = all.empty() ? remark : phrase(Text{"{0}；{1}", "{0}; {1}"}, all, remark);
  return all;
}

}  // namespace

TestResult ask_formality(const std::vector<AuditVisit>& visits, Quarter quarter) {
  const Quarter first{quarter.year - 1, quarter.number};
  const SheetVisits numbered =
      sheet_visits(seen_by_several(visits_between(visits, first.next(), quarter)));
  TestResult result;
  result.test = AuditTest::formality;
  result.over =
      phrase(Text{"{0} 的检查人", "inspectors of {0}"}, quarters_of(numbered.visits, quarter));
  if (numbered.inspectors.count() < least_inspectors) {
    result.too_little = phrase(
        Text{"至少要有 {0} 名检查人查过别人也查过的地方，现有 {1} 名",
             "needs at least {0} inspectors at places that others have seen too; there are {1}"},
        least_inspectors, numbered.inspectors.count());
    return result;
  }
  const Counts counts = count(numbered);
  std::size_t single = 0;
  for (const FormalitySigns& signs : formality_signs(numbered.sheets)) {
    if (signs.is_worth_a_question())
      result.questions.push_back(question_about(numbered, counts, signs));
    single += signs.count() == 1;
  }
  result.looked_at = numbered.inspectors.count();
  result.remark =
      remark_on(single, !counts.misses.empty() || !visits_beside(numbered.visits).empty(),
                count_doubled(numbered.visits));
  std::ranges::stable_sort(result.questions, {}, [](const Question& one) { return *one.q; });
  return result;
}

}  // namespace sihu
