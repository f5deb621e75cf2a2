#include "tally/severity.hpp"

#include "check/judge.hpp"
#include "statistics/connectivity.hpp"
#include "statistics/robust.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

constexpr int least_inspections = 3;

struct PersonalPoints {
  Rational points;
  Rational earned;
};

// What each person answered of an item; the latest of each stands.
void add_item(std::map<std::string, PersonalPoints>& people, const CheckSummary& check,
              const ItemLine& line) {
  const ItemState* said = check.state.find(line.item->id);
  if (!said) return;
  for (const GivenAnswer& given : said->standing) {
    if (given.settled || given.answer.verdict == Verdict::na) continue;
    PersonalPoints& person = people[given.person];
    person.points += line.item->points;
    person.earned += line.item->points - points_lost(*line.item, given.answer);
  }
}

void add_check(std::vector<PersonalScore>& scores, const CheckSummary& check) {
  std::map<std::string, PersonalPoints> people;
  Rational asked;
  for (const ItemLine& line : check.score.items) {
    if (!line.counts) continue;
    asked += line.item->points;
    add_item(people, check, line);
  }
  for (const auto& [person, sum] : people)
    if (!sum.points.is_zero() && asked <= Rational(2) * sum.points)
      scores.push_back(
          {check.key.branch, check.key.checklist, person, Rational(100) * sum.earned / sum.points});
}

std::size_t place_in(const std::vector<std::string>& sorted, const std::string& id) {
  return static_cast<std::size_t>(std::ranges::lower_bound(sorted, id) - sorted.begin());
}

Phrase why_not_corrected(const InspectedScores& scores) {
  std::vector<int> visits(scores.branches.size());
  for (const Rating& rating : scores.ratings.all) ++visits[rating.branch];
  if (visits.empty())
    return phrase(Text{"本季度没有可比的检查", "there is no inspection to compare"});
  if (visits.size() < 2)
    return phrase(Text{"只查了一个支部，没有可比的", "one branch is nothing to compare with"});
  const int least = *std::ranges::min_element(visits);
  if (least < least_inspections)
    return phrase(Text{"每个支部至少要有 3 次检查才分得开宽严与好坏，最少的只有 {0} 次",
                       "telling severe inspectors from poor branches takes 3 inspections of each "
                       "branch, and one has only {0}"},
                  least);
  if (visits.size() > most_drawn)
    return phrase(Text{"支部多于 {0} 个，这里不作校正", "more than {0} branches are not corrected"},
                  most_drawn);
  const std::size_t groups = rating_groups(scores.ratings).size();
  if (groups > 1)
    return phrase(Text{"检查关系把支部分成互不相连的 {0} 组，组与组之间无从比较检查人的宽严",
                       "inspections leave {0} groups that nothing ties together, and between them "
                       "inspectors can't be compared"},
                  groups);
  return {};
}

}  // namespace

std::vector<PersonalScore> personal_scores(const std::vector<CheckSummary>& checks) {
  std::vector<PersonalScore> scores;
  for (const CheckSummary& check : checks)
    if (!check.key.self) add_check(scores, check);
  return scores;
}

InspectedScores inspected_scores(const std::vector<PersonalScore>& scores) {
  std::set<std::string> branches;
  std::set<std::string> inspectors;
  for (const PersonalScore& score : scores) {
    branches.insert(score.branch);
    inspectors.insert(score.inspector);
  }
  InspectedScores all{
      {branches.begin(), branches.end()}, {inspectors.begin(), inspectors.end()}, {}};
  all.ratings.branches = all.branches.size();
  all.ratings.inspectors = all.inspectors.size();
  for (const PersonalScore& score : scores)
    all.ratings.all.push_back({place_in(all.inspectors, score.inspector),
                               place_in(all.branches, score.branch), score.score.approximately(), 1,
                               0});
  return all;
}

CorrectedScores correct_severity(const std::vector<PersonalScore>& scores) {
  CorrectedScores corrected;
  const InspectedScores all = inspected_scores(scores);
  corrected.why_not = why_not_corrected(all);
  if (!corrected.why_not.empty()) return corrected;
  const auto robust = fit_robust(all.ratings);
  if (!robust) {
    corrected.why_not =
        phrase(Text{"检查次数太少，算不出来", "there are too few inspections to work it out"});
    return corrected;
  }
  for (std::size_t i = 0; i < all.branches.size(); ++i) {
    corrected.branches[all.branches[i]] = robust->fit.level[i];
    corrected.errors[all.branches[i]] = robust->fit.level_error(i);
  }
  for (std::size_t j = 0; j < all.inspectors.size(); ++j)
    corrected.inspectors[all.inspectors[j]] = robust->fit.leniency[j];
  return corrected;
}

}  // namespace sihu
