#include "audit/tests.hpp"
#include "base/utf8.hpp"
#include "problem/life.hpp"
#include "problem/state.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

// A step that applied, the day it is dated, and what should have come before it.
struct Misdated {
  StepName step = StepName::note;
  std::size_t entry = 0;
  Date day;
  Phrase before;
  std::size_t before_entry = 0;
  Date before_day;

  int days() const { return before_day - day; }
};

class Life {
 public:
  Life(const Ledger& ledger, const Zone& zone, Quarter quarter)
      : ledger_(ledger), zone_(zone), quarter_(quarter) {}

  // The steps of `quarter` that are dated before their cause, and how many there were to look at.
  std::vector<Misdated> misdated(const Problem& problem, std::size_t& steps) const {
    std::vector<Misdated> list;
    const HistoryStep* opening = nullptr;
    const HistoryStep* submission = nullptr;
    for (const HistoryStep& one : problem.history) {
      if (!one.applied) continue;
      const auto step = step_of_event(event(one).name);
      if (!step) {
        if (!opening) opening = &one;
        continue;
      }
      if (Quarter::of(day(one)) == quarter_) ++steps;
      if (opening) compare(one, *step, *opening, phrase(Text{"查出", "found"}), list);
      if (submission && (*step == StepName::verify || *step == StepName::reject))
        compare(one, *step, *submission, phrase(Text{"报来", "submitted"}), list);
      if (*step == StepName::submit) submission = &one;
    }
    return list;
  }

 private:
  const Event& event(const HistoryStep& step) const { return ledger_.entries[step.entry].event; }
  Date day(const HistoryStep& step) const { return day_of(event(step), zone_); }

  void compare(const HistoryStep& one, StepName step, const HistoryStep& cause, Phrase what,
               std::vector<Misdated>& list) const {
    const bool wrong = day(one) < day(cause) &&
                       (Quarter::of(day(one)) == quarter_ || Quarter::of(day(cause)) == quarter_);
    if (wrong)
      list.push_back({step, one.entry, day(one), std::move(what), cause.entry, day(cause)});
  }

  const Ledger& ledger_;
  const Zone& zone_;
  Quarter quarter_;
};

Question question_about(const Problem& problem, const std::vector<Misdated>& list) {
  const Misdated& worst = std::ranges::max(list, {}, &Misdated::days);
  Question question;
  question.test = AuditTest::impossible_order;
  question.about = About::problem;
  question.ids = {visible(problem.id)};
  question.items = question.ids;
  question.statistic = std::to_string(worst.days());
  question.n = list.size();
  for (const Misdated& one : list) {
    question.entries.push_back(one.entry);
    question.entries.push_back(one.before_entry);
  }
  put_in_order(question);
  question.words = phrase(Text{"请了解 {0}：{1}写的是 {2}，比 {4} 的{3}还早 {5} 天",
                               "Ask about {0}: {1} is dated {2}, {5} before it was {3} on {4}"},
                          question.ids.front(), wording(worst.step), to_string(worst.day),
                          worst.before, to_string(worst.before_day), counted(worst.days(), "day"));
  return question;
}

}  // namespace

TestResult ask_impossible_orders(const Ledger& ledger, const ProblemList& problems,
                                 const Zone& zone, Quarter quarter) {
  const Life life(ledger, zone, quarter);
  TestResult result;
  result.test = AuditTest::impossible_order;
  result.over = phrase(Text{"{0} 的整改步骤", "steps of {0}"}, to_string(quarter));
  for (const Problem& problem : problems.problems) {
    const auto list = life.misdated(problem, result.looked_at);
    if (!list.empty()) result.questions.push_back(question_about(problem, list));
  }
  return result;
}

}  // namespace sihu
