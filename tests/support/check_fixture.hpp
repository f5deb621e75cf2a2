#pragma once

#include "check/record.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sihu::test {

// A small organisation, one checklist and a ledger in memory, for tests of lib/check.

inline constexpr std::string_view organisation_yaml = R"(sihu: 1
organisation: {id: demo, name: 示例}
branches:
  - {id: zb01, name: 第一党支部, tags: [organ]}
  - {id: zb05, name: 第五党支部, tags: [organ]}
  - {id: zb09, name: 第九党支部}
people:
  - {id: p003, name: 张三, branch: zb01, roles: [inspector]}
  - {id: p004, name: 李四, branch: zb01, roles: [inspector]}
  - {id: p007, name: 赵六, branch: zb01}
  - {id: p008, name: 钱七, branch: zb09, roles: [leader]}
  - {id: p005, name: 王五, branch: zb05, roles: [secretary, inspector]}
  - {id: p900, name: 孙八, roles: [committee]}
)";

inline constexpr std::string_view checklist_yaml = R"(checklist: dues
version: '1'
title: {zh: 党费收缴, en: Dues}
full: 20
areas:
  - {id: a, title: {zh: 收缴, en: Collecting}, points: 12}
  - {id: b, title: {zh: 使用, en: Spending}, points: 8}
items:
  - id: A-1
    area: a
    title: {zh: 按月收缴, en: Paid monthly}
    standard: {zh: 每月交纳, en: paid each month}
    basis: [{law: DF2008, article: 第十二条, status: verified}]
    points: 5
    deduct:
      - {id: late, when: {zh: 未按月收缴, en: paid late}, each: 1, most: 3, per: {zh: 月, en: month}}
      - {id: short, when: {zh: 少缴, en: paid short}, each: 2.5}
    zero-if: [{zh: 挪用, en: misused}]
    due: 15d
  - {id: A-2, area: a, title: {zh: 有台账, en: There is a register}, points: 4, evidence: required}
  - id: A-3
    area: a
    title: {zh: 党课次数, en: Lectures}
    points: 3
    target: {at-least: 3, proportional: true, unit: {zh: 次, en: lectures}}
  - {id: B-1, area: b, title: {zh: 每年公示, en: Published yearly}, points: 8, severity: serious}
  - {id: V-1, area: b, title: {zh: 无违纪, en: No violation}, points: 0, veto: fail-all}
  - {id: T-1, area: b, title: {zh: 只查基层, en: Field only}, points: 0, veto: fail-all, applies-to: [field]}
)";

inline Checklist load_test_checklist(std::string_view yaml) {
  auto loaded = load_checklist(yaml, "dues.yaml", [](std::string_view) -> Result<std::string> {
    return fail(Kind::input, "none", same("none"));
  });
  REQUIRE(loaded.has_value());
  return *loaded;
}

inline Organisation load_test_organisation() {
  auto loaded = load_organisation(organisation_yaml, "sihu.yaml");
  REQUIRE(loaded.has_value());
  return *loaded;
}

/// Says what `--answers`, a line or a settlement would: `answer("deduct", "late*2")`.
inline Answer answer(std::string_view result, std::string_view rule_or_value = {},
                     std::string note = {}) {
  Answer given;
  given.verdict = parse_verdict(result).value();
  if (given.verdict == Verdict::value)
    given.value = Rational::parse(rule_or_value);
  else
    given.rules = parse_rules(rule_or_value).value();
  given.note = std::move(note);
  return given;
}

/// Items whose standing answers are these.
inline ItemStates items_of(const std::map<std::string, std::vector<Answer>>& answers) {
  ItemStates items;
  for (const auto& [id, given] : answers)
    for (const Answer& one : given) {
      ItemState& said = items[id];
      said.standing.emplace_back();
      said.standing.back().answer = one;
      said.conflict = said.conflict || !judges_alike(one, given.front());
    }
  return items;
}

/// A ledger that is written as the program writes it, but for the disk.
class CheckFixture {
 public:
  Organisation organisation = load_test_organisation();
  Checklist checklist = load_test_checklist(checklist_yaml);
  Workdays workdays;
  Zone zone;
  Ledger ledger;
  CheckKey key{{2026, 4}, "zb05", "dues", false};
  std::string doc = "1111111111111111";
  Date today{2026, 10, 14};
  std::set<std::string> waived;

  CheckState state() const { return fold_check(ledger, key); }
  ProblemList problems() const { return fold_problems(ledger, organisation, zone); }
  const Branch& branch() const { return *organisation.find_branch(key.branch); }
  ScoreBasis basis() const { return {checklist, branch(), today, waived}; }
  Score score() const { return score_check(basis(), state().items); }

  /// Does `act` as `person` and, if it is allowed, writes what it wants.
  template <class Act>
  Result<Recording> act(const std::string& person, const Act& act_in,
                        const Checklist* older = nullptr) {
    const auto now = state();
    const auto list = problems();
    const auto by = basis();
    const CheckScene scene{ledger,
                           list,
                           now,
                           by,
                           doc,
                           older,
                           *organisation.find_person(person),
                           "k7m2qx",
                           {organisation, workdays, today}};
    auto recording = act_in(scene);
    if (recording) write(person, *recording);
    return recording;
  }

  Result<Recording> say(const std::string& person, const std::string& item, Answer given) {
    given = completed(*checklist.find(item), std::move(given));
    return act(person, [&](const CheckScene& scene) {
      return record_answers(scene, {{item, given}});
    });
  }

  void write(const std::string& person, const Recording& recording) {
    for (const auto& draft : recording.drafts)
      add(person, draft.name, draft.subject, draft.fields, recording.role);
  }

  void add(const std::string& person, const std::string& name, const std::string& subject,
           std::vector<Field> fields, RoleName role = RoleName::inspector) {
    Event event;
    event.at = zone.at(today, 9) + static_cast<std::int64_t>(ledger.entries.size());
    event.person = person;
    event.name = name;
    event.subject = subject;
    event.check = fmt::format("{:016x}", ledger.entries.size() + 1);
    const bool linked =
        std::ranges::any_of(fields, [](const Field& f) { return f.key == "after"; });
    if (!linked) fields.push_back({"after", last_check(subject)});
    fields.push_back({"role", std::string(to_string(role))});
    std::erase_if(fields, [](const Field& field) { return field.value.empty(); });
    event.fields = std::move(fields);
    ledger.entries.push_back({event, 0, static_cast<std::uint32_t>(ledger.entries.size() + 2)});
  }

 private:
  std::string last_check(const std::string& subject) const {
    for (auto entry = ledger.entries.rbegin(); entry != ledger.entries.rend(); ++entry)
      if (entry->event.subject == subject) return entry->event.check;
    return {};
  }
};

/// The names of all faults of a failure, in their order.
inline std::string fault_names(const Failure& failure) {
  std::string names;
  for (const auto& fault : failure.faults) names += (names.empty() ? "" : " ") + fault.name;
  return names;
}

}  // namespace sihu::test
