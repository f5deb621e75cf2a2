#include "snapshot/instant_key.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("snapshot") {
  TEST_CASE("keys are in order as the instants are, from the year to the millisecond") {
    const char* const instants[] = {"1999-12-31T23:59:59.999Z", "2026-09-12T01:30:00.123Z",
                                    "2026-10-12T01:30:00.123Z", "2026-10-12T01:30:00.124Z",
                                    "2026-10-12T01:31:00.000Z", "2026-10-12T11:00:00.000Z"};
    InstantKey before;
    for (const char* instant : instants) {
      const InstantKey key(instant);
      CHECK(before < key);
      before = key;
    }
    CHECK(InstantKey(instants[2]).minute() == InstantKey(instants[3]).minute());
    CHECK(InstantKey(instants[3]).minute() < InstantKey(instants[4]).minute());
    CHECK(InstantKey(instants[2]).slice() == InstantKey(instants[4]).slice());
    CHECK(InstantKey(instants[4]).slice() < InstantKey(instants[5]).slice());
  }
}
