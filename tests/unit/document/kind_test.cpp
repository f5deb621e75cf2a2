#include "document/kind.hpp"

#include "document/calendar_file.hpp"
#include "document/checklist.hpp"
#include "document/lint.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string calendar = "calendar: cn-2026\nversion: '1'\nyears: [{year: 2026}]\n";
const std::string checklist =
    "checklist: dues\nversion: '1'\ntitle: x\nitems: [{id: A, title: x, points: 1}]\n";

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("where a document lies says what it should be") {
    CHECK(kind_by_name("checklists/dues.yaml") == DocumentKind::checklist);
    CHECK(kind_by_name("/srv/x/calendars/cn.yaml") == DocumentKind::calendar);
    CHECK(kind_by_name("rubrics/work.yaml") == DocumentKind::rubric);
    CHECK(kind_by_name("banks/law.yaml") == DocumentKind::bank);
    CHECK(kind_by_name("papers/q4.yaml") == DocumentKind::paper);
    CHECK(kind_by_name("courses/dues.yaml") == DocumentKind::course);
    CHECK(kind_by_name("records/meetings.yaml") == DocumentKind::record_register);
    CHECK(kind_by_name("sihu.yaml") == DocumentKind::organisation);
    CHECK(kind_by_name("old-checklists/dues.yaml") == DocumentKind::unknown);
  }

  TEST_CASE("a document in the folder of another kind is said to be one") {
    CHECK(fault_names(load_calendar(checklist, "calendars/dues.yaml")) == "1:12 other-document");
    CHECK(fault_names(load_checklist(calendar, "checklists/cn-2026.yaml", {})) ==
          "1:11 other-document");
    const auto faults = lint({{{"checklists/cn-2026.yaml", calendar},
                               {"calendars/dues.yaml", checklist},
                               {"calendars/cn-2026.yaml", calendar}},
                              {},
                              true,
                              Date(2026, 6, 1)});
    CHECK(fault_names(faults) == "1:12 other-document, 1:11 other-document");
    CHECK(faults[1].what.en == "this is a calendar, expected a checklist here");
    CHECK(faults[1].hint.en == "it belongs into calendars/");
  }
}
