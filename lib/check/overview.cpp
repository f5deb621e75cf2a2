#include "check/overview.hpp"

#include "check/planned.hpp"

#include <algorithm>
#include <set>

namespace sihu {

namespace {

// What is worked out once for all checks of some quarters.
struct Known {
  std::map<CheckKey, CheckState> states;
  std::vector<Waiver> waivers;
  std::map<CheckKey, std::vector<const Problem*>> problems;
  std::map<std::string, PlanFile> plans;  // the inspections of each branch; empty: no plan
  std::map<Quarter, KeptApart> apart;     // of every quarter that has a check
};

// The plan is asked about one branch after the other, and of thousands of branches it is long.
std::map<std::string, PlanFile> plans_by_branch(const OverviewScene& scene) {
  std::map<std::string, PlanFile> plans;
  if (!scene.plan) return plans;
  for (const Branch& branch : scene.organisation.branches)
    plans[branch.id].quarter = scene.plan->quarter;
  for (const PlanRow& row : scene.plan->rows)
    if (const auto of_branch = plans.find(row.to);
        of_branch != plans.end() && row.mutual == Mutual::check)
      of_branch->second.rows.push_back(row);
  return plans;
}

Known known_from(const OverviewScene& scene, Quarter first, Quarter last) {
  Known known{fold_checks(scene.ledger, first, last),
              fold_waivers(scene.ledger, scene.zone),
              {},
              plans_by_branch(scene),
              {}};
  for (const auto& [key, state] : known.states)
    if (!known.apart.contains(key.quarter))
      known.apart.emplace(key.quarter, KeptApart(scene.organisation, key.quarter));
  for (const auto& problem : scene.problems.problems)
    known.problems[{problem.quarter, problem.branch, problem.checklist}].push_back(&problem);
  return known;
}

ScoreBasis basis_of(const OverviewScene& scene, const std::vector<Waiver>& waivers,
                    const CheckState& state, const Branch& branch, const Checklist& checklist) {
  const auto on = reference_day(state, state.key, scene.zone, scene.today);
  return {checklist, branch, on, waived_items(waivers, checklist, branch.id, on)};
}

Score score_of(const OverviewScene& scene, const Known& known, const CheckState& state,
               const Branch& branch, const Checklist& checklist) {
  return score_check(basis_of(scene, known.waivers, state, branch, checklist), state.items);
}

Progress progress_of(const CheckState& state, const Score& score) {
  if (!state.begun() && score.done == 0) return Progress::not_begun;
  if (score.conflicts > 0) return Progress::conflict;
  if (!score.complete()) return Progress::going_on;
  // What changed after the sign-off has to be signed again.
  const bool holds = state.signed_off && !state.changed_since(state.signed_off);
  return holds ? Progress::signed_off : Progress::complete;
}

const std::vector<const Problem*>& problems_at(const Known& known, const CheckKey& key) {
  static const std::vector<const Problem*> none;
  const auto found = known.problems.find({key.quarter, key.branch, key.checklist});
  return found == known.problems.end() ? none : found->second;
}

bool finds(const Checklist* checklist, const CheckState& state, const std::string& id) {
  const Item* item = checklist ? checklist->find(id) : nullptr;
  const ItemState* said = state.find(id);
  return item && said && std::ranges::any_of(said->standing, [&](const GivenAnswer& given) {
           return is_finding(*item, given.answer);
         });
}

// Whether the inspection found the problem: as its opening says, or else by its answer, or where
// none finds it any more, by having opened it. Of an inspection with none beside it everything is
// its own.
bool is_own(const OverviewScene& scene, const Known& known, const Problem& problem,
            const CheckSummary& summary, const CheckState& own) {
  if (!problem.by.empty()) return problem.by == summary.key.by;
  const auto beside = begun_beside(known.states, summary.key);
  const bool is_alone = beside.size() == 1 && beside.front() == summary.key;
  if (beside.empty() || is_alone) return true;
  const auto found_by = [&](const CheckKey& key) {
    const CheckState& state = known.states.at(key);
    return finds(scene.checklist_for(state), state, problem.item);
  };
  if (std::ranges::any_of(beside, found_by)) return finds(summary.checklist, own, problem.item);
  const bool is_opener =
      std::ranges::find(beside, problem.inspecting_branch, &CheckKey::by) != beside.end();
  return summary.key.by == (is_opener ? problem.inspecting_branch : std::string());
}

void add_beside(const OverviewScene& scene, const Known& known, const CheckState& state,
                CheckSummary& summary) {
  std::set<std::string> open;  // items: two copies of the ledger may have opened two problems
  for (const Problem* problem : problems_at(known, summary.key))
    if (!problem->ended() && is_own(scene, known, *problem, summary, state))
      open.insert(problem->item);
  summary.problems_open = static_cast<int>(open.size());
  CheckKey key{summary.key.quarter, summary.key.branch, summary.key.checklist};
  key.self = true;
  const auto self = known.states.find(key);
  const auto* own = self == known.states.end() ? nullptr : scene.checklist_for(self->second);
  if (own) summary.self = score_of(scene, known, self->second, *summary.branch, *own);
}

// Whether a dispute that began at `since` was decided: the problem upheld, or withdrawn.
bool decided(const Ledger& ledger, const Problem& problem, Instant since) {
  return std::ranges::any_of(problem.history, [&](const HistoryStep& step) {
    const auto& event = ledger.entries[step.entry].event;
    const bool decides = event.name == "problem.uphold" || event.name == "problem.withdraw";
    return step.applied && decides && event.at > since;
  });
}

// The item's problem decides; without one the objection stands until the item is answered again.
bool is_disputed(const OverviewScene& scene, const Known& known, const CheckSummary& summary,
                 const CheckState& state, const std::string& item, const ItemState& said) {
  if (summary.key.self) return false;
  bool disputed = said.disputed.has_value();
  for (const Problem* problem : problems_at(known, summary.key)) {
    if (problem->item != item || !is_own(scene, known, *problem, summary, state)) continue;
    if (problem->status == Status::disputed) return true;
    if (disputed && decided(scene.ledger, *problem, said.disputed->at)) disputed = false;
  }
  return disputed;
}

Inspections inspections(const OverviewScene& scene, const Known& known, const std::string& branch) {
  const auto plan = known.plans.find(branch);
  return {known.states, scene.organisation, plan == known.plans.end() ? nullptr : &plan->second};
}

// All of a check but its state.
std::optional<CheckSummary> scored(const OverviewScene& scene, const Known& known,
                                   const CheckState& state) {
  CheckSummary summary;
  summary.key = state.key;
  summary.branch = scene.organisation.find_branch(state.key.branch);
  summary.by = scene.organisation.find_branch(state.key.by);
  summary.checklist = scene.checklist_for(state);
  if (!summary.branch || !summary.checklist) return std::nullopt;
  summary.score = score_of(scene, known, state, *summary.branch, *summary.checklist);
  summary.progress = progress_of(state, summary.score);
  summary.footing = footing_of(inspections(scene, known, state.key.branch), state);
  if (state.begun())
    summary.recused =
        recused_inspectors(known.apart.at(state.key.quarter), scene.organisation, state,
                           reference_day(state, state.key, scene.zone, scene.today));
  return summary;
}

std::optional<CheckSummary> summarize(const OverviewScene& scene, const Known& known,
                                      const CheckState& state) {
  auto summary = scored(scene, known, state);
  if (!summary) return summary;
  if (!state.key.self) add_beside(scene, known, state, *summary);
  for (const auto& [item, said] : state.items)
    if (is_disputed(scene, known, *summary, state, item, said)) summary->disputed.insert(item);
  return summary;
}

CheckState not_begun(const CheckKey& key) {
  CheckState state;
  state.key = key;
  return state;
}

using Summarize = std::optional<CheckSummary>(const OverviewScene&, const Known&,
                                              const CheckState&);

// The checks with those keys, all inspections of one checklist at one branch. What they leave of
// `known` serves no other: a check takes its state along.
void add_checks(const OverviewScene& scene, Known& known, const std::vector<CheckKey>& keys,
                Summarize* summarize_one, std::vector<CheckSummary>& summaries) {
  const std::size_t first = summaries.size();
  for (const CheckKey& key : keys) {
    const auto found = known.states.find(key);
    CheckState none = not_begun(key);
    const CheckState& state = found == known.states.end() ? none : found->second;
    auto summary = summarize_one(scene, known, state);
    if (summary && (summary->score.asked > 0 || state.begun()))
      summaries.push_back(std::move(*summary));
  }
  for (std::size_t i = first; i < summaries.size(); ++i) {
    const auto found = known.states.find(summaries[i].key);
    summaries[i].state =
        found == known.states.end() ? not_begun(summaries[i].key) : std::move(found->second);
  }
}

std::vector<CheckSummary> all_checks(const OverviewScene& scene, Quarter quarter,
                                     const std::vector<std::string>& ids,
                                     Summarize* summarize_one) {
  Known known = known_from(scene, quarter, quarter);
  std::set<std::string> all(ids.begin(), ids.end());
  for (const auto& [key, state] : known.states) all.insert(key.checklist);
  std::vector<CheckSummary> summaries;
  for (const auto& branch : scene.organisation.branches) {
    const Inspections of_branch = inspections(scene, known, branch.id);
    for (const auto& id : all)
      add_checks(scene, known, inspections_of(of_branch, {quarter, branch.id, id}), summarize_one,
                 summaries);
  }
  return summaries;
}

}  // namespace

std::string_view to_string(Progress progress) {
  switch (progress) {
    case Progress::not_begun:
      return "not-begun";
    case Progress::going_on:
      return "going-on";
    case Progress::conflict:
      return "conflict";
    case Progress::complete:
      return "complete";
    case Progress::signed_off:
      break;
  }
  return "signed-off";
}

const Text& wording(Progress progress) {
  static constexpr Text not_begun{"未开始", "not begun"};
  static constexpr Text going_on{"进行中", "going on"};
  static constexpr Text conflict{"答案不一致", "answers differ"};
  static constexpr Text complete{"已做完", "complete"};
  static constexpr Text signed_off{"已签字", "signed off"};
  switch (progress) {
    case Progress::not_begun:
      return not_begun;
    case Progress::going_on:
      return going_on;
    case Progress::conflict:
      return conflict;
    case Progress::complete:
      return complete;
    case Progress::signed_off:
      break;
  }
  return signed_off;
}

std::vector<CheckSummary> check_overview(const OverviewScene& scene, Quarter quarter,
                                         const std::vector<std::string>& ids) {
  return all_checks(scene, quarter, ids, summarize);
}

std::vector<CheckSummary> scored_checks(const OverviewScene& scene, Quarter quarter,
                                        const std::vector<std::string>& ids) {
  return all_checks(scene, quarter, ids, scored);
}

std::vector<CheckKey> each_recorded_check(const OverviewScene& scene, Quarter first, Quarter last,
                                          const std::function<void(const CheckSummary&)>& take) {
  const Known known = known_from(scene, first, last);
  std::vector<CheckKey> lacking;
  for (const auto& [key, state] : known.states) {
    if (key.self || !scene.organisation.find_branch(key.branch)) continue;
    auto summary = scored(scene, known, state);
    if (!summary) {
      lacking.push_back(key);
      continue;
    }
    // A copy: other inspections of the same checklist at that branch are still held against it.
    summary->state = state;
    take(*summary);
  }
  return lacking;
}

std::optional<CheckSummary> summarize_check(const OverviewScene& scene, const CheckKey& key) {
  const Known known = known_from(scene, key.quarter, key.quarter);
  const auto found = known.states.find(key);
  const CheckState state = found == known.states.end() ? not_begun(key) : found->second;
  auto summary = summarize(scene, known, state);
  if (summary) summary->state = state;
  return summary;
}

Explanation explain_check(const OverviewScene& scene, const CheckSummary& check) {
  const auto waivers = fold_waivers(scene.ledger, scene.zone);
  return explain_score(basis_of(scene, waivers, check.state, *check.branch, *check.checklist),
                       check.state.items);
}

}  // namespace sihu
