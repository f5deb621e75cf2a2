#include "check/planned.hpp"

#include "wording/number.hpp"

#include <algorithm>

namespace sihu {

namespace {

Phrase name_of(const Organisation& organisation, const std::string& id) {
  const auto* branch = organisation.find_branch(id);
  return branch ? branch->name : same(id);
}

bool is_recused(const KeptApart& apart, const CheckKey& key, const std::string& by) {
  return !key.self && apart.has(by, key.branch);
}

// The one that somebody stands for; the committee's people stand for none.
std::string branch_of(const Person& person, Date on) {
  return person.has_role(RoleName::committee, on) ? std::string() : person.branch;
}

}  // namespace

bool is_as_planned(const PlanFile* plan, const Person& person, const CheckState& state, Date on) {
  if (!plan || state.key.self || state.signed_off || person.branch.empty()) return true;
  return person.has_role(RoleName::committee, on) ||
         plan->has(Mutual::check, person.branch, state.key.branch);
}

bool has_given_reason(const CheckState& state, const Organisation& organisation,
                      const Person& person) {
  return std::ranges::any_of(state.beginnings, [&](const Beginning& beginning) {
    if (beginning.unplanned.empty()) return false;
    const auto* other = organisation.find_person(beginning.person);
    return other && other->branch == person.branch;
  });
}

Failure outside_plan(const PlanFile& plan, const Organisation& organisation, const Person& person,
                     const CheckKey& key) {
  std::vector<Phrase> inspectors;
  for (const PlanRow& row : plan.rows)
    if (row.mutual == Mutual::check && row.to == key.branch)
      inspectors.push_back(name_of(organisation, row.from));
  const Phrase own = name_of(organisation, person.branch);
  const Phrase other = name_of(organisation, key.branch);
  const std::string quarter = to_string(plan.quarter);
  const Phrase what =
      inspectors.empty()
          ? phrase(Text{"{0} 的计划里{1}不检查{2}，也没有别的支部检查它",
                        "by the plan of {0} {1} does not inspect {2}, nor does any other branch"},
                   quarter, own, other)
          : phrase(Text{"{0} 的计划里{1}不检查{2}，检查它的是{3}",
                        "by the plan of {0} {1} does not inspect {2}, which is inspected by {3}"},
                   quarter, own, other, enumerated(inspectors));
  return {Kind::refused,
          {{{},
            "not-planned",
            what,
            phrase(Text{"确有必要：--unplanned 原因；或请委员会改 plans/{0}.yaml",
                        "if it has to be: --unplanned REASON; or have the committee change "
                        "plans/{0}.yaml"},
                   quarter)}}};
}

std::set<std::string> recused_inspectors(const KeptApart& apart, const Organisation& organisation,
                                         const CheckState& state, Date on) {
  std::set<std::string> recused;
  if (!state.begun()) return recused;
  const CheckKey& key = state.key;
  if (is_recused(apart, key, key.by)) recused.insert(key.by);
  for (const std::string& id : state.people)
    if (const Person* person = organisation.find_person(id);
        person && is_recused(apart, key, branch_of(*person, on)))
      recused.insert(person->branch);
  return recused;
}

Phrase recusal_warning(const KeptApart& apart, const Organisation& organisation,
                       const Person& person, const CheckKey& key, Date on) {
  const std::string own = branch_of(person, on);
  const std::string& recused = is_recused(apart, key, own) ? own : key.by;
  if (!is_recused(apart, key, recused)) return {};
  return phrase(
      Text{"注意：按 sihu.yaml，{0}与{1}应当回避；检查照样记录，check status "
           "的说明里会写明。最好换一个支部检查，或请委员会检查",
           "note: sihu.yaml keeps {0} and {1} from inspecting each other; what is inspected is "
           "recorded all the same, and check status remarks on it. Better have another branch "
           "inspect, or the committee"},
      name_of(organisation, recused), name_of(organisation, key.branch));
}

std::vector<std::string> reasons_outside_plan(const CheckState& state) {
  std::vector<std::string> reasons;
  for (const Beginning& beginning : state.beginnings)
    if (!beginning.unplanned.empty())
      reasons.push_back(beginning.person + " " + beginning.unplanned);
  return reasons;
}

}  // namespace sihu
