#include "plan/quarter.hpp"

#include "base/chance.hpp"
#include "plan/companions.hpp"
#include "plan/limited.hpp"
#include "plan/words.hpp"
#include "statistics/connectivity.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace sihu {

namespace {

constexpr int quarters_of_half_year = 2;
constexpr int visits_worth_correcting = 3;  // with less, correcting costs more than it gives
constexpr std::size_t most_said = 10;

// What to set where there are too few branches for so many inspections of each.
Phrase fewer_targets(const PlanConflict& conflict, const PlanConstraints& constraints) {
  const int most = std::max(1, (constraints.branches - 1) / 2);
  const bool together = conflict.kind == ConflictKind::together && constraints.each > 1;
  if (together)
    return phrase(Text{"sihu.yaml 的 plan: 里把 targets 改小（现在是 {0}），或减少 recuse、teams、"
                       "capacity 的限制",
                       "in sihu.yaml, under plan:, lower targets (it is {0} now), or ask less of "
                       "recuse, teams or capacity"},
                  constraints.each);
  if (conflict.kind == ConflictKind::together)
    return phrase(Text{"减少 sihu.yaml 里 recuse、teams、capacity 的限制",
                       "ask less of recuse, teams or capacity in sihu.yaml"});
  if (conflict.kind != ConflictKind::too_many_visits || constraints.each <= most) return {};
  return phrase(
      Text{"{0} 个支部时，sihu.yaml 的 plan: 里 targets 最多写 {1}（现在是 {2}）",
           "with {0} branches write targets: {1} at most in sihu.yaml, under plan: (it is "
           "{2} now)"},
      constraints.branches, most, constraints.each);
}

tl::unexpected<Failure> no_plan(const PlanConflict& conflict, const PlanScene& scene) {
  std::vector<Phrase> reasons;
  if (const Phrase recusals = recusals_in_words(conflict, scene.ids); !recusals.empty())
    reasons.push_back(recusals);
  if (const Phrase teams = teams_in_words(conflict, scene.ids); !teams.empty())
    reasons.push_back(teams);
  if (const Phrase capacities = capacities_in_words(conflict, scene.ids); !capacities.empty())
    reasons.push_back(phrase(Text{"capacity（{0}）", "capacity ({0})"}, capacities));
  return fail(
      Kind::refused, "no-plan",
      conflict.kind == ConflictKind::unknown
          ? sentence(conflict, scene.ids)
          : phrase(Text{"排不出计划：{0}", "no plan exists: {0}"}, sentence(conflict, scene.ids)),
      reasons.empty() ? fewer_targets(conflict, scene.constraints)
                      : phrase(Text{"原因在于：{0}", "because of {0}"}, enumerated(reasons)));
}

void add_rows(const std::vector<Visit>& visits, Mutual mutual, const PlanScene& scene,
              PlanFile& file) {
  for (const Visit& visit : visits)
    file.rows.push_back({mutual, scene.ids[slot(visit.from)], scene.ids[slot(visit.to)]});
}

// What could not be helped among reviews and papers.
void add_broken(const std::vector<Visit>& visits, const std::vector<Visit>& inspections,
                Text inspected, const PlanScene& scene, PlanFile& file) {
  const std::set<Visit> checked(inspections.begin(), inspections.end());
  for (const Visit& visit : visits)
    if (checked.contains(visit))
      file.broken.push_back(
          phrase(inspected, scene.ids[slot(visit.from)], scene.ids[slot(visit.to)]));
}

// Of few branches it is said once: there is no other way.
void add_broken_companions(const std::vector<Visit>& inspections, const std::vector<Visit>& reviews,
                           const std::vector<Visit>& papers, int wanted, const PlanScene& scene,
                           PlanFile& file) {
  const std::size_t count = scene.ids.size();
  if (count <= slot(wanted) + 1)
    file.broken.push_back(phrase(Text{"只有 {0} 个支部，互评避不开所检查的支部",
                                      "there are {0} branches, each reviews the one it inspects"},
                                 count));
  else
    add_broken(reviews, inspections, {"{0} 既检查又评 {1}", "{0} inspects {1} and reviews it too"},
               scene, file);
  if (count == 2)
    file.broken.push_back(phrase(
        Text{"只有 2 个支部，只能互相命题", "there are 2 branches, they set each other's papers"}));
  else
    add_broken(papers, inspections,
               {"{0} 既检查 {1}，又为它命题", "{0} inspects {1} and sets its paper too"}, scene,
               file);
}

Phrase range(int least, int most) {
  if (least == most) return same(std::to_string(least));
  return phrase(Text{"{0} 到 {1}", "{0} to {1}"}, least, most);
}

Phrase shares(const Plan& plan) {
  const auto [made_least, made_most] = std::ranges::minmax(plan.made);
  const auto [got_least, got_most] = std::ranges::minmax(plan.got);
  if (made_least == made_most && got_least == got_most && made_least == got_least)
    return phrase(Text{"每个支部检查 {0} 个支部，也被 {0} 个支部检查",
                       "each branch makes {0}, and gets as many"},
                  counted(made_least, "inspection"));
  return phrase(Text{"一个支部承担 {0} 次检查，接受 {1} 次",
                     "a branch makes {0} of the inspections, and gets {1}"},
                range(made_least, made_most), range(got_least, got_most));
}

Phrase quality(const Plan& plan) {
  const Phrase method = plan.method == PlanMethod::repaired
                            ? phrase(Text{"轮转，其中 {0} 次检查有调整",
                                          "the rotation, {0} of its inspections exchanged"},
                                     plan.exchanged)
                            : phrase(wording(plan.method));
  if (plan.proved)
    return phrase(Text{"办法：{0}；没有违反规则更少的安排", "how: {0}; no plan breaks less"},
                  method);
  return phrase(Text{"办法：{0}；未能证明最好，最多还可少违反 {1} 处",
                     "how: {0}; not shown to be the best, {1} less may be broken at most"},
                method, plan.gap);
}

void note_broken(const PlanFile& file, std::vector<Phrase>& notes) {
  for (std::size_t i = 0; i < file.broken.size() && i < most_said; ++i)
    notes.push_back(phrase(Text{"不得不违反：{0}", "had to be broken: {0}"}, file.broken[i]));
  if (file.broken.size() > most_said)
    notes.push_back(phrase(Text{"不得不违反的还有 {0} 处，写在计划里",
                                "{0} more had to be broken, the plan says which"},
                           file.broken.size() - most_said));
}

// Where a round begins within a quarter, or few branches make many inspections, some of the quarter
// before come again, or the other way round, without any rule being broken.
void note_again(const PlanFile& file, const std::vector<PlanFile>& earlier,
                std::vector<Phrase>& notes) {
  const auto before = std::ranges::find_if(
      earlier, [&](const PlanFile& plan) { return plan.quarter.next() == file.quarter; });
  if (before == earlier.end()) return;
  std::set<std::pair<std::string_view, std::string_view>> then;
  for (const PlanRow& row : before->rows)
    if (row.mutual == Mutual::check) then.emplace(row.from, row.to);
  int again = 0;
  int returned = 0;
  for (const PlanRow& row : file.rows) {
    if (row.mutual != Mutual::check) continue;
    again += then.contains({row.from, row.to}) ? 1 : 0;
    returned += then.contains({row.to, row.from}) ? 1 : 0;
  }
  if (again + returned > 0)
    notes.push_back(phrase(Text{"与上个季度相比：{0} 次检查相同，{1} 次方向相反",
                                "beside the quarter before: {0} as then, {1} the other way round"},
                           counted(again, "inspection"), returned));
}

void note_few(const Plan& plan, std::vector<Phrase>& notes) {
  const int in_half_year = quarters_of_half_year * std::ranges::min(plan.got);
  if (in_half_year < visits_worth_correcting)
    notes.push_back(
        phrase(Text{"照此半年每个支部只被检查 {0} 次，不到 {1} 次时，按检查人宽严校正得分没有意义"
                    "（sihu.yaml 的 plan: targets 可以加）",
                    "like this a branch is inspected {0} times in a half-year; below {1}, "
                    "correcting scores for strict inspectors is worthless (plan: targets in "
                    "sihu.yaml)"},
               in_half_year, visits_worth_correcting));
}

// Of so many inspections one expects that scores can be corrected: what fewer leave apart is worth
// no word beside `note_few`.
void note_groups(const Plan& plan, std::vector<Phrase>& notes) {
  if (quarters_of_half_year * std::ranges::min(plan.got) < visits_worth_correcting) return;
  Ratings ratings{plan.got.size(), plan.made.size(), {}};
  for (const Visit& visit : plan.visits) ratings.all.push_back({slot(visit.from), slot(visit.to)});
  const auto groups = std::ranges::count_if(
      rating_groups(ratings), [](const RatingGroup& group) { return !group.branches.empty(); });
  if (groups > 1)
    notes.push_back(phrase(
        Text{"检查关系把支部分成互不相连的 {0} 组：只看本季度，组与组之间无从校正检查人的宽严"
             "（手工让不同组的两个支部互换检查对象，就连起来了）",
             "inspections leave {0} groups that nothing ties together: by this quarter alone "
             "scores can't be corrected for strict inspectors between them (two of "
             "different groups that exchange whom they inspect, by hand, tie them)"},
        groups));
}

void note_reviews(const std::vector<Visit>& reviews, int wanted, int least, const PlanScene& scene,
                  std::vector<Phrase>& notes) {
  if (wanted < least)
    notes.push_back(
        phrase(Text{"互评：只有 {0} 个支部，每个最多由 {1} 个支部来评，不到 sihu.yaml 里 review: "
                    "least 或评分规则里 least 的 {2} 份；各支部只交一份时不出结果",
                    "reviews: of {0} branches each is reviewed by {1} at most, below the {2} "
                    "sheets of review: least in sihu.yaml, or least in the rubric; with one sheet "
                    "each there is no result"},
               scene.ids.size(), wanted, least));
  std::vector<int> made(scene.ids.size());
  for (const Visit& visit : reviews) ++made[slot(visit.from)];
  const auto less = std::ranges::count_if(made, [&](int count) { return count < wanted; });
  if (less > 0)
    notes.push_back(
        phrase(Text{"互评：因回避，有 {0} 个支部评不到 {1} 个支部",
                    "reviews: by recusals, branches that have less than {1} to review: {0}"},
               less, wanted));
}

void note_seed(const std::string& seed, std::vector<Phrase>& notes) {
  notes.push_back(
      seed.empty()
          ? phrase(Text{"没有给 --seed：按季度和支部名册抽签，事先就能算出；用公开的开奖号码更好",
                        "no --seed: lots are drawn by the quarter and the branches, which can be "
                        "known beforehand; a public lottery draw is better"})
          : phrase(Text{"按“{0}”抽签，谁都能照它重排一遍核对",
                        "lots are drawn by \"{0}\": anybody can draw them again"},
                   seed));
}

void note_past(const PlanScene& scene, std::vector<Phrase>& notes) {
  std::vector<Phrase> departed;
  for (const std::string& id : scene.departed) departed.push_back(same(id));
  if (!departed.empty())
    notes.push_back(phrase(Text{"以前的计划里有现在没有的支部，不计：{0}",
                                "earlier plans have branches that are no longer there, they are "
                                "left out: {0}"},
                           first_of(std::move(departed))));
  if (scene.roster_changed)
    notes.push_back(phrase(Text{"支部有增减，轮转重新开始；以前查过谁仍然算数",
                                "the branches have changed: the rotation begins anew, and who "
                                "inspected whom still counts"}));
  else if (scene.constraints.place)
    notes.push_back(phrase(Text{"接着以前的轮转：次序由开始时的种子定",
                                "the rotation goes on: the seed it began with has drawn it"}));
}

}  // namespace

Result<QuarterPlan> plan_quarter(const Organisation& organisation, Quarter quarter,
                                 const std::string& seed, const std::vector<PlanFile>& earlier,
                                 int sheets) {
  const PlanScene scene = plan_scene(organisation, quarter, seed, earlier);
  auto plan = make_plan(scene.constraints);
  if (!plan) return no_plan(plan.error(), scene);
  const auto& visits = plan->visits;
  const int least = std::max(organisation.review.least, sheets);
  const int wanted = reviews_wanted(scene.constraints.branches, least);
  const auto reviews =
      review_visits(scene.constraints, visits, wanted, seed_of("review " + scene.seed_text));
  const auto papers = paper_visits(scene.constraints, visits, seed_of("test " + scene.seed_text));
  QuarterPlan made;
  PlanFile& file = made.file;
  file.quarter = quarter;
  file.made = PlanOrigin{"", {}, seed, scene.roster};
  if (plan->place) file.rotation = {plan->place->seed, plan->place->cycle, plan->place->round};
  for (const PlanFault& fault : plan->broken) file.broken.push_back(sentence(fault, scene.ids));
  add_broken_companions(visits, reviews, papers, wanted, scene, file);
  add_rows(visits, Mutual::check, scene, file);
  add_rows(reviews, Mutual::review, scene, file);
  add_rows(papers, Mutual::test, scene, file);
  made.notes = {shares(*plan), quality(*plan)};
  if (Phrase uneven = uneven_loads(scene.constraints, plan->made, scene.ids); !uneven.empty())
    made.notes.push_back(std::move(uneven));
  note_broken(file, made.notes);
  note_again(file, earlier, made.notes);
  note_few(*plan, made.notes);
  note_groups(*plan, made.notes);
  note_reviews(reviews, wanted, least, scene, made.notes);
  note_seed(seed, made.notes);
  note_past(scene, made.notes);
  made.check = std::move(*plan);
  return made;
}

}  // namespace sihu
