#include "audit/tests.hpp"
#include "base/utf8.hpp"
#include "problem/state.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sihu {
namespace {

constexpr int most_days = 3;

// What was said at one go to have been done on one day: of a check, or of one problem.
struct LateWork {
  std::vector<std::size_t> entries;
  std::string reason;
};
using LateWorks = std::map<std::tuple<std::string, Date, Date>, LateWork>;  // subject, on, recorded

// An item's lines belong to its check.
std::string whole_of(const Event& event) {
  const auto check = parse_check_subject(event.subject);
  return check ? subject_of(check->key) : event.subject;
}

bool belongs_to(const Event& event, Date on, Quarter quarter) {
  const auto check = parse_check_subject(event.subject);
  return (check ? check->key.quarter : Quarter::of(on)) == quarter;
}

struct Looked {
  LateWorks late;
  std::size_t lines = 0;  // recorded with a day of their own
};

Looked look(const Ledger& ledger, const Zone& zone, Quarter quarter) {
  Looked looked;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const Event& event = ledger.entries[i].event;
    const auto on = Date::parse(event.get("on"));
    // An opening goes with the answer that brought it about.
    if (!on || event.name == "problem.open" || !belongs_to(event, *on, quarter)) continue;
    ++looked.lines;
    const Date recorded = recorded_on(event, zone);
    if (recorded - *on <= most_days) continue;
    LateWork& work = looked.late[{whole_of(event), *on, recorded}];
    work.entries.push_back(i);
    if (work.reason.empty()) work.reason = event.get("reason");
  }
  return looked;
}

Question question_about(const std::string& subject, Date on, Date recorded, const LateWork& work) {
  Question question;
  question.test = AuditTest::late_entry;
  question.about = parse_check_subject(subject) ? About::check : About::problem;
  question.ids = {visible(subject)};
  const auto days = recorded - on;
  question.statistic = std::to_string(days);
  question.n = work.entries.size();
  question.items = question.ids;
  question.entries = work.entries;
  question.words =
      phrase(Text{"请了解 {0}：说是 {1} 做的，{2} 才录，晚 {3} 天；理由：{4}",
                  "Ask about {0}: said to be of {1}, recorded on {2}, {3} later; reason: {4}"},
             question.ids.front(), to_string(on), to_string(recorded), counted(days, "day"),
             work.reason.empty() ? std::string("-") : visible(work.reason));
  return question;
}

}  // namespace

TestResult ask_late_entries(const Ledger& ledger, const Zone& zone, Quarter quarter) {
  const Looked looked = look(ledger, zone, quarter);
  TestResult result;
  result.test = AuditTest::late_entry;
  result.looked_at = looked.lines;
  result.over =
      phrase(Text{"{0} 补录的行", "lines of {0} recorded later than done"}, to_string(quarter));
  for (const auto& [key, work] : looked.late) {
    const auto& [subject, on, recorded] = key;
    result.questions.push_back(question_about(subject, on, recorded, work));
  }
  std::ranges::stable_sort(result.questions, std::ranges::greater{},
                           [](const Question& one) { return std::stoi(one.statistic); });
  return result;
}

}  // namespace sihu
