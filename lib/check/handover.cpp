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

// A role is one in the branch of who holds it, but for the committee's.
bool stays_behind(RoleName role, const HandoverScene& scene) {
  return role != RoleName::committee && scene.from.branch != scene.to.branch;
}

void pass_roles_on(Handover& handover, const HandoverScene& scene) {
  const Date today = scene.judgement.today;
  std::vector<Role> giving = scene.from.roles;
  std::vector<Role> taking = scene.to.roles;
  for (Role& role : giving) {
    if (role.name == RoleName::member || !holds_today(role, today)) continue;
    if (stays_behind(role.name, scene)) {
      handover.staying.push_back(role.name);
      continue;
    }
    handover.roles.push_back(role.name);
    if (!scene.to.has_role(role.name, today)) taking.push_back({role.name, today, {}});
    role.until = today - 1;
    // Begun only today: it was never held.
    if (role.from && *role.from > *role.until) role.from = role.until;
  }
  if (handover.roles.empty()) return;
  handover.lines.giving = roles_line(giving);
  if (taking.size() > scene.to.roles.size()) handover.lines.taking = roles_line(taking);
}

Phrase branch_called(const Organisation& organisation, const std::string& id) {
  const Branch* branch = organisation.find_branch(id);
  return branch ? branch->name : same(id);
}

// What a branch answers for stays with its people; what others took over may stay with them.
std::vector<Fault> of_other_branches(const std::vector<const Problem*>& problems,
                                     const HandoverScene& scene) {
  std::vector<Fault> faults;
  if (scene.from.branch == scene.to.branch) return faults;
  std::map<std::string, std::vector<const Problem*>> by_branch;
  for (const Problem* problem : problems)
    if (problem->branch != scene.to.branch) by_branch[problem->branch].push_back(problem);
  for (const auto& [branch, own] : by_branch) {
    const Phrase name = branch_called(scene.judgement.organisation, branch);
    faults.push_back(
        {{},
         "other-branch",
         phrase(Text{"{0}不属于{1}，由{1}负责的 {2} 个问题不能交接给此人（如 {3}）",
                     "{0} is not of {1}, which answers for {2} of the problems (such as {3})"},
                scene.to.name, name, own.size(), own.front()->id),
         phrase(Text{"交给{0}的人；确要别的支部的人负责，由委员会逐个用 sihu rectify assign",
                     "hand over to somebody of {0}; where another branch's person is meant, the "
                     "committee assigns each with sihu rectify assign"},
                name)});
  }
  return faults;
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
  if (auto faults = of_other_branches(handover.problems, scene); !faults.empty())
    return fail(Kind::refused, std::move(faults));
  auto step = assign_all(handover.problems, scene);
  if (!step) return tl::unexpected(step.error());
  handover.step = std::move(*step);
  handover.checks = running_checks(scene.checks, scene.from.id);
  pass_roles_on(handover, scene);
  return handover;
}

}  // namespace sihu
