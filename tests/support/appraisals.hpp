#pragma once

#include "appraise/appraisal.hpp"
#include "appraise/record.hpp"
#include "support/ledgers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace sihu::test {

// People who are appraised, for tests of lib/appraise.

inline const HalfYear appraised_half{2026, 2};
inline const Date appraise_day(2026, 12, 20);

/// Branches a, b, each with a secretary (pa, pb) and a leader (la, lb); x and z are of the
/// committee, x belongs to no branch and z is recused from a.
inline const std::string appraised_people_text =
    "sihu: 1\norganisation: {id: s, name: S}\nbranches: [{id: a, name: A}, {id: b, name: B}]\n"
    "people:\n"
    "  - {id: pa, name: Pa, branch: a, roles: [secretary]}\n"
    "  - {id: pb, name: Pb, branch: b, roles: [secretary], since: '2026-09-01'}\n"
    "  - {id: la, name: La, branch: a, roles: [leader]}\n"
    "  - {id: lb, name: Lb, branch: b, roles: [leader]}\n"
    "  - {id: x, name: X, roles: [committee]}\n"
    "  - {id: z, name: Z, branch: b, recuse: [a], roles: [committee]}\n";

inline Organisation appraised_organisation() {
  const auto organisation = load_organisation(appraised_people_text, "sihu.yaml");
  REQUIRE(organisation);
  return *organisation;
}

/// Two areas: `one` with of 30 points each, `two` with B-01 of 40.
inline Checklist appraised_checklist() {
  const auto checklist = load_checklist(
      "checklist: seven\nversion: '1'\ntitle: T\nfull: 100\nareas:\n  - {id: one, title: One, "
      "points: 60}\n  - {id: two, title: Two, points: 40}\nitems:\n"
      "  - {id: A-01, area: one, title: A1, points: 30}\n"
      "  - {id: A-02, area: one, title: A2, points: 30}\n"
      "  - {id: B-01, area: two, title: B1, points: 40}\n",
      "checklists/seven.yaml",
      [](std::string_view) -> Result<std::string> { return std::string(); });
  REQUIRE(checklist);
  return *checklist;
}

/// An event about somebody; `fields` as `{"item", "A-01"}`.
inline Event appraise_event(const std::string& name, const std::string& person,
                            const std::string& by, std::vector<Field> fields) {
  const std::string subject =
      person.empty() ? to_string(appraised_half) : appraise_subject(appraised_half, person);
  return {{}, by, "appraise." + name, subject, std::move(fields), {}};
}

inline Event score_event(const std::string& person, const std::string& by, const std::string& item,
                         const std::string& points) {
  return appraise_event("score", person, by,
                        {{"item", item},
                         points == "na" ? Field{"result", "na"} : Field{"points", points},
                         {"reason", "why " + points}});
}

inline Event decide_event(const std::string& person, const std::string& item,
                          const std::string& points, const std::string& role = "committee") {
  return appraise_event(
      "decide", person, "x",
      {{"item", item}, {"points", points}, {"reason", "decided"}, {"role", role}});
}

inline Event publish_event(const std::string& role = "committee") {
  return appraise_event("publish", "", "x",
                        {{"until", "2027-01-15"}, {"role", role}, {"doc", "0123456789abcdef"}});
}

inline Event result_event(const std::string& person, const std::string& marks) {
  return appraise_event("result", person, "x", {{"marks", marks}});
}

inline AppraiseState appraised(std::vector<Event> events) {
  return fold_appraisal(one_file_ledger(std::move(events)), appraised_half);
}

/// Somebody with so many of 100 points, and one more item to compare with.
inline AppraiseEntry scored_entry(const Person& person, Rational total) {
  static const Item item = [] {
    Item made;
    made.id = "A-01";
    made.points = 100;
    return made;
  }();
  AppraiseEntry entry;
  entry.person = &person;
  AppraisedLine line;
  line.item = &item;
  line.origin = MarkOrigin::hand;
  line.mark = AppraiseMark{total};
  entry.sheet.items = {line, line};
  entry.sheet.total = total;
  entry.sheet.coverage = 1;
  entry.sheet.done = entry.sheet.asked = 2;
  return entry;
}

}  // namespace sihu::test
