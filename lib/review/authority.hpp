#pragma once

#include "document/organisation.hpp"
#include "document/plan_file.hpp"
#include "document/rubric.hpp"
#include "wording/result.hpp"

#include <string>
#include <vector>

namespace sihu {

/// Who reviews whom, by which rules.
struct ReviewRules {
  const Organisation& organisation;
  const Rubric& rubric;
  const PlanFile* plan = nullptr;  ///< of the quarter; nullptr: there is none
};

/// The class of reviewers that somebody is in on that day: the first of the rubric's whose role the
/// person has. nullptr: none, or the rubric has no classes.
const ReviewerClass* class_of(const Rubric& rubric, const Person& person, Date on);

/// The role under which somebody reviews a branch, or why not, `Kind::refused`: nobody reviews the
/// own branch, or one that `recuse` names; where the rubric has classes one must be in one; where
/// the quarter's plan has reviews the person's branch must be given that one. The committee and
/// others of no branch review all.
Result<RoleName> may_review(const ReviewRules& rules, const Person& person,
                            const std::string& branch, Date on);

/// The branches that somebody may review, in the order of sihu.yaml; where there is none, why not.
Result<std::vector<const Branch*>> branches_to_review(const ReviewRules& rules,
                                                      const Person& person, Date on);

}  // namespace sihu
