#include "problem/authority.hpp"

#include "wording/number.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

// One person before one problem, and what the rules have against it so far.
struct Case {
  const Problem& problem;
  const Person& person;
  const Judgement& judgement;
  std::vector<Fault> faults = {};

  bool has(RoleName role) const { return person.has_role(role, judgement.today); }
  bool answers() const { return is_of_answering_branch(problem, person); }
  bool is_owner() const { return person.id == problem.owner; }
  // Of what several branches found each may say that it is put right.
  bool inspects() const {
    if (person.branch.empty()) return false;
    return person.branch == problem.inspecting_branch ||
           std::ranges::find(problem.found_by, person.branch) != problem.found_by.end();
  }

  void object(std::string name, Phrase what) {
    faults.push_back({{}, std::move(name), std::move(what)});
  }
};

Phrase branch_name(const Case& c, const std::string& id) {
  const Branch* branch = c.judgement.organisation.find_branch(id);
  return branch ? branch->name : same(id);
}

const Phrase& name_of(const Case& c) {
  return c.person.name;
}

void object_to_answering_branch(Case& c) {
  if (!c.answers()) return;
  c.object(
      "answering-branch-may-not-decide",
      phrase(Text{"{0}属于责任支部{1}，不能由责任支部自己处理这一步",
                  "{0} belongs to {1}, which answers for the problem and may not take this step"},
             name_of(c), branch_name(c, c.problem.branch)));
}

void object_to_submitter(Case& c) {
  if (c.person.id == c.problem.submitted_by)
    c.object("submitter-may-not-verify",
             phrase(Text{"{0}报送了整改结果，谁报送谁不能销号",
                         "{0} submitted the rectification, and who submits may not verify"},
                    name_of(c)));
  if (c.is_owner())
    c.object("owner-may-not-verify",
             phrase(Text{"{0}是整改责任人，不能给自己的问题销号",
                         "{0} owns the problem, and an owner may not verify it"},
                    name_of(c)));
}

Phrase finders(const Case& c) {
  std::vector<Phrase> names{branch_name(c, c.problem.inspecting_branch)};
  for (const std::string& branch : c.problem.found_by) names.push_back(branch_name(c, branch));
  return enumerated(names);
}

// The inspecting branch, another one that found it too, or the committee.
std::optional<RoleName> inspecting_role(Case& c) {
  if (c.has(RoleName::committee)) return RoleName::committee;
  if (c.inspects() && c.has(RoleName::leader)) return RoleName::leader;
  if (c.inspects() && c.has(RoleName::inspector)) return RoleName::inspector;
  if (c.answers()) return std::nullopt;  // which is objected to already
  if (c.problem.inspecting_branch.empty())
    c.object("not-inspecting", phrase(Text{"该问题由委员会检查发现，{0}不是委员会",
                                           "the committee inspected, and {0} is not of it"},
                                      name_of(c)));
  else
    c.object("not-inspecting",
             phrase(Text{"{0}既不是检查支部{1}的检查员或组长，也不是委员会",
                         "{0} is neither an inspector or leader of {1}, which inspected, nor of "
                         "the committee"},
                    name_of(c), finders(c)));
  return std::nullopt;
}

std::optional<RoleName> answering_role(Case& c) {
  if (c.answers() && c.has(RoleName::secretary)) return RoleName::secretary;
  if (c.is_owner()) return RoleName::member;
  c.object("not-answering",
           phrase(Text{"{0}既不是责任支部{1}的书记，也不是整改责任人",
                       "{0} is neither the secretary of {1}, which answers, nor the owner"},
                  name_of(c), branch_name(c, c.problem.branch)));
  return std::nullopt;
}

std::optional<RoleName> submitting_role(Case& c) {
  if (c.answers() && c.has(RoleName::secretary)) return RoleName::secretary;
  if (c.answers() || c.is_owner()) return RoleName::member;
  c.object("not-of-answering-branch",
           phrase(Text{"{0}不属于责任支部{1}，也不是整改责任人",
                       "{0} neither belongs to {1}, which answers, nor owns the problem"},
                  name_of(c), branch_name(c, c.problem.branch)));
  return std::nullopt;
}

std::optional<RoleName> assigning_role(Case& c) {
  if (c.has(RoleName::committee)) return RoleName::committee;
  if (c.answers() && c.has(RoleName::secretary)) return RoleName::secretary;
  c.object("may-not-assign",
           phrase(Text{"{0}既不是责任支部{1}的书记，也不是委员会，不能指定责任人",
                       "{0} is neither the secretary of {1}, which answers, nor of the committee"},
                  name_of(c), branch_name(c, c.problem.branch)));
  return std::nullopt;
}

std::string list_roles(const std::vector<RoleName>& roles, Lang lang) {
  std::string list;
  for (const RoleName role : roles)
    list += (list.empty()       ? ""
             : lang == Lang::zh ? "、"
                                : ", ") +
            std::string(wording(role).in(lang));
  return list;
}

// A role of a branch decides only where its branch inspected; leaders and committee everywhere.
std::optional<RoleName> extension_role(Case& c) {
  const std::vector<RoleName>& entitled = c.judgement.organisation.rectification.extensions_by;
  for (const RoleName role : entitled) {
    const bool anywhere = role == RoleName::committee || role == RoleName::leader;
    if (c.has(role) && (anywhere || c.inspects())) return role;
  }
  c.object(
      "not-entitled",
      phrase(Text{"{0}无权决定延期：sihu.yaml 规定由{1}决定",
                  "{0} may not decide on extensions, sihu.yaml leaves that to: {1}"},
             name_of(c), Phrase{list_roles(entitled, Lang::zh), list_roles(entitled, Lang::en)}));
  return std::nullopt;
}

void object_to_requester(Case& c) {
  if (c.problem.asked && c.problem.asked->by == c.person.id)
    c.object("own-extension",
             phrase(Text{"{0}自己申请了延期，须由另一人决定",
                         "{0} asked for the extension, so another person has to decide"},
                    name_of(c)));
}

// Committee or leader: who settles disputes.
std::optional<RoleName> settling_role(Case& c) {
  if (c.has(RoleName::committee)) return RoleName::committee;
  if (c.has(RoleName::leader)) return RoleName::leader;
  c.object("not-entitled",
           phrase(Text{"{0}既不是委员会，也不是检查组组长",
                       "{0} is neither of the committee nor the leader of an inspection team"},
                  name_of(c)));
  return std::nullopt;
}

void object_to_disputer(Case& c) {
  if (c.problem.disputed_by == c.person.id)
    c.object("own-dispute",
             phrase(Text{"{0}提出了异议，须由另一人裁定",
                         "{0} disputed the problem, so another person has to decide"},
                    name_of(c)));
}

std::optional<RoleName> judge_inspection_step(Case& c) {
  object_to_answering_branch(c);
  object_to_submitter(c);
  return inspecting_role(c);
}

std::optional<RoleName> judge_extension(Case& c) {
  object_to_answering_branch(c);
  object_to_requester(c);
  return extension_role(c);
}

// What another branch found too is not one finder's to take back.
void object_to_single_finder(Case& c) {
  if (c.problem.found_by.empty() || !c.inspects() || c.has(RoleName::committee)) return;
  c.object("found-by-others",
           phrase(Text{"{0}都发现了这个问题，{1}只属于其中一个，须由委员会撤销",
                       "{0} found it, and {1} belongs to one of them only: the committee "
                       "withdraws it"},
                  finders(c), name_of(c)));
}

std::optional<RoleName> judge_dispute(Case& c) {
  object_to_answering_branch(c);
  object_to_disputer(c);
  return settling_role(c);
}

// Who found it takes it back, or the committee: a leader from elsewhere has not seen it.
void object_to_stranger(Case& c) {
  if (c.inspects() || c.answers() || c.has(RoleName::committee) || !c.has(RoleName::leader)) return;
  c.object("not-own-inspection",
           phrase(Text{"这是{0}检查发现的，{1}不属于它，须由它的组长或委员会撤销",
                       "{0} found it, to which {1} does not belong: its leader or the committee "
                       "withdraws it"},
                  c.problem.inspecting_branch.empty() ? phrase(Text{"委员会", "the committee"})
                                                      : finders(c),
                  name_of(c)));
}

std::optional<RoleName> judge_withdrawal(Case& c) {
  object_to_single_finder(c);
  object_to_stranger(c);
  return judge_dispute(c);
}

std::optional<RoleName> judge_reopening(Case& c) {
  object_to_answering_branch(c);
  return inspecting_role(c);
}

std::optional<RoleName> judge(Case& c, StepName step) {
  switch (step) {
    case StepName::note:
      return RoleName::member;
    case StepName::assign:
      return assigning_role(c);
    case StepName::extend:
    case StepName::dispute:
      return answering_role(c);
    case StepName::grant:
    case StepName::refuse:
      return judge_extension(c);
    case StepName::submit:
      return submitting_role(c);
    case StepName::verify:
    case StepName::reject:
      return judge_inspection_step(c);
    case StepName::uphold:
      return judge_dispute(c);
    case StepName::withdraw:
      return judge_withdrawal(c);
    case StepName::reopen:
      return judge_reopening(c);
  }
  return std::nullopt;
}

}  // namespace

bool is_of_answering_branch(const Problem& problem, const Person& person) {
  return !person.branch.empty() && person.branch == problem.branch;
}

Result<RoleName> authority_for(const Problem& problem, StepName step, const Person& person,
                               const Judgement& judgement) {
  Case c{problem, person, judgement};
  const auto role = judge(c, step);
  if (role && c.faults.empty()) return *role;
  return fail(Kind::refused, std::move(c.faults));
}

}  // namespace sihu
