#include "ledger/signature.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("ledger") {
  TEST_CASE("what is signed names the line before") {
    CHECK(signed_message("0123456789abcdef", "a\tb") == "sihu line 1\n0123456789abcdef\na\tb");
  }

  TEST_CASE("a signature is taken out wherever it stands, and the rest is the line without it") {
    const auto last = take_signature("t\tp\te\ts\tnote=x\tsig=00ff");
    REQUIRE(last);
    CHECK(last->line == "t\tp\te\ts\tnote=x");
    CHECK(last->signature == "00ff");
    const auto inner = take_signature("t\tp\te\ts\tnote=x\tsig=00ff\tzeta=1");
    REQUIRE(inner);
    CHECK(inner->line == "t\tp\te\ts\tnote=x\tzeta=1");
    CHECK_FALSE(take_signature("t\tp\te\ts\tnote=sig=00ff"));
  }
}
