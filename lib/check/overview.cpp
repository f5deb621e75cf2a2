#include "check/overview.hpp"

#include <algorithm>
#include <set>

namespace sihu {

namespace {

// What is worked out once for all checks.
struct Known {
  std::map<CheckKey, CheckState> states;
  std::vector<Waiver> waivers;
  std::map<CheckKey, std::vector<const Problem*>> problems;
};

Known known_from(const OverviewScene& scene) {
  Known known{fold_checks(scene.ledger), fold_waivers(scene.ledger, scene.zone), {}};
  for (const auto& problem : scene.problems.problems)
    known.problems[{problem.quarter, problem.branch, problem.checklist}].push_back(&problem);
  return known;
}

CheckState state_of(const Known& known, const CheckKey& key) {
  const auto found = known.states.find(key);
  if (found != known.states.end()) return found->second;
  CheckState fresh;
  fresh.key = key;
  return fresh;
}

ScoreBasis basis_of(const OverviewScene& scene, const std::vector<Waiver>& waivers,
                    const CheckState& state, const Branch& branch, const Checklist& checklist) {
  const auto on = reference_day(state, state.key, scene.zone, scene.today);
  return {checklist, branch, on, waived_items(waivers, checklist, branch.id, on)};
}

Score score_of(const OverviewScene& scene, const Known& known, const CheckState& state,
               const Branch& branch, const Checklist& checklist) {
  return score_check(basis_of(scene, known.waivers, state, branch, checklist),
                     standing_answers(state));
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
            const CheckSummary& summary) {
  if (!problem.by.empty()) return problem.by == summary.key.by;
  const auto beside = begun_beside(known.states, summary.key);
  const bool is_alone = beside.size() == 1 && beside.front() == summary.key;
  if (beside.empty() || is_alone) return true;
  const auto found_by = [&](const CheckKey& key) {
    const CheckState& state = known.states.at(key);
    return finds(scene.checklist_for(state), state, problem.item);
  };
  if (std::ranges::any_of(beside, found_by))
    return finds(summary.checklist, summary.state, problem.item);
  const bool is_opener =
      std::ranges::find(beside, problem.inspecting_branch, &CheckKey::by) != beside.end();
  return summary.key.by == (is_opener ? problem.inspecting_branch : std::string());
}

void add_beside(const OverviewScene& scene, const Known& known, CheckSummary& summary) {
  std::set<std::string> open;  // items: two copies of the ledger may have opened two problems
  for (const Problem* problem : problems_at(known, summary.key))
    if (!problem->ended() && is_own(scene, known, *problem, summary)) open.insert(problem->item);
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
                 const std::string& item, const ItemState& said) {
  if (summary.key.self) return false;
  bool disputed = said.disputed.has_value();
  for (const Problem* problem : problems_at(known, summary.key)) {
    if (problem->item != item || !is_own(scene, known, *problem, summary)) continue;
    if (problem->status == Status::disputed) return true;
    if (disputed && decided(scene.ledger, *problem, said.disputed->at)) disputed = false;
  }
  return disputed;
}

Inspections inspections(const OverviewScene& scene, const Known& known) {
  return {known.states, scene.organisation, scene.plan};
}

std::optional<CheckSummary> scored(const OverviewScene& scene, const Known& known,
                                   const CheckKey& key) {
  CheckSummary summary;
  summary.key = key;
  summary.state = state_of(known, key);
  summary.branch = scene.organisation.find_branch(key.branch);
  summary.by = scene.organisation.find_branch(key.by);
  summary.checklist = scene.checklist_for(summary.state);
  if (!summary.branch || !summary.checklist) return std::nullopt;
  summary.score = score_of(scene, known, summary.state, *summary.branch, *summary.checklist);
  summary.progress = progress_of(summary.state, summary.score);
  summary.footing = footing_of(inspections(scene, known), summary.state);
  return summary;
}

std::optional<CheckSummary> summarize(const OverviewScene& scene, const Known& known,
                                      const CheckKey& key) {
  auto summary = scored(scene, known, key);
  if (!summary) return summary;
  if (!key.self) add_beside(scene, known, *summary);
  for (const auto& [item, said] : summary->state.items)
    if (is_disputed(scene, known, *summary, item, said)) summary->disputed.insert(item);
  return summary;
}

using Summarize = std::optional<CheckSummary>(const OverviewScene&, const Known&, const CheckKey&);

std::vector<CheckSummary> all_checks(const OverviewScene& scene, Quarter quarter,
                                     const std::vector<std::string>& ids,
                                     Summarize* summarize_one) {
  const auto known = known_from(scene);
  std::set<std::string> all(ids.begin(), ids.end());
  for (const auto& [key, state] : known.states)
    if (key.quarter == quarter) all.insert(key.checklist);
  std::vector<CheckSummary> summaries;
  for (const auto& branch : scene.organisation.branches)
    for (const auto& id : all)
      for (const auto& key : inspections_of(inspections(scene, known), {quarter, branch.id, id})) {
        auto summary = summarize_one(scene, known, key);
        if (summary && (summary->score.asked > 0 || summary->state.begun()))
          summaries.push_back(std::move(*summary));
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
  const auto known = known_from(scene);
  std::vector<CheckKey> lacking;
  for (const auto& [key, state] : known.states) {
    if (key.self || key.quarter < first || last < key.quarter) continue;
    if (!scene.organisation.find_branch(key.branch)) continue;
    if (const auto summary = scored(scene, known, key))
      take(*summary);
    else
      lacking.push_back(key);
  }
  return lacking;
}

std::optional<CheckSummary> summarize_check(const OverviewScene& scene, const CheckKey& key) {
  return summarize(scene, known_from(scene), key);
}

Explanation explain_check(const OverviewScene& scene, const CheckSummary& check) {
  const auto waivers = fold_waivers(scene.ledger, scene.zone);
  return explain_score(basis_of(scene, waivers, check.state, *check.branch, *check.checklist),
                       standing_answers(check.state));
}

}  // namespace sihu
