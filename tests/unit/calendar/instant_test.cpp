#include "calendar/instant.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("calendar") {
  TEST_CASE("an instant has one spelling of 24 bytes") {
    const char* text = "2026-10-12T01:30:00.123Z";
    REQUIRE(Instant::parse(text));
    CHECK(to_string(*Instant::parse(text)) == text);
    CHECK_FALSE(Instant::parse("2026-10-12T01:30:00Z"));
    CHECK_FALSE(Instant::parse("2026-10-12T24:00:00.000Z"));
    CHECK(to_string(Instant{-1}) == "1969-12-31T23:59:59.999Z");
  }

  TEST_CASE("at seven in the morning in Shanghai UTC is still yesterday") {
    const Zone zone;
    const auto at = Instant::parse("2026-10-11T23:00:00.000Z");
    CHECK(zone.date_of(*at) == Date(2026, 10, 12));
    CHECK(zone.at(Date(2026, 10, 12), 7) == *at);
  }

  TEST_CASE("a zone with summer time keeps both sides of a change") {
    Zone berlin{"Europe/Berlin", 3600, {{*Instant::parse("2026-03-29T01:00:00.000Z"), 7200}}};
    CHECK(to_string(berlin.at(Date(2026, 3, 28), 12)) == "2026-03-28T11:00:00.000Z");
    CHECK(to_string(berlin.at(Date(2026, 3, 29), 12)) == "2026-03-29T10:00:00.000Z");
    CHECK(to_string(berlin.at(Date(2026, 3, 29), 1)) == "2026-03-29T00:00:00.000Z");
  }

  TEST_CASE("--now takes local and absolute times") {
    const Zone zone;
    CHECK(to_string(*parse_time("2026-10-12", zone)) == "2026-10-12T01:00:00.000Z");
    CHECK(to_string(*parse_time("2026-10-12T09:30", zone)) == "2026-10-12T01:30:00.000Z");
    CHECK(to_string(*parse_time("2026-10-12 09:30:15", zone)) == "2026-10-12T01:30:15.000Z");
    CHECK(to_string(*parse_time("2026-10-12T09:30:15Z", zone)) == "2026-10-12T09:30:15.000Z");
    CHECK(to_string(*parse_time("2026-10-12T09:30+09:00", zone)) == "2026-10-12T00:30:00.000Z");
    for (const char* bad : {"2026-02-30", "2026-10-12T25:00", "yesterday", "2026-10-12T09", ""})
      CHECK_MESSAGE(!parse_time(bad, zone), bad);
    CHECK(to_local_string(*Instant::parse("2026-10-11T23:05:00.000Z"), zone) == "2026-10-12 07:05");
  }
}
