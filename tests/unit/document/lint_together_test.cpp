#include "document/lint.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string start =
    "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\n"
    "people: [{id: p, name: P, branch: a, roles: [secretary]}]\n";

std::string calendar(int year) {
  const std::string text = std::to_string(year);
  return "calendar: cn-" + text + "\nversion: '1'\nyears: [{year: " + text + "}]\n";
}

std::string faults_of(std::vector<LintFile> files, Date today = Date(2026, 6, 1)) {
  return fault_names(lint({std::move(files), {}, true, today}));
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a calendar that is named must be there, and one that is there named") {
    CHECK(faults_of({{"sihu.yaml", start + "calendars: [calendars/cn-2026.yaml]\n"}}) ==
          "5:12 year-without-calendar, 5:13 no-such-file");
    CHECK(faults_of({{"sihu.yaml", start + "calendars: [calendars/cn-2026.yaml]\n"},
                     {"calendars/cn-2026.yaml", calendar(2026)},
                     {"calendars/cn-2025.yaml", calendar(2025)}}) == "1:11 calendar-not-used");
  }

  TEST_CASE("near the end of the year the next one's calendar is missed") {
    const std::vector<LintFile> files{
        {"sihu.yaml", start + "calendars: [calendars/cn-2026.yaml]\n"},
        {"calendars/cn-2026.yaml", calendar(2026)}};
    CHECK(faults_of(files, Date(2026, 11, 1)).empty());
    CHECK(faults_of(files, Date(2026, 12, 1)) == "5:12 year-without-calendar");
  }

  TEST_CASE("without working days no calendar is missed") {
    CHECK(
        faults_of({{"sihu.yaml",
                    start + "rectification: {verify-within: 5d, limits: {minor: 3d, general: 10d, "
                            "serious: 15d, critical: 20d}}\n"}})
            .empty());
  }

  TEST_CASE("two files may not have one id, and a file is named after its id") {
    const std::string text =
        "checklist: dues\nversion: '1'\ntitle: x\nitems: [{id: A, title: x, points: 1}]\n";
    CHECK(faults_of({{"checklists/dues.yaml", text}, {"checklists/other.yaml", text}}) ==
          "1:12 duplicate-document, 1:12 name-differs");
  }
}
