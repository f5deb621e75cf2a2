#include "check/handover.hpp"

#include <algorithm>

namespace sihu {
namespace {

bool holds_today(const Role& role, Date today) {
  return (!role.from || *role.from <= today) && (!role.until || today <= *role.until);
}

std::string role_entry(const Role& role) {
  std::string text = "{role: " + std::string(to_string(role.name));
  if (role.from) text += ", from: '" + to_string(*role.from) + "'";
  if (role.until) text += ", until: '" + to_string(*role.until) + "'";
  return text + '}';
}

std::string roles_line(const std::vector<Role>& roles) {
  std::string line;
  for (const Role& role : roles) line += (line.empty() ? "" : ", ") + role_entry(role);
  return "roles: [" + line + ']';
}

void pass_roles_on(Handover& handover, const HandoverScene& scene) {
  const Date today = scene.judgement.today;
  std::vector<Role> giving = scene.from.roles;
  std::vector<Role> taking = scene.to.roles;
  for (Role& role : giving) {
    if (role.name == RoleName::member || !holds_today(role, today)) continue;
    if (!scene.to.has_role(role.name, today)) {
      handover.roles.push_back(role.name);
      taking.push_back({role.name, today, {}});
    }
    role.until = today - 1;
    // Begun only today: it was never held.
    if (role.from && *role.from > *role.until) role.from = role.until;
  }
  if (handover.roles.empty()) return;
  handover.lines = {roles_line(giving), roles_line(taking)};
}

// The same objection about ten problems is said once.
void add_objections(Failure& into, Failure failure) {
  std::erase_if(failure.faults, [&](const Fault& fault) {
    return std::ranges::any_of(into.faults, [&](const Fault& said) {
      return said.name == fault.name && said.what.en == fault.what.en;
    });
  });
  if (!failure.faults.empty()) add_failure(into, std::move(failure));
}

Result<SharedStep> assign_all(const std::vector<const Problem*>& problems,
                              const HandoverScene& scene) {
  SharedStep all;
  Failure failure;
  Step step;
  step.name = StepName::assign;
  step.note = scene.note;
  step.to = scene.to.id;
  for (const Problem* problem : problems) {
    auto taken = take_shared_step(*problem, problem->id, step, scene.by, scene.judgement);
    if (!taken) {
      add_objections(failure, std::move(taken.error()));
      continue;
    }
    all.role = std::max(all.role, taken->role);
    std::ranges::move(taken->drafts, std::back_inserter(all.drafts));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return all;
}

}  // namespace

std::vector<CheckKey> running_checks(const std::map<CheckKey, CheckState>& checks,
                                     std::string_view person) {
  std::vector<CheckKey> running;
  for (const auto& [key, state] : checks)
    if (state.begun() && !state.signed_off && state.beginnings.front().person == person)
      running.push_back(key);
  return running;
}

Result<Handover> hand_over(const HandoverScene& scene) {
  if (scene.from.id == scene.to.id)
    return fail(Kind::usage, "same-person",
                phrase(Text{"交接要有两个人，--to 也是 {0}",
                            "a handover is between two people, and --to is {0} too"},
                       scene.from.id));
  Handover handover;
  for (const Problem& problem : scene.list.problems)
    if (problem.owner == scene.from.id && !problem.ended()) handover.problems.push_back(&problem);
  auto step = assign_all(handover.problems, scene);
  if (!step) return tl::unexpected(step.error());
  handover.step = std::move(*step);
  handover.checks = running_checks(scene.checks, scene.from.id);
  pass_roles_on(handover, scene);
  return handover;
}

}  // namespace sihu
