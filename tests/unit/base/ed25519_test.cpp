#include "base/ed25519.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

// RFC 8032, section 7.1, tests 1 and 2.
const std::string seed_1 = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const std::string key_1 = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const std::string empty_signed =
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b4"
    "6b"
    "d25bf5f0595bbe24655141438e7a100b";
const std::string seed_2 = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
const std::string r_signed =
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d"
    "8c"
    "387b2eaeb4302aeeb00d291612bb0c00";

}  // namespace

TEST_SUITE("base") {
  TEST_CASE("Ed25519 gives the keys and signatures of RFC 8032") {
    CHECK(ed25519_public_key(seed_1) == key_1);
    CHECK(ed25519_sign("", seed_1) == empty_signed);
    CHECK(ed25519_sign("r", seed_2) == r_signed);
    CHECK(ed25519_verify("", empty_signed, key_1));
  }

  TEST_CASE("another message, key or digit is no good") {
    CHECK_FALSE(ed25519_verify("x", empty_signed, key_1));
    CHECK_FALSE(ed25519_verify("", empty_signed, ed25519_public_key(seed_2)));
    std::string other = empty_signed;
    other[0] = 'f';
    CHECK_FALSE(ed25519_verify("", other, key_1));
    CHECK_FALSE(ed25519_verify("", "", key_1));
    CHECK_FALSE(ed25519_verify("", empty_signed, key_1.substr(1)));
    other = empty_signed;
    other[1] = 'E';  // digits are lower case, or one signature would have many spellings
    CHECK_FALSE(ed25519_verify("", other, key_1));
  }

  TEST_CASE("a key is 64 lower-case hex digits") {
    CHECK(is_ed25519_key(key_1));
    CHECK_FALSE(is_ed25519_key("d7"));
    CHECK_FALSE(is_ed25519_key("D" + key_1.substr(1)));
    CHECK_THROWS(ed25519_public_key("abc"));
  }
}
