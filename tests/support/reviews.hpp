#pragma once

#include "document/rubric.hpp"
#include "review/result.hpp"
#include "review/sheet.hpp"
#include "support/ledgers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sihu::test {

// Branches that review each other, for tests of lib/review.

inline const Quarter reviewed_quarter{2026, 4};
inline const Date review_day(2026, 12, 20);

/// Bob's keys of RFC 7748, section 6.1.
inline const std::string box_secret =
    "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb";
inline const std::string box_open =
    "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";

/// Two criteria from 1 to 5, three fifths and two; `classes` as YAML, or nothing.
inline Rubric a_rubric(const std::string& classes = "") {
  const auto rubric = load_rubric(
      "rubric: work\nversion: '1'\ntitle: {zh: 工作互评, en: Work}\nscale: {from: 1, to: 5}\n"
      "criteria:\n  - {id: C1, title: {zh: 按时, en: On time}, weight: 60, anchors: {1: {zh: 拖, "
      "en: "
      "late}, 5: {zh: 准, en: prompt}}}\n  - {id: C2, title: {zh: 帮人, en: Helpful}, weight: "
      "40}\n" +
          classes,
      "rubrics/work.yaml");
  REQUIRE(rubric);
  return *rubric;
}

inline const std::string two_classes =
    "classes: [{id: heads, weight: 75, of: secretary}, {id: above, weight: 25, of: committee}]\n";

/// Branches a, b, c, each with a secretary (pa, pb, pc) and a member (qa, qb, qc); x is of the
/// committee. `review` is what stands under `review:`.
inline Organisation reviewing(const std::string& review = "{}") {
  std::string people;
  for (const char* b : {"a", "b", "c"})
    people += std::string("  - {id: p") + b + ", name: P" + b + ", branch: " + b +
              ", roles: [secretary]}\n  - {id: q" + b + ", name: Q" + b + ", branch: " + b + "}\n";
  const auto organisation = load_organisation(
      "sihu: 1\norganisation: {id: s, name: S}\nbranches:\n  - {id: a, name: {zh: 甲, en: A}}\n  - "
      "{id: b, name: {zh: 乙, en: B}}\n  - {id: c, name: {zh: 丙, en: C}}\npeople:\n" +
          people + "  - {id: x, name: X, roles: [committee]}\nreview: " + review + "\n",
      "sihu.yaml");
  REQUIRE(organisation);
  return *organisation;
}

inline ReviewSheet a_sheet(long first, long second, std::string comment = "") {
  return {{{"C1", Rational(first)}, {"C2", Rational(second)}}, std::move(comment)};
}

inline SheetKey sheet_key(std::string branch, std::string person) {
  return {reviewed_quarter, std::move(branch), std::move(person)};
}

inline OpenedSheet opened(std::string person, std::string branch, long total,
                          std::string reviewers = "", std::string comment = "") {
  return {std::move(person), std::move(branch), std::move(reviewers), Rational(total),
          std::move(comment)};
}

inline Event sheet_event(const SheetKey& key, const std::string& scores,
                         const std::string& by = "") {
  return {{},
          by.empty() ? key.person : by,
          "review.sheet",
          subject_of(key),
          {{"version", "1"}, {"doc", "0123456789abcdef"}, {"sheet", scores}},
          {}};
}

inline Event result_event(const std::string& branch, const std::string& value, int sheets,
                          const std::string& role = "committee") {
  return {{},
          "x",
          "review.result",
          "2026Q4/" + branch,
          {{"value", value},
           {"role", role},
           {"mean", value},
           {"method", "mean"},
           {"sheets", std::to_string(sheets)}},
          {}};
}

}  // namespace sihu::test
