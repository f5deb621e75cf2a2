#include "ledger/event.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("ledger") {
  TEST_CASE("an absent field reads as an empty text") {
    const Event event{{}, "p003", "problem.note", "x", {{"note", "好"}}, {}};
    CHECK(event.get("note") == "好");
    CHECK(event.has("note"));
    CHECK(event.get("reason").empty());
    CHECK_FALSE(event.has("reason"));
  }

  TEST_CASE("known keys have their fixed order and all others follow in byte order") {
    CHECK(canonical_before("item", "checklist"));
    CHECK(canonical_before("doc", "clock"));
    CHECK(canonical_before("clock", "a-new-key"));
    CHECK(canonical_before("a", "b"));
    CHECK_FALSE(canonical_before("b", "a"));
    CHECK_FALSE(canonical_before("zebra", "item"));
    CHECK_FALSE(canonical_before("note", "note"));
  }
}
