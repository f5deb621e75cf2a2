#include "document/calendar_file.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Result<Workdays> year_2026(const std::string& days) {
  return load_calendar("calendar: cn-2026\nversion: '2026.1'\nyears:\n  - year: 2026\n" + days,
                       "c.yaml");
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("holidays are off from the first to the last day, make-up days are worked") {
    const auto calendar = year_2026(
        "    holidays: [{name: 元旦, from: 2025-12-31, to: 2026-01-02}]\n"
        "    workdays: [{date: 2026-01-04, for: 元旦}]\n");
    REQUIRE(calendar);
    CHECK_FALSE(calendar->is_workday(Date(2025, 12, 31)));
    CHECK_FALSE(calendar->is_workday(Date(2026, 1, 2)));
    CHECK(calendar->is_workday(Date(2026, 1, 4)));
    CHECK(calendar->is_workday(Date(2026, 1, 5)));
    CHECK(calendar->version == "cn-2026@2026.1");
    CHECK(calendar->years == std::set<int>{2026});
  }

  TEST_CASE("a make-up day falls on a weekend and on no holiday") {
    CHECK(fault_names(year_2026("    workdays: [{date: 2026-01-05}]\n")) == "5:23 not-a-weekend");
    CHECK(fault_names(year_2026("    holidays: [{name: x, from: 2026-01-01, to: 2026-01-04}]\n"
                                "    workdays: [{date: 2026-01-04}]\n")) == "6:23 day-contradicts");
  }

  TEST_CASE("calendars that contradict each other are not joined") {
    const auto a = year_2026("    workdays: [{date: 2026-01-04}]\n");
    const auto b = year_2026("    holidays: [{name: x, from: 2026-01-04, to: 2026-01-04}]\n");
    REQUIRE(a);
    REQUIRE(b);
    CHECK(join_calendars({*a, *a}).value().version == "cn-2026@2026.1+cn-2026@2026.1");
    CHECK(fault_names(join_calendars({*a, *b})) == "0:0 calendars-contradict");
    CHECK(join_calendars({}).value().years.empty());
  }
}
