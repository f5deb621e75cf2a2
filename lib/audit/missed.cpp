#include "audit/doubled.hpp"
#include "audit/followed.hpp"
#include "audit/tests.hpp"
#include "base/utf8.hpp"
#include "statistics/false_discovery.hpp"
#include "statistics/special.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

constexpr std::size_t least_elsewhere = 10;  // faults

struct Share {
  std::size_t missed = 0;
  std::size_t faults = 0;
};

// Of everybody, and of each by name.
struct Shares {
  Share all;
  std::map<std::string_view, Share> by_inspector;
};

Shares count(const std::vector<FollowedVisit>& followed) {
  Shares shares;
  for (const FollowedVisit& visit : followed)
    for (Share* share : {&shares.all, &shares.by_inspector[visit.visit->inspector]}) {
      share->missed += visit.missed.size();
      share->faults += visit.faults();
    }
  return shares;
}

struct Judged {
  const FollowedVisit* followed = nullptr;
  double others = 0;  // share that others miss; half a fault is added to each side of it
  double p = 1;
  double q = 1;
};

Judged judge(const FollowedVisit& followed, const Shares& shares) {
  const Share& own = shares.by_inspector.at(followed.visit->inspector);
  const auto missed = static_cast<double>(shares.all.missed - own.missed);
  const auto faults = static_cast<double>(shares.all.faults - own.faults);
  Judged judged{&followed, (missed + 0.5) / (faults + 1), 1, 1};
  judged.p = binomial_at_least(static_cast<long>(followed.missed.size()),
                               static_cast<long>(followed.faults()), judged.others);
  return judged;
}

std::size_t faults_elsewhere(const FollowedVisit& followed, const Shares& shares) {
  return shares.all.faults - shares.by_inspector.at(followed.visit->inspector).faults;
}

Phrase item_list(const FollowedVisit& followed) {
  std::vector<std::string> ids;
  for (const MissedItem& missed : followed.missed) ids.push_back(visible(missed.passed->id));
  return listed_briefly(ids);
}

Phrase words_about(const Judged& judged, const std::string& subject) {
  const FollowedVisit& followed = *judged.followed;
  const Text later{
      "请了解 {0}：当时的 {2} 个问题里有 {1} 个放过了，{3} "
      "的检查人查出并说当时就有（别处 {4}%）：{5}",
      "Ask about {0}: of {2} faults there then {1} were passed, and the inspectors of "
      "{3} found that they had been there ({4} % elsewhere): {5}"};
  const Text beside{
      "请了解 {0}：{3} 各支部各自检查，合起来查出的 {2} 个问题里它放过了 {1} "
      "个（别处 {4}%）：{5}",
      "Ask about {0}: of {2} faults that it and those who inspected for themselves in "
      "{3} found there, it passed {1} ({4} % elsewhere): {5}"};
  const bool is_beside = followed.next == followed.visit->check.quarter;
  return phrase(is_beside ? beside : later, subject, followed.missed.size(), followed.faults(),
                to_string(followed.next), decimal(100 * judged.others, 0), item_list(followed));
}

Question question_about(const Judged& judged) {
  const FollowedVisit& followed = *judged.followed;
  Question question;
  question.test = AuditTest::missed;
  question.about = About::check;
  question.ids = {subject_of(followed.visit->check)};
  question.statistic = std::to_string(followed.missed.size());
  question.p = judged.p;
  question.q = judged.q;
  question.n = followed.faults();
  question.words = words_about(judged, question.ids.front());
  add_missed(question, followed);
  put_in_order(question);
  return question;
}

// Says what there is even where nothing can be judged by it: it is a fact, and names nobody.
Phrase remark_on(const std::vector<FollowedVisit>& followed) {
  std::size_t missed = 0;
  std::size_t faults = 0;
  std::size_t undated = 0;
  std::vector<std::string> where;
  for (const FollowedVisit& visit : followed) {
    missed += visit.missed.size();
    faults += visit.faults();
    undated += visit.undated;
    if (!visit.missed.empty()) where.push_back(subject_of(visit.visit->check));
  }
  if (missed + undated == 0) return {};
  const Phrase places =
      where.empty() ? Phrase() : phrase(Text{"：{0}", ": {0}"}, listed_briefly(where));
  const Phrase all =
      phrase(Text{"上次放过、这次查出并说当时就有的共 {0} 个（问题共 {1} 个）{2}",
                  "{0} of {1} faults in all were passed and found to have been there{2}"},
             missed, faults, places);
  if (undated == 0) return all;
  return phrase(
      Text{"{0}；说不清何时有的 {1} 个不计", "{0}; {1} more that nobody can date are left out"},
      all, undated);
}

// What it can't be relied on for (tests/bench/power.cpp): a quarter has too few faults for more.
Phrase power_words() {
  return phrase(
      Text{
          "把握：有人只查得出十分之一的问题时，本项三次里问到一次，四个季度合看的“{0}”几乎次次（"
          "各模拟 200 个单位，问到 65 个、196 个）",
          "power: about somebody who finds a tenth of the faults this asks one time in three, {0}, "
          "over four quarters, nearly always (65 and 196 of 200 simulated organisations)"},
      wording(AuditTest::formality));
}

Phrase with_power(const Phrase& remark) {
  if (remark.empty()) return power_words();
  return phrase(Text{"{0}；{1}", "{0}; {1}"}, remark, power_words());
}

// Each against those of its kind: what one sees who comes later is not what one sees beside.
void judge_kind(const std::vector<FollowedVisit>& fresh, const Shares& shares,
                std::vector<Judged>& judged) {
  for (const FollowedVisit& followed : fresh)
    if (faults_elsewhere(followed, shares) >= least_elsewhere)
      judged.push_back(judge(followed, shares));
}

void judge_all(std::vector<Judged> judged, TestResult& result) {
  std::vector<double> p;
  for (const Judged& one : judged) p.push_back(one.p);
  const auto q = false_discovery_rates(p);
  for (std::size_t i = 0; i < q.size(); ++i) judged[i].q = q[i];
  std::ranges::stable_sort(judged, {}, &Judged::p);
  result.looked_at = judged.size();
  for (const Judged& one : judged)
    if (one.q <= accepted_false_discoveries) result.questions.push_back(question_about(one));
}

// What others followed up in a quarter.
std::vector<FollowedVisit> fresh_in(std::vector<FollowedVisit> followed, Quarter quarter) {
  std::erase_if(followed, [&](const FollowedVisit& visit) { return visit.next != quarter; });
  return followed;
}

}  // namespace

TestResult ask_missed(const std::vector<AuditVisit>& visits, Quarter quarter) {
  const Quarter before{quarter.year - 1, quarter.number};
  const auto year = visits_between(visits, before.next(), quarter);
  const auto followed = followed_visits(year);
  const auto beside = visits_beside(year);
  const std::vector<FollowedVisit> fresh = fresh_in(followed, quarter);
  const std::vector<FollowedVisit> fresh_beside = fresh_in(beside, quarter);
  TestResult result;
  result.test = AuditTest::missed;
  result.over = phrase(Text{"{0} 里有别人再查过的检查", "checks that others followed up in {0}"},
                       to_string(quarter));
  std::vector<Judged> judged;
  judge_kind(fresh, count(followed), judged);
  judge_kind(fresh_beside, count(beside), judged);
  judge_all(std::move(judged), result);
  result.remark = remark_on(fresh);
  if (result.looked_at > 0) result.remark = with_power(result.remark);
  if (fresh.empty() && fresh_beside.empty())
    result.too_little =
        phrase(Text{"本季度没有哪个支部在别人查过之后又查过",
                    "no branch was inspected again, this quarter, by somebody else"});
  else if (result.looked_at == 0)
    result.too_little = phrase(Text{"别处查出的问题至少要有 {0} 个才好比较",
                                    "needs at least {0} faults elsewhere to compare with"},
                               least_elsewhere);
  return result;
}

}  // namespace sihu
