#include "base/sealed_box.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

// RFC 7748, section 6.1: Bob's pair, and a secret key drawn for one box.
const std::string fresh = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
const std::string bob_secret = "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb";
const std::string bob = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";
constexpr std::size_t size = 64;

}  // namespace

TEST_SUITE("base") {
  TEST_CASE("a box key is the one of RFC 7748") {
    CHECK(box_public_key(bob_secret) == bob);
    CHECK(is_box_key(bob));
    CHECK_FALSE(is_box_key(bob.substr(1)));
    CHECK_FALSE(is_box_key("DE" + bob.substr(2)));
  }

  TEST_CASE("nothing is sealed to a point of low order") {
    CHECK(can_be_sealed_to(bob));
    CHECK_FALSE(can_be_sealed_to(bob.substr(1)));
    const std::string zeros(62, '0');
    for (const std::string& point :
         {zeros + "00", "01" + zeros, "ec" + std::string(60, 'f') + "7f"}) {
      CHECK_FALSE(can_be_sealed_to(point));
      CHECK_FALSE(seal_box("C1=4", size, point, fresh));
    }
  }

  TEST_CASE("only the holder of the key opens a box") {
    const auto box = seal_box("C1=4;C2=3", size, bob, fresh);
    REQUIRE(box);
    CHECK(open_box(*box, size, bob_secret) == "C1=4;C2=3");
    CHECK_FALSE(open_box(*box, size, fresh));
    CHECK_FALSE(open_box(*box, size, "none"));
    CHECK(box->find("C1") == std::string::npos);
  }

  TEST_CASE("boxes are as long as each other, whatever is in them") {
    const auto none = seal_box("", size, bob, fresh);
    const auto full = seal_box(std::string(size - 1, 'x'), size, bob, fresh);
    REQUIRE(none);
    REQUIRE(full);
    CHECK(none->size() == full->size());
    CHECK(open_box(*none, size, bob_secret) == "");
    CHECK(open_box(*full, size, bob_secret) == std::string(size - 1, 'x'));
    CHECK_FALSE(seal_box(std::string(size, 'x'), size, bob, fresh));
  }

  TEST_CASE("a box that was changed, cut or made for another size opens for nobody") {
    std::string box = *seal_box("C1=4", size, bob, fresh);
    CHECK_FALSE(open_box(box, size + 1, bob_secret));
    CHECK_FALSE(open_box(box.substr(4), size, bob_secret));
    CHECK_FALSE(open_box(box + "AAAA", size, bob_secret));
    CHECK_FALSE(open_box("", size, bob_secret));
    CHECK_FALSE(open_box("C1=4", size, bob_secret));
    box[40] = box[40] == 'A' ? 'B' : 'A';
    CHECK_FALSE(open_box(box, size, bob_secret));
  }

  TEST_CASE("nothing is sealed to what is no key") {
    CHECK_FALSE(seal_box("x", size, "zb01", fresh));
    CHECK_FALSE(seal_box("x", size, std::string(64, '0'), fresh));
    CHECK_FALSE(seal_box("x", size, bob, "short"));
  }
}
