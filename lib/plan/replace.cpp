#include "plan/replace.hpp"

#include "plan/judge.hpp"
#include "plan/organise.hpp"
#include "plan/words.hpp"
#include "wording/number.hpp"

#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace sihu {

namespace {

constexpr std::size_t most_said = 30;

auto identity_of(const PlanRow& row) {
  return std::tuple(row.mutual, row.from, row.to, row.lesson);
}

}  // namespace

Result<void> may_plan(const Person& person, Date today) {
  if (person.has_role(RoleName::committee, today)) return {};
  return fail(Kind::refused, "not-entitled",
              phrase(Text{"{0}在 {1} 不是委员会成员，只有委员会排计划",
                          "{0} is not of the committee on {1}, which alone makes plans"},
                     person.name, to_string(today)));
}

Result<void> check_replacing(Quarter quarter, bool is_there, bool replace) {
  if (!is_there || replace) return {};
  return fail(
      Kind::refused, "plan-exists",
      phrase(
          Text{"{0} 已有计划（plans/{0}.yaml）", "there is a plan of {0} already (plans/{0}.yaml)"},
          to_string(quarter)),
      phrase(Text{"手工改它，或用 --replace 重新排", "edit it, or make it anew with --replace"}));
}

std::vector<Phrase> replaced_rows(const PlanFile& before, const PlanFile& after) {
  std::set<decltype(identity_of({}))> kept;
  for (const PlanRow& row : after.rows) kept.insert(identity_of(row));
  std::vector<Phrase> gone;
  for (const PlanRow& row : before.rows)
    if (!kept.contains(identity_of(row)))
      gone.push_back(phrase(Text{"  原有：{0} {1} → {2}{3}", "  was: {0} {1} → {2}{3}"},
                            wording(row.mutual), row.from, row.to,
                            row.lesson.empty() ? "" : " (" + row.lesson + ")"));
  std::vector<Phrase> said{phrase(
      Text{"替换原计划：原有 {0} 行，其中 {1} 行不再有", "replaced: {0} before, {1} of them gone"},
      counted(std::ssize(before.rows), "row"), gone.size())};
  for (std::size_t i = 0; i < gone.size() && i < most_said; ++i) said.push_back(std::move(gone[i]));
  if (gone.size() > most_said)
    said.push_back(phrase(Text{"  还有 {0} 行", "  and {0} more"}, gone.size() - most_said));
  return said;
}

Phrase unread_note(const Failure& failure) {
  return phrase(Text{"替换原计划：它有 {0} 处错误，读不出原有哪些行",
                     "replaced: it had {0}, so which rows it had can't be told"},
                counted(std::ssize(failure.faults), "fault"));
}

Phrase later_note(const std::vector<Quarter>& later) {
  if (later.empty()) return {};
  std::vector<Phrase> quarters;
  for (const Quarter quarter : later) quarters.push_back(same(to_string(quarter)));
  return phrase(
      Text{"以后的季度已有计划，没有考虑：{0}；运行 sihu lint，看它们接在这个计划后面是否还守规则",
           "there are plans of later quarters, which were not considered: {0}; sihu lint "
           "says whether they still keep the rules behind this one"},
      first_of(std::move(quarters)));
}

std::vector<Phrase> later_conflicts(const Organisation& organisation, std::vector<PlanFile> before,
                                    const std::vector<PlanFile>& later) {
  before.insert(before.end(), later.begin(), later.end());
  std::vector<Phrase> said;
  for (const PlanFile& plan : later) {
    // Of other plans only those of quarters before count.
    const PlanScene scene = plan_scene(organisation, plan.quarter, "", before);
    auto faults = judge_plan(scene.constraints, visits_of(plan, Mutual::check, scene.ids));
    std::erase_if(faults, [](const PlanFault& fault) {
      return fault.rule != PlanRule::repeat && fault.rule != PlanRule::too_soon;
    });
    if (!faults.empty())
      said.push_back(phrase(Text{"{0} 的计划接在这个计划后面，有 {1} 次检查违反规则，如：{2}",
                                 "behind this plan that of {0} breaks rules in {1}, such as: {2}"},
                            to_string(plan.quarter), counted(std::ssize(faults), "inspection"),
                            sentence(faults.front(), scene.ids)));
  }
  return said;
}

Phrase late_note(Quarter quarter, Date today) {
  if (today < quarter.first_day()) return {};
  if (quarter.last_day() < today)
    return phrase(Text{"{0} 已经过去，今天是 {1}", "{0} is over, today is {1}"}, to_string(quarter),
                  to_string(today));
  return phrase(Text{"{0} 已经开始，今天是 {1}", "{0} has begun, today is {1}"}, to_string(quarter),
                to_string(today));
}

}  // namespace sihu
