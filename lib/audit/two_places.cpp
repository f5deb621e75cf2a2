#include "audit/numbered.hpp"
#include "audit/tests.hpp"
#include "statistics/pace.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace sihu {
namespace {

constexpr std::int64_t minute = 60 * 1000;  // milliseconds
constexpr std::int64_t longest_pause = 30 * minute;

// A stretch of answers at one check without a long pause.
struct Sitting {
  const AuditVisit* visit = nullptr;
  Instant from;
  Instant to;
  std::vector<std::size_t> entries;
};

Instant begun(const VisitItem& item) {
  return item.at + -1000 * std::int64_t{item.took.value_or(0)};
}

// Only what was answered question by question says when somebody was there: files are recorded
// wherever the inspector is later.
void add_sittings(const AuditVisit& visit, std::vector<Sitting>& sittings) {
  std::vector<const VisitItem*> timed;
  for (const VisitItem* item : answered_in(visit))
    if (item->took) timed.push_back(item);
  std::ranges::sort(timed, {}, [](const VisitItem* item) { return item->at; });
  const std::size_t first = sittings.size();
  for (const VisitItem* item : timed) {
    if (sittings.size() == first || item->at > sittings.back().to + longest_pause)
      sittings.push_back({&visit, begun(*item), item->at, {}});
    sittings.back().to = item->at;
    sittings.back().entries.push_back(item->entry);
  }
}

std::vector<TimeWindow> windows_of(const std::vector<Sitting>& sittings,
                                   const RatedVisits& numbers) {
  std::vector<TimeWindow> windows;
  for (const Sitting& sitting : sittings)
    windows.push_back({numbers.inspectors.of(sitting.visit->inspector),
                       numbers.branches.of(sitting.visit->check.branch),
                       static_cast<long>(sitting.from.milliseconds),
                       static_cast<long>(sitting.to.milliseconds)});
  return windows;
}

struct Meeting {
  Instant from;
  Instant to;
};

Meeting meeting_of(const Sitting& a, const Sitting& b) {
  return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

void add_to(Question& question, const Sitting& a, const Sitting& b) {
  for (const Sitting* one : {&a, &b}) {
    question.items.push_back(subject_of(one->visit->check));
    question.entries.insert(question.entries.end(), one->entries.begin(), one->entries.end());
  }
}

Phrase words_for(const Sitting& a, const Sitting& b, const Zone& zone) {
  const Meeting both = meeting_of(a, b);
  return phrase(Text{"请看：{0} 至 {1} 有一个人同时在 {2} 和 {3} 作答，是怎么回事？",
                     "Look at this: from {0} to {1} one person answered at {2} and at {3} at once. "
                     "How?"},
                to_local_string(both.from, zone), to_local_string(both.to, zone),
                a.visit->check.branch, b.visit->check.branch);
}

// Who it was, and where.
using AtOnce = std::pair<std::string, std::set<std::string>>;

Question question_about(const std::set<std::string>& branches, const std::vector<Sitting>& sittings,
                        const std::vector<TimeOverlap>& overlaps, const Zone& zone) {
  Question question;
  question.test = AuditTest::two_places;
  question.about = About::pair;
  question.ids.assign(branches.begin(), branches.end());
  std::int64_t together = 0;
  for (const TimeOverlap& overlap : overlaps) {
    const Sitting& a = sittings[overlap.first];
    const Sitting& b = sittings[overlap.second];
    const Meeting both = meeting_of(a, b);
    together += both.to.milliseconds - both.from.milliseconds;
    add_to(question, a, b);
    if (question.words.empty()) question.words = words_for(a, b, zone);
  }
  question.n = overlaps.size();
  question.statistic = decimal(static_cast<double>(together) / minute, 1);
  put_in_order(question);
  return question;
}

}  // namespace

TestResult ask_two_places(const std::vector<AuditVisit>& visits, Quarter quarter,
                          const Zone& zone) {
  const RatedVisits numbers = rate_visits(visits_between(visits, quarter, quarter));
  std::vector<Sitting> sittings;
  for (const AuditVisit* visit : numbers.visits) add_sittings(*visit, sittings);
  std::map<AtOnce, std::vector<TimeOverlap>> at_once;
  for (const TimeOverlap& overlap : find_overlaps(windows_of(sittings, numbers))) {
    const AuditVisit& first = *sittings[overlap.first].visit;
    const AuditVisit& second = *sittings[overlap.second].visit;
    at_once[{first.inspector, {first.check.branch, second.check.branch}}].push_back(overlap);
  }
  TestResult result;
  result.test = AuditTest::two_places;
  result.looked_at = sittings.size();
  result.over = phrase(Text{"{0} 逐项作答的时段", "sittings of {0}, answered item by item"},
                       to_string(quarter));
  if (sittings.empty())
    result.too_little = phrase(
        Text{"没有逐项作答、有用时的检查", "no check was answered item by item, with its times"});
  for (const auto& [who_and_where, overlaps] : at_once)
    result.questions.push_back(question_about(who_and_where.second, sittings, overlaps, zone));
  return result;
}

}  // namespace sihu
