#include "check/authority.hpp"

#include <initializer_list>

namespace sihu {

namespace {

std::optional<RoleName> first_of(const Person& person, std::initializer_list<RoleName> roles,
                                 Date on) {
  for (const auto role : roles)
    if (person.has_role(role, on)) return role;
  return std::nullopt;
}

Phrase branch_name(const Organisation& organisation, const std::string& id) {
  const auto* branch = organisation.find_branch(id);
  return branch ? branch->name : same(id);
}

tl::unexpected<Failure> own_branch(const Organisation& organisation, const Person& person) {
  return fail(Kind::refused, "own-branch",
              phrase(Text{"{0}是{1}的人，不能检查自己的支部",
                          "{0} belongs to {1} and can't inspect the own branch"},
                     person.name, branch_name(organisation, person.branch)),
              phrase(Text{"支部自查用 --self", "for the branch's own look at itself use --self"}));
}

tl::unexpected<Failure> not_of_branch(const Organisation& organisation, const Person& person,
                                      const CheckKey& key) {
  return fail(Kind::refused, "not-own-branch",
              phrase(Text{"{0}不是{1}的人，只有本支部的人可以这样做",
                          "{0} does not belong to {1}, only its own people may do this"},
                     person.name, branch_name(organisation, key.branch)));
}

// What a branch inspects for itself is its own people's, the committee's, and that of people of no
// branch.
bool may_look_into(const Person& person, const CheckKey& key, Date on) {
  return key.by.empty() || key.by == person.branch || person.branch.empty() ||
         person.has_role(RoleName::committee, on);
}

tl::unexpected<Failure> not_of_inspecting_branch(const Organisation& organisation,
                                                 const Person& person, const CheckKey& key) {
  return fail(
      Kind::refused, "not-own-inspection",
      phrase(Text{"这是{0}自己做的检查，{1}不是它的人",
                  "{0} makes this inspection for itself, and {1} does not belong to it"},
             branch_name(organisation, key.by), person.name),
      phrase(Text{"由它自己的组长或委员会来办", "its own leader or the committee does it"}));
}

RoleName role_in_branch(const Person& person, Date on) {
  return person.has_role(RoleName::secretary, on) ? RoleName::secretary : RoleName::member;
}

}  // namespace

Result<RoleName> may_answer(const Organisation& organisation, const Person& person,
                            const CheckState& state, Date on) {
  const auto& key = state.key;
  const bool own = person.branch == key.branch;
  if (key.self && own) return role_in_branch(person, on);
  if (key.self) return not_of_branch(organisation, person, key);
  if (own) return own_branch(organisation, person);
  if (!may_look_into(person, key, on)) return not_of_inspecting_branch(organisation, person, key);
  if (const auto role = first_of(person, {RoleName::leader, RoleName::committee}, on);
      role && state.signed_off)
    return *role;
  if (state.signed_off)
    return fail(Kind::refused, "signed-off",
                phrase(Text{"{0} 已签字，只有组长或委员会可以改答案",
                            "{0} is signed off, only a leader or the committee may change answers"},
                       subject_of(key)));
  const auto role =
      first_of(person, {RoleName::inspector, RoleName::leader, RoleName::committee}, on);
  if (role) return *role;
  return fail(Kind::refused, "not-an-inspector",
              phrase(Text{"{0}在 {1} 不是检查员、组长或委员会成员",
                          "{0} is no inspector, leader or committee member on {1}"},
                     person.name, to_string(on)),
              phrase(Text{"在 sihu.yaml 的 people 里给这个人加上 inspector",
                          "give this person the role inspector in sihu.yaml, under people"}));
}

Result<RoleName> may_settle(const Organisation& organisation, const Person& person,
                            const CheckKey& key, Date on) {
  if (person.branch == key.branch) return own_branch(organisation, person);
  const auto role = first_of(person, {RoleName::leader, RoleName::committee}, on);
  if (role && !may_look_into(person, key, on))
    return not_of_inspecting_branch(organisation, person, key);
  if (role) return *role;
  return fail(Kind::refused, "not-a-leader",
              phrase(Text{"{0}在 {1} 不是组长或委员会成员",
                          "{0} is neither leader nor committee member on {1}"},
                     person.name, to_string(on)));
}

Result<RoleName> may_confirm(const Organisation& organisation, const Person& person,
                             const CheckKey& key, Date on) {
  if (person.branch != key.branch) return not_of_branch(organisation, person, key);
  return role_in_branch(person, on);
}

}  // namespace sihu
