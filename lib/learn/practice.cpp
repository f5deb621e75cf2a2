#include "learn/practice.hpp"

#include "problem/state.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::string_view practice_prefix = "practice/";

Phrase name_of_branch(const Organisation& organisation, const std::string& id) {
  const Branch* branch = organisation.find_branch(id);
  return branch ? branch->name : same(id);
}

std::optional<Practice> practice_of(const Event& event, std::size_t entry, const Zone& zone) {
  std::string_view subject = event.subject;
  if (event.name != "practice.add" || !subject.starts_with(practice_prefix)) return std::nullopt;
  subject.remove_prefix(practice_prefix.size());
  const std::size_t slash = subject.find('/');
  if (slash == subject.npos) return std::nullopt;
  return Practice{std::string(subject.substr(0, slash)),
                  std::string(subject.substr(slash + 1)),
                  std::string(event.get("note")),
                  split_list(event.get("evidence")),
                  event.person,
                  day_of(event, zone),
                  entry};
}

}  // namespace

std::vector<Practice> fold_practices(const Ledger& ledger, const Zone& zone) {
  std::vector<Practice> practices;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i)
    if (auto practice = practice_of(ledger.entries[i].event, i, zone))
      practices.push_back(std::move(*practice));
  return practices;
}

Result<RoleName> may_register_practice(const Organisation& organisation, const Person& person,
                                       const std::string& branch, Date on) {
  if (person.has_role(RoleName::committee, on)) return RoleName::committee;
  if (person.branch == branch)
    return fail(Kind::refused, "own-branch",
                phrase(Text{"{0}是{1}的人，好做法由来检查的人登记",
                            "{0} belongs to {1}; a good practice is registered by who inspects"},
                       person.name, name_of_branch(organisation, branch)));
  if (std::ranges::find(person.recuse, branch) != person.recuse.end())
    return fail(Kind::refused, "recused",
                phrase(Text{"{0}要回避{1}", "{0} is recused from {1}"}, person.name,
                       name_of_branch(organisation, branch)));
  for (const RoleName role : {RoleName::leader, RoleName::inspector})
    if (person.has_role(role, on)) return role;
  return fail(Kind::refused, "not-an-inspector",
              phrase(Text{"{0}在 {1} 不是检查人、组长或委员会成员",
                          "{0} is no inspector, leader or committee member on {1}"},
                     person.name, to_string(on)));
}

bool has_inspected(const Organisation& organisation, const std::map<CheckKey, CheckState>& checks,
                   const Person& person, const std::string& branch) {
  const auto is_colleague = [&](const std::string& id) {
    const Person* other = organisation.find_person(id);
    return id == person.id || (other && !other->branch.empty() && other->branch == person.branch);
  };
  return std::ranges::any_of(checks, [&](const auto& check) {
    return check.first.branch == branch && std::ranges::any_of(check.second.people, is_colleague);
  });
}

std::optional<Draft> register_practice(const PracticeRequest& request,
                                       const std::vector<Practice>& practices) {
  const auto is_the_same = [&](const Practice& other) {
    return other.branch == request.branch && other.item == request.item &&
           other.note == request.note && other.evidence == request.evidence;
  };
  if (std::ranges::any_of(practices, is_the_same)) return std::nullopt;
  std::string evidence;
  for (const std::string& name : request.evidence) evidence += (evidence.empty() ? "" : ";") + name;
  return Draft{"practice.add",
               std::string(practice_prefix) + request.branch + '/' + request.item,
               {{"note", request.note}, {"evidence", evidence}}};
}

}  // namespace sihu
