#include "plan/organise.hpp"

#include "base/chance.hpp"
#include "base/sha256.hpp"
#include "document/kept_apart.hpp"

#include <algorithm>
#include <set>

namespace sihu {

namespace {

std::vector<Recusal> recusals_of(const Organisation& organisation, Quarter quarter,
                                 const std::vector<std::string>& ids) {
  std::vector<Recusal> recusals;
  for (const RecusedPair& pair : organisation.recuse)
    recusals.push_back(
        {place_of_id(pair.a, ids), place_of_id(pair.b, ids), RecusalReason::recused});
  for (const Person& person : organisation.people) {
    if (!recuses_in(person, quarter)) continue;
    for (const std::string& other : person.recuse)
      recusals.push_back(
          {place_of_id(person.branch, ids), place_of_id(other, ids), RecusalReason::shared_people});
  }
  return recusals;
}

void set_limits(const PlanSettings& settings, PlanScene& scene) {
  PlanConstraints& constraints = scene.constraints;
  constraints.each = settings.targets;
  constraints.gap = settings.gap;
  if (!settings.teams.empty()) constraints.team.assign(scene.ids.size(), -1);
  for (std::size_t team = 0; team < settings.teams.size(); ++team)
    for (const std::string& id : settings.teams[team])
      constraints.team[slot(place_of_id(id, scene.ids))] = static_cast<int>(team);
  if (!settings.capacity.empty()) constraints.capacity.assign(scene.ids.size(), -1);
  for (const auto& [id, most] : settings.capacity)
    constraints.capacity[slot(place_of_id(id, scene.ids))] = most;
}

void set_history(const std::vector<PlanFile>& plans, Quarter quarter, PlanScene& scene) {
  std::set<std::string> departed;
  const PlanFile* last = nullptr;
  for (const PlanFile& plan : plans) {
    if (plan.quarter >= quarter) continue;
    for (const PlanRow& row : plan.rows)
      for (const std::string* id : {&row.from, &row.to})
        if (row.mutual == Mutual::check && place_of_id(*id, scene.ids) < 0) departed.insert(*id);
    for (const Visit& visit : visits_of(plan, Mutual::check, scene.ids))
      scene.constraints.history.push_back({quarter_count(plan.quarter), visit.from, visit.to});
    if (!plan.rotation || !plan.made) continue;
    if (!last || last->quarter < plan.quarter) last = &plan;
  }
  scene.departed.assign(departed.begin(), departed.end());
  if (!last) return;
  scene.roster_changed = last->made->roster != scene.roster;
  if (!scene.roster_changed)
    scene.constraints.place =
        RotationPlace{last->rotation->seed, last->rotation->cycle, last->rotation->round};
}

}  // namespace

std::vector<std::string> plan_ids(const Organisation& organisation) {
  std::vector<std::string> ids;
  for (const Branch& branch : organisation.branches) ids.push_back(branch.id);
  std::ranges::sort(ids);
  return ids;
}

int place_of_id(const std::string& id, const std::vector<std::string>& ids) {
  const auto at = std::ranges::lower_bound(ids, id);
  return at != ids.end() && *at == id ? static_cast<int>(at - ids.begin()) : -1;
}

std::string roster_of(const std::vector<std::string>& ids) {
  std::string lines;
  for (const std::string& id : ids) lines += id + "\n";
  return sha256_hex(lines).substr(0, 16);
}

int quarter_count(Quarter quarter) {
  return quarter.year * 4 + quarter.number;
}

PlanScene plan_scene(const Organisation& organisation, Quarter quarter, std::string_view seed,
                     const std::vector<PlanFile>& plans) {
  PlanScene scene;
  scene.ids = plan_ids(organisation);
  scene.roster = roster_of(scene.ids);
  scene.seed_text =
      std::string(seed) + (seed.empty() ? "" : " ") + to_string(quarter) + " " + scene.roster;
  PlanConstraints& constraints = scene.constraints;
  constraints.branches = static_cast<int>(scene.ids.size());
  constraints.quarter = quarter_count(quarter);
  constraints.seed = seed_of(scene.seed_text);
  constraints.recusals = recusals_of(organisation, quarter, scene.ids);
  set_limits(organisation.plan, scene);
  set_history(plans, quarter, scene);
  return scene;
}

std::vector<Visit> visits_of(const PlanFile& plan, Mutual mutual,
                             const std::vector<std::string>& ids) {
  std::vector<Visit> visits;
  for (const PlanRow& row : plan.rows) {
    if (row.mutual != mutual) continue;
    const Visit visit{place_of_id(row.from, ids), place_of_id(row.to, ids)};
    if (visit.from >= 0 && visit.to >= 0) visits.push_back(visit);
  }
  return visits;
}

}  // namespace sihu
