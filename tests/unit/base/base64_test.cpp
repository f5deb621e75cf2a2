#include "base/base64.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("base") {
  // RFC 4648, section 10.
  TEST_CASE("Base64 is that of RFC 4648") {
    CHECK(to_base64("") == "");
    CHECK(to_base64("f") == "Zg==");
    CHECK(to_base64("fo") == "Zm8=");
    CHECK(to_base64("foo") == "Zm9v");
    CHECK(to_base64("foobar") == "Zm9vYmFy");
    CHECK(to_base64("催办") == "5YKs5Yqe");
  }
}
