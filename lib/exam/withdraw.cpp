#include "exam/withdraw.hpp"

#include "wording/number.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

// Who began or handed in a paper that people of the branch have.
std::set<std::string> people_at_it(const ExamState& state, const PaperKey& key,
                                   const std::string& branch) {
  std::set<std::string> people;
  const auto is_of = [&](const PaperKey& of, const std::string& where) {
    return of == key && (branch.empty() || where == branch);
  };
  for (const auto& [of, handed] : state.sittings)
    if (is_of(of.first, handed.branch)) people.insert(of.second);
  for (const auto& [of, begun] : state.starts)
    if (is_of(of.first, begun.form.branch)) people.insert(of.second);
  return people;
}

tl::unexpected<Failure> sat_already(const PaperKey& key, const std::set<std::string>& people) {
  return fail(Kind::refused, "sat-already",
              phrase(Text{"{0} 已有人开考或交卷：{1}，不能撤回",
                          "{0} was begun or handed in by {1} and can't be withdrawn"},
                     typed_key(key), listed_briefly({people.begin(), people.end()})));
}

}  // namespace

Result<std::vector<Draft>> withdraw_forms(const ExamState& state, const PaperKey& key,
                                          const std::string& branch, const std::string& reason) {
  if (const auto people = people_at_it(state, key, branch); !people.empty())
    return sat_already(key, people);
  std::vector<Draft> drafts;
  for (const auto* drawn : {&state.forms, &state.set_aside})
    for (auto at = drawn->lower_bound({key, branch, 0}); at != drawn->end(); ++at) {
      const auto& [of, form] = *at;
      if (of.paper != key || (!branch.empty() && of.branch != branch)) break;
      if (!form.is_withdrawn)
        drafts.push_back(
            {"test.withdraw", subject_of(of), {{"reason", reason}, {"paper", of.name}}});
    }
  if (!drafts.empty()) return drafts;
  return fail(
      Kind::refused, "not-drawn",
      phrase(Text{"{0} 没有抽过的卷，无可撤回", "nothing of {0} is drawn: nothing to withdraw"},
             typed_key(key)));
}

}  // namespace sihu
