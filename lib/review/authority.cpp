#include "review/authority.hpp"

#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

Phrase name_of(const Organisation& organisation, const std::string& id) {
  const Branch* branch = organisation.find_branch(id);
  return branch ? branch->name : same(id);
}

RoleName highest_role(const Person& person, Date on) {
  for (const RoleName role : {RoleName::committee, RoleName::leader, RoleName::secretary})
    if (person.has_role(role, on)) return role;
  return person.has_role(RoleName::inspector, on) ? RoleName::inspector : RoleName::member;
}

tl::unexpected<Failure> own_branch(const ReviewRules& rules, const Person& person) {
  return fail(Kind::refused, "own-branch",
              phrase(Text{"{0}是{1}的人，不能评自己的支部",
                          "{0} belongs to {1} and can't review the own branch"},
                     person.name, name_of(rules.organisation, person.branch)));
}

tl::unexpected<Failure> in_no_class(const ReviewRules& rules, const Person& person, Date on) {
  std::vector<Phrase> roles;
  for (const ReviewerClass& reviewers : rules.rubric.classes)
    roles.push_back(phrase(wording(reviewers.of)));
  return fail(Kind::refused, "not-a-reviewer",
              phrase(Text{"按评分规则 {0}，由{1}来评，{2}在 {3} 不是",
                          "by the rubric {0} reviewers are {1}, which {2} is not on {3}"},
                     rules.rubric.id, enumerated(roles), person.name, to_string(on)));
}

bool plans_reviews(const PlanFile* plan) {
  return plan && std::ranges::any_of(
                     plan->rows, [](const PlanRow& row) { return row.mutual == Mutual::review; });
}

tl::unexpected<Failure> not_planned(const ReviewRules& rules, const Person& person,
                                    const std::string& branch) {
  std::vector<Phrase> given;
  for (const PlanRow& row : rules.plan->rows)
    if (row.mutual == Mutual::review && row.from == person.branch)
      given.push_back(name_of(rules.organisation, row.to));
  const Phrase own = name_of(rules.organisation, person.branch);
  const Phrase other = name_of(rules.organisation, branch);
  const std::string quarter = to_string(rules.plan->quarter);
  return fail(Kind::refused, "not-planned",
              given.empty()
                  ? phrase(Text{"{0} 的计划里{1}不评别的支部，也不评{2}",
                                "by the plan of {0} {1} reviews no branch, and so not {2}"},
                           quarter, own, other)
                  : phrase(Text{"{0} 的计划里{1}不评{2}，它评的是{3}",
                                "by the plan of {0} {1} does not review {2}; it reviews {3}"},
                           quarter, own, other, enumerated(given)));
}

}  // namespace

const ReviewerClass* class_of(const Rubric& rubric, const Person& person, Date on) {
  const auto found = std::ranges::find_if(rubric.classes, [&](const ReviewerClass& reviewers) {
    return person.has_role(reviewers.of, on);
  });
  return found == rubric.classes.end() ? nullptr : &*found;
}

Result<RoleName> may_review(const ReviewRules& rules, const Person& person,
                            const std::string& branch, Date on) {
  if (person.branch == branch) return own_branch(rules, person);
  if (std::ranges::find(person.recuse, branch) != person.recuse.end())
    return fail(Kind::refused, "recused",
                phrase(Text{"{0}要回避{1}", "{0} is recused from {1}"}, person.name,
                       name_of(rules.organisation, branch)));
  const ReviewerClass* reviewers = class_of(rules.rubric, person, on);
  if (!rules.rubric.classes.empty() && !reviewers) return in_no_class(rules, person, on);
  const bool free = person.branch.empty() || person.has_role(RoleName::committee, on);
  if (!free && plans_reviews(rules.plan) && !rules.plan->has(Mutual::review, person.branch, branch))
    return not_planned(rules, person, branch);
  return reviewers ? reviewers->of : highest_role(person, on);
}

Result<std::vector<const Branch*>> branches_to_review(const ReviewRules& rules,
                                                      const Person& person, Date on) {
  std::vector<const Branch*> branches;
  Failure why_not;
  for (const Branch& branch : rules.organisation.branches) {
    const auto may = may_review(rules, person, branch.id, on);
    if (may) branches.push_back(&branch);
    // That the own branch is not reviewed is no news where another reason holds for the others.
    const bool tells_more = why_not.faults.empty() || why_not.faults.front().name == "own-branch";
    if (!may && tells_more) why_not = may.error();
  }
  if (branches.empty()) return tl::unexpected(std::move(why_not));
  return branches;
}

}  // namespace sihu
