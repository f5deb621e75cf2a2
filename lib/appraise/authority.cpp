#include "appraise/authority.hpp"

#include <algorithm>

namespace sihu {
namespace {

tl::unexpected<Failure> refused(std::string name, Phrase what, Phrase hint = {}) {
  return fail(Kind::refused, std::move(name), std::move(what), std::move(hint));
}

// What keeps somebody from judging another, whatever the role.
Result<void> check_distance(const Person& judge, const Person& whom) {
  if (judge.id == whom.id)
    return refused("own-appraisal",
                   phrase(Text{"{0}不能考核自己", "{0} can't appraise the own person"}, judge.name),
                   phrase(Text{"自评用 --self", "one's own score is given with --self"}));
  if (!judge.branch.empty() && judge.branch == whom.branch)
    return refused("own-branch", phrase(Text{"{0}和{1}在同一个支部，不能考核",
                                             "{0} is of the same branch as {1} and can't appraise"},
                                        judge.name, whom.name));
  if (std::ranges::find(judge.recuse, whom.branch) != judge.recuse.end())
    return refused("recused",
                   phrase(Text{"{0}要回避{1}所在的支部", "{0} is recused from the branch of {1}"},
                          judge.name, whom.name));
  return {};
}

tl::unexpected<Failure> not_committee(const Person& person, Date on, Text what) {
  return refused("not-committee",
                 phrase(Text{"{0}由委员会办，{1}在 {2} 不是委员会成员",
                             "{0} is for the committee; {1} is no member of it on {2}"},
                        what, person.name, to_string(on)));
}

}  // namespace

Result<RoleName> may_appraise(const Person& scorer, const Person& whom, Date on) {
  if (auto good = check_distance(scorer, whom); !good) return tl::unexpected(good.error());
  for (const RoleName role : {RoleName::committee, RoleName::leader})
    if (scorer.has_role(role, on)) return role;
  return refused("not-entitled",
                 phrase(Text{"考核由委员会或别的支部的组长打分，{0}在 {1} 都不是",
                             "the committee or a leader of another branch scores; {0} is neither "
                             "on {1}"},
                        scorer.name, to_string(on)));
}

Result<RoleName> may_decide_on(const Person& decider, const Person& whom, Date on) {
  if (auto good = check_distance(decider, whom); !good) return tl::unexpected(good.error());
  if (decider.has_role(RoleName::committee, on)) return RoleName::committee;
  return not_committee(decider, on, Text{"裁定", "deciding"});
}

Result<RoleName> may_publish(const Person& publisher, Date on) {
  if (publisher.has_role(RoleName::committee, on)) return RoleName::committee;
  return not_committee(publisher, on, Text{"公示", "publishing"});
}

Result<RoleName> may_appeal_for(const Person& appellant, const Person& whom, Date on) {
  const bool own_secretary = !whom.branch.empty() && appellant.branch == whom.branch &&
                             appellant.has_role(RoleName::secretary, on);
  if (own_secretary) return RoleName::secretary;
  if (appellant.id == whom.id) {
    for (const RoleName role :
         {RoleName::committee, RoleName::leader, RoleName::inspector, RoleName::secretary})
      if (appellant.has_role(role, on)) return role;
    return RoleName::member;
  }
  return refused("not-entitled",
                 phrase(Text{"申诉由{0}本人或所在支部的书记提出",
                             "{0} appeals personally, or the secretary of that branch does"},
                        whom.name));
}

}  // namespace sihu
