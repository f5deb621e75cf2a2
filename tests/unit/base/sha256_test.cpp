#include "base/sha256.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("base") {
  TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  TEST_CASE("a digest is 64 lower-case hex digits") {
    CHECK(is_sha256_hex(sha256_hex("a")));
    CHECK_FALSE(is_sha256_hex(std::string(63, 'a')));
    CHECK_FALSE(is_sha256_hex(std::string(64, 'A')));
    CHECK_FALSE(is_sha256_hex(""));
  }

  TEST_CASE("parts are digested as if they stood one behind the other") {
    CHECK(sha256_hex({"a", "", "bc"}) == sha256_hex("abc"));
  }

  TEST_CASE("the head is the first sixteen hex digits as a number") {
    CHECK(sha256_head("abc") == 0xba7816bf8f01cfea);
  }
}
