#include "store/clock.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;

TEST_SUITE("store") {
  TEST_CASE("Shanghai, UTC and offsets need no zone files") {
    CHECK(load_zone("Asia/Shanghai")->seconds_east == 8 * 3600);
    CHECK(load_zone("UTC")->seconds_east == 0);
    CHECK(load_zone("-03:30")->seconds_east == -12600);
    for (const char* bad : {"", "+8", "+25:00", "+08:60", "Asia/Nowhere", "../etc/passwd"}) {
      const auto zone = load_zone(bad);
      REQUIRE_MESSAGE(!zone, bad);
      CHECK(zone.error().kind == Kind::input);
    }
  }

  TEST_CASE("the machine's uptime goes on and never back") {
    const auto before = uptime_milliseconds();
    CHECK(before > 0);
    CHECK(uptime_milliseconds() >= before);
    CHECK(boot_of_machine() == boot_of_machine());
  }

  TEST_CASE("a zone of the machine brings its changes") {
    const auto berlin = load_zone("Europe/Berlin");
    REQUIRE(berlin);
    CHECK(to_string(berlin->at(Date(2026, 1, 15), 12)) == "2026-01-15T11:00:00.000Z");
    CHECK(to_string(berlin->at(Date(2026, 7, 15), 12)) == "2026-07-15T10:00:00.000Z");
  }

  TEST_CASE("the names of the zones are those that can be loaded") {
    const auto names = zone_names();
    REQUIRE(names.size() > 100);
    CHECK(std::ranges::binary_search(names, "Europe/Berlin"));
    for (std::size_t i = 0; i < names.size(); i += 50) CHECK_MESSAGE(load_zone(names[i]), names[i]);
  }

  TEST_CASE("the clock runs") {
    CHECK(system_time() > Instant{1700000000000});
  }
}
