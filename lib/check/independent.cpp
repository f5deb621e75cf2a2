#include "check/independent.hpp"

#include "check/footing.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

auto inspectors(const PlanFile& plan, const std::string& branch) {
  return std::ranges::count_if(plan.rows, [&](const PlanRow& row) {
    return row.mutual == Mutual::check && row.to == branch;
  });
}

bool has_several(const PlanFile& plan, const std::string& branch) {
  return inspectors(plan, branch) > 1;
}

// Whether the plan has others inspect the branch, and not this one.
bool is_beside_plan(const PlanFile* plan, const std::string& by, const std::string& branch) {
  return plan && inspectors(*plan, branch) > 0 && !plan->has(Mutual::check, by, branch);
}

CheckState made_together(const CheckKey& key, const Ledger& ledger) {
  return fold_check(ledger, {key.quarter, key.branch, key.checklist});
}

// Whether the branch is to inspect now, in the place of who has begun.
bool takes_over(const CheckKey& key, const Ledger& ledger, const PlanFile* plan,
                const Organisation& organisation, const std::string& branch) {
  return plan && plan->has(Mutual::check, branch, key.branch) &&
         was_taken_over(organisation, plan, made_together(key, ledger));
}

// Whether somebody of the branch takes part in the check that is everybody's.
bool has_joined(const CheckKey& key, const Ledger& ledger, const Organisation& organisation,
                const std::string& branch) {
  return taking_part(organisation, made_together(key, ledger)).contains(branch);
}

std::string listed(const std::vector<CheckKey>& keys) {
  std::string list;
  for (const CheckKey& key : keys)
    if (!key.by.empty()) list += (list.empty() ? "" : ", ") + key.by;
  return list;
}

const CheckKey* find_by(const std::vector<CheckKey>& begun, const std::string& by) {
  const auto found = std::ranges::find(begun, by, &CheckKey::by);
  return found == begun.end() ? nullptr : &*found;
}

tl::unexpected<Failure> no_such_inspection(const CheckKey& key, const std::string& by,
                                           const std::vector<CheckKey>& begun) {
  const auto others = listed(begun);
  return fail(Kind::input, "no-such-inspection",
              phrase(Text{"{0} 没有自己检查过 {1}", "{0} has made no inspection of {1} for itself"},
                     by, subject_of({key.quarter, key.branch, key.checklist})),
              others.empty()
                  ? phrase(Text{"去掉 --by", "leave out --by"})
                  : phrase(Text{"各自检查过的：{0}", "inspections of their own: {0}"}, others));
}

}  // namespace

std::vector<CheckKey> inspections_beside(const Ledger& ledger, const CheckKey& key) {
  std::set<CheckKey> found;
  const auto whole = subject_of({key.quarter, key.branch, key.checklist});
  for (const auto& entry : ledger.entries) {
    const auto& event = entry.event;
    if (event.name != "check.begin" || !event.subject.starts_with(whole)) continue;
    const auto subject = parse_check_subject(event.subject);
    if (subject && is_beside(subject->key, key)) found.insert(subject->key);
  }
  return {found.begin(), found.end()};
}

std::string inspecting_branch(const CheckKey& key, const Ledger& ledger, const PlanFile* plan,
                              const Organisation& organisation, const Person& person,
                              bool unplanned) {
  if (key.self || person.branch.empty()) return {};
  const auto begun = inspections_beside(ledger, key);
  if (find_by(begun, person.branch)) return person.branch;
  const bool separate =
      std::ranges::any_of(begun, [](const CheckKey& other) { return !other.by.empty(); });
  if (!separate && !(unplanned && is_beside_plan(plan, person.branch, key.branch)) &&
      !(plan && has_several(*plan, key.branch)) &&
      !takes_over(key, ledger, plan, organisation, person.branch))
    return {};
  return has_joined(key, ledger, organisation, person.branch) ? std::string() : person.branch;
}

Result<void> check_begins_once(const CheckKey& key, const std::string& by, const Ledger& ledger,
                               const PlanFile* plan, const Organisation& organisation,
                               bool unplanned) {
  const auto begun = inspections_beside(ledger, key);
  if (by.empty() || find_by(begun, by)) return {};
  const Phrase hint = phrase(Text{"去掉 --by，接着做", "leave out --by and go on"});
  const std::string subject = subject_of({key.quarter, key.branch, key.checklist});
  if (has_joined(key, ledger, organisation, by))
    return fail(Kind::refused, "begun-together",
                phrase(Text{"{0} 的人已经开始一起检查 {1}，另算一次就重复了",
                            "people of {0} have begun {1} together with others; another of their "
                            "own would count twice"},
                       by, subject),
                hint);
  const bool all_separate =
      std::ranges::none_of(begun, [](const CheckKey& other) { return other.by.empty(); });
  if (all_separate || begun.size() > 1 || (plan && has_several(*plan, key.branch))) return {};
  if (unplanned && is_beside_plan(plan, by, key.branch)) return {};
  if (takes_over(key, ledger, plan, organisation, by)) return {};
  return fail(
      Kind::refused, "begun-together",
      phrase(Text{"{0} 已由大家一起检查，计划里没有几个支部各查各的",
                  "{0} is inspected by all together, and no plan has several branches do so "
                  "for themselves"},
             subject),
      hint);
}

Result<CheckKey> inspection_meant(const CheckKey& key, const std::string& by, const Ledger& ledger,
                                  const Person* person, const PlanFile* plan,
                                  const Organisation* organisation) {
  if (key.self) return key;
  const auto begun = inspections_beside(ledger, key);
  if (!by.empty()) {
    if (const CheckKey* found = find_by(begun, by)) return *found;
    const bool planned = plan && plan->has(Mutual::check, by, key.branch);
    const bool alone = planned && !has_several(*plan, key.branch);
    const CheckKey everybodys{key.quarter, key.branch, key.checklist};
    const bool is_others =
        organisation && was_taken_over(*organisation, plan, made_together(key, ledger));
    if (alone && !is_others && (begun.empty() || begun.front().by.empty())) return everybodys;
    if (planned) return CheckKey{key.quarter, key.branch, key.checklist, false, by};
    return no_such_inspection(key, by, begun);
  }
  if (begun.empty()) return key;
  if (begun.size() == 1) return begun.front();
  if (const CheckKey* own = person ? find_by(begun, person->branch) : nullptr) return *own;
  if (begun.front().by.empty()) return begun.front();
  return fail(
      Kind::usage, "several-inspections",
      phrase(Text{"{0} 有 {1} 个支部各自检查过，须用 --by 说明是哪一个",
                  "{0} was inspected by {1} branches, each for itself: say which with --by"},
             subject_of({key.quarter, key.branch, key.checklist}), begun.size()),
      phrase(Text{"可选：{0}", "one of {0}"}, listed(begun)));
}

}  // namespace sihu
