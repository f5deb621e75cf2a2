#include "learn/contact.hpp"

#include "wording/nearest.hpp"

#include <algorithm>

namespace sihu {
namespace {

void object(Failure& failure, std::string name, Phrase what) {
  failure.kind = Kind::refused;
  failure.faults.push_back({{}, std::move(name), std::move(what)});
}

Result<void> check_target(const ContactRequest& request, const Organisation& organisation) {
  const bool visit = request.kind == ContactKind::visit;
  if (visit ? organisation.find_branch(request.with) != nullptr
            : organisation.find_person(request.with) != nullptr)
    return {};
  std::vector<std::string> known;
  if (visit)
    for (const Branch& branch : organisation.branches) known.push_back(branch.id);
  else
    for (const Person& person : organisation.people) known.push_back(person.id);
  const auto meant = nearest(request.with, known);
  return fail(Kind::input, visit ? "unknown-branch" : "unknown-person",
              phrase(visit ? Text{"走访的是支部，sihu.yaml 中没有支部 \"{0}\"",
                                  "a visit is to a branch, and sihu.yaml has no branch \"{0}\""}
                           : Text{"谈心谈话的是人，sihu.yaml 中没有人员 \"{0}\"",
                                  "a talk is with a person, and sihu.yaml has no person \"{0}\""},
                     request.with),
              meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
}

std::optional<RoleName> standing_role(const ContactRequest& request, const Person& by,
                                      const Organisation& organisation, Date today) {
  for (const RoleName role : {RoleName::committee, RoleName::leader})
    if (by.has_role(role, today)) return role;
  if (request.kind == ContactKind::visit || !by.has_role(RoleName::secretary, today))
    return std::nullopt;
  if (organisation.find_person(request.with)->branch != by.branch) return std::nullopt;
  return RoleName::secretary;
}

void check_whom(Failure& failure, const ContactRequest& request, const Person& by) {
  if (request.kind == ContactKind::visit && request.with == by.branch)
    object(failure, "own-branch",
           phrase(Text{"{0}是这个支部的人，走访的是别的支部",
                       "{0} belongs to this branch; a visit is to another"},
                  by.name));
  if (request.kind == ContactKind::talk && request.with == by.id)
    object(failure, "with-oneself",
           phrase(Text{"谈心谈话是和别人", "a talk is with somebody else"}));
}

bool is_logged(const Ledger& ledger, const Draft& draft, const Person& by) {
  return std::ranges::any_of(ledger.entries, [&](const Entry& entry) {
    return entry.event.name == draft.name && entry.event.subject == draft.subject &&
           entry.event.person == by.id;
  });
}

}  // namespace

std::string_view to_string(ContactKind kind) {
  return kind == ContactKind::visit ? "visit" : "talk";
}

const Text& wording(ContactKind kind) {
  static constexpr Text visit{"走访", "visit"};
  static constexpr Text talk{"谈心谈话", "care talk"};
  return kind == ContactKind::visit ? visit : talk;
}

Result<ContactDecision> log_contact(const ContactRequest& request, const Person& by,
                                    const Organisation& organisation, const Ledger& ledger,
                                    Date today) {
  if (auto known = check_target(request, organisation); !known)
    return tl::unexpected(known.error());
  Failure failure;
  const auto role = standing_role(request, by, organisation, today);
  if (!role)
    object(
        failure, "not-entitled",
        phrase(request.kind == ContactKind::visit
                   ? Text{"走访由委员会成员或检查组长登记，{0}在 {1} 不是",
                          "a visit is logged by the committee or a leader; {0} is neither on {1}"}
                   : Text{"谈心谈话由委员会成员、检查组长或本人的书记登记，{0}在 {1} 不是",
                          "a talk is logged by the committee, a leader or the person's "
                          "secretary; {0} is none of these on {1}"},
               by.name, to_string(today)));
  if (request.on > today)
    object(failure, "still-to-come",
           phrase(Text{"{0} 还没有到，去过了、谈过了再登记",
                       "{0} is still to come; log it afterwards"},
                  to_string(request.on)));
  check_whom(failure, request, by);
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  Draft draft{"roster." + std::string(to_string(request.kind)),
              "roster/" + to_string(request.on) + '/' + request.with,
              {}};
  ContactDecision decision{*role, {}};
  if (!is_logged(ledger, draft, by)) decision.draft = std::move(draft);
  return decision;
}

}  // namespace sihu
