#pragma once

#include "document/organisation.hpp"
#include "learn/attendance.hpp"
#include "learn/session.hpp"
#include "ledger/ledger.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace sihu::test {

// Branches that learn from each other, for tests of lib/learn.

inline const Date learn_day(2026, 10, 20);

/// Branches a, b, c, each with a secretary (pa, pb, pc) and a member (qa, qb, qc); nn came to c in
/// August 2026; x is of the committee. `learn` is what stands under `learn:`.
inline Organisation learning_organisation(const std::string& learn = "{}") {
  std::string people;
  for (const char* b : {"a", "b", "c"})
    people += std::string("  - {id: p") + b + ", name: P" + b + ", branch: " + b +
              ", roles: [secretary, inspector]}\n  - {id: q" + b + ", name: Q" + b +
              ", branch: " + b + "}\n";
  const auto organisation = load_organisation(
      "sihu: 1\norganisation: {id: s, name: S}\nbranches:\n  - {id: a, name: {zh: 甲, en: A}}\n  - "
      "{id: b, name: {zh: 乙, en: B}}\n  - {id: c, name: {zh: 丙, en: C}}\npeople:\n" +
          people +
          "  - {id: nn, name: Ann, branch: c, since: '2026-08-10'}\n"
          "  - {id: x, name: X, roles: [committee]}\nlearn: " +
          learn + "\n",
      "sihu.yaml");
  REQUIRE(organisation);
  return *organisation;
}

inline Event session_event(const SessionKey& key, const std::string& attended,
                           const std::string& hours = "2", const std::string& reason = "",
                           const std::string& kind = "exchange", const std::string& teacher = "") {
  Event event{{}, "x", "learn.session", subject_of(key), {}, {}};
  for (const auto& [name, value] :
       std::vector<std::pair<std::string, std::string>>{{"reason", reason},
                                                        {"attended", attended},
                                                        {"hours", hours},
                                                        {"kind", kind},
                                                        {"teacher", teacher}})
    if (!value.empty()) event.fields.push_back({name, value});
  return event;
}

/// A ledger with these events, a millisecond apart.
inline Ledger learning_ledger(std::vector<Event> events) {
  Ledger ledger;
  ledger.files.push_back({"ledger/2026Q4/hq.k7m2qx.tsv", {}, 0});
  std::int64_t at = 1792468800000;  // 2026-10-20
  std::uint32_t line = 2;
  for (Event& event : events) {
    event.at = Instant{++at};
    ledger.entries.push_back({std::move(event), 0, line++});
  }
  return ledger;
}

inline OfferedCourse offered_course(const std::string& id, CourseKind kind, Rational hours) {
  OfferedCourse offered;
  offered.course.id = id;
  offered.course.version = "1";
  offered.course.title = same(id);
  offered.course.kind = kind;
  offered.course.hours = std::move(hours);
  offered.doc = "0123456789abcdef";
  return offered;
}

/// `dues`, two hours of exchange; `start`, on-boarding; `lead`, mentoring of an hour.
inline const std::map<std::string, OfferedCourse>& offered_courses() {
  static const std::map<std::string, OfferedCourse> courses{
      {"dues", offered_course("dues", CourseKind::exchange, 2)},
      {"start", offered_course("start", CourseKind::onboarding, 8)},
      {"lead", offered_course("lead", CourseKind::mentoring, 1)}};
  return courses;
}

}  // namespace sihu::test
