#include "report/problem_facts.hpp"

#include "problem/due.hpp"
#include "report/next_step.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

Phrase status_words(const Problem& problem, const ListContext& context) {
  const Lateness late =
      lateness(problem, context.today, context.organisation.rectification, context.workdays);
  Phrase words = phrase(wording(problem.status));
  if (late.days_overdue > 0)
    words = phrase(Text{"{0}，逾期 {1} 天", "{0}, {1} overdue"}, words,
                   counted(late.days_overdue, "day"));
  if (late.days_verifier_late > 0)
    words = phrase(Text{"{0}，销号超时 {1} 天", "{0}, verification {1} late"}, words,
                   counted(late.days_verifier_late, "day"));
  if (late.step)
    words = phrase(Text{"{0}（督办：{1}）", "{0} (step: {1})"}, words, wording(*late.step));
  return words;
}

Phrase due_words(const Problem& problem) {
  Phrase words = same(to_string(problem.due));
  if (!problem.rule.empty()) words = phrase(Text{"{0}（{1}）", "{0} ({1})"}, words, problem.rule);
  if (problem.due != problem.original_due)
    words = phrase(Text{"{0}，原期限 {1}", "{0}, originally {1}"}, words,
                   to_string(problem.original_due));
  if (problem.extensions == 0) return words;
  return phrase(Text{"{0}，共延期 {1} 次", "{0}, {1} in all"}, words,
                counted(problem.extensions, "extension"));
}

Phrase person_on_day(const std::string& person, const std::optional<Date>& day,
                     const Organisation& organisation) {
  if (!day) return {};
  return phrase(Text{"{0}，{1}", "{0}, {1}"}, to_string(*day), person_name(organisation, person));
}

Phrase asked_words(const Problem& problem, const Organisation& organisation) {
  if (!problem.asked) return {};
  return phrase(Text{"至 {0}，{1}：{2}", "to {0}, {1}: {2}"}, to_string(problem.asked->due),
                person_name(organisation, problem.asked->by), problem.asked->reason);
}

Phrase branch_words(const Organisation& organisation, const std::string& id) {
  return id.empty() ? Phrase{}
                    : phrase(Text{"{0}（{1}）", "{0} ({1})"}, branch_phrase(organisation, id), id);
}

// Where it was entered later (补录), both days.
Phrase opened_words(const Problem& problem, const Organisation& organisation) {
  const Phrase words = person_on_day(problem.opened_by, problem.opened, organisation);
  if (problem.recorded == problem.opened) return words;
  return phrase(Text{"{0}（补录于 {1}）", "{0} (entered on {1})"}, words,
                to_string(problem.recorded));
}

// The facts as they are gathered; what is empty is left out.
class Facts {
 public:
  void add(Text label, Phrase text) {
    if (!text.empty()) list_.push_back({phrase(label), std::move(text)});
  }

  void add_file(Text label, Phrase text) {
    list_.push_back({phrase(label), std::move(text), true});
  }

  std::vector<Fact> take() { return std::move(list_); }

 private:
  std::vector<Fact> list_;
};

void add_evidence(Facts& facts, const Problem& problem, const ListContext& context) {
  const auto missing = missing_evidence(problem.evidence, context);
  for (const std::string& name : problem.evidence) {
    const bool removed = context.is_removed && context.is_removed(name);
    const bool gone = std::ranges::find(missing, name) != missing.end();
    facts.add_file({"佐证材料", "evidence"},
                   removed ? phrase(Text{"{0}（已删除）", "{0} (removed)"}, name)
                   : gone  ? phrase(Text{"{0}（缺失）", "{0} (missing)"}, name)
                           : same(name));
  }
}

Phrase finding_words(const Problem& finding, const Organisation& organisation) {
  const Phrase who = finding.inspecting_branch.empty()
                         ? phrase(wording(RoleName::committee))
                         : branch_words(organisation, finding.inspecting_branch);
  return phrase(Text{"{0}：{1}，{2}；{3}；{4}", "{0}: {1}, {2}; {3}; {4}"}, finding.id, who,
                opened_words(finding, organisation), wording(finding.status), finding.text);
}

// Who found it, each with what it opened; of several, who may say that it is mended.
void add_finders(Facts& facts, const Problem& problem, const Organisation& organisation) {
  if (problem.findings.empty()) {
    facts.add({"检查支部", "inspected by"}, branch_words(organisation, problem.inspecting_branch));
    facts.add({"发现", "opened"}, opened_words(problem, organisation));
    return;
  }
  for (const Problem& finding : problem.findings)
    facts.add({"发现", "found by"}, finding_words(finding, organisation));
  facts.add({"谁可销号", "may verify"}, who_may_verify(problem, organisation));
}

}  // namespace

std::vector<Fact> problem_facts(const Problem& problem, const ListContext& context) {
  const Organisation& organisation = context.organisation;
  Facts facts;
  facts.add({"状态", "status"}, status_words(problem, context));
  facts.add({"程度", "severity"}, phrase(wording(problem.severity)));
  facts.add({"条目", "item"}, same(problem.checklist + ' ' + problem.item));
  facts.add({"问题", "found"}, same(problem.text));
  facts.add({"依据", "basis"}, basis_of(problem, context));
  facts.add({"责任支部", "branch"}, branch_words(organisation, problem.branch));
  facts.add({"责任人", "owner"},
            problem.owner.empty() ? Phrase{} : person_name(organisation, problem.owner));
  add_finders(facts, problem, organisation);
  facts.add({"整改期限", "due"}, due_words(problem));
  facts.add({"申请延期", "asked for"}, asked_words(problem, organisation));
  facts.add({"报送", "submitted"},
            person_on_day(problem.submitted_by, problem.submitted, organisation));
  facts.add({"销号", "closed"}, person_on_day(problem.closed_by, problem.closed, organisation));
  facts.add({"屡查屡犯", "recurrence of"}, same(problem.recurrence_of));
  add_evidence(facts, problem, context);
  facts.add({"接下来", "next"}, next_step(problem, context));
  return facts.take();
}

}  // namespace sihu
