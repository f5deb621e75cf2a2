#include "document/organisation.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string box_key = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";

Result<Organisation> reviewed(const std::string& review) {
  return load_organisation(
      "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\npeople: []\n" +
          review,
      "sihu.yaml");
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("reviews have defaults, and what is written replaces them") {
    const auto none = reviewed("");
    REQUIRE(none);
    CHECK(none->review.method == ReviewMethod::mean);
    CHECK(none->review.least == 3);
    CHECK(none->review.key.empty());
    const auto all = reviewed(
        "review: {method: severity, rubric: work, least: 5, key: 'x25519:" + box_key + "'}\n");
    REQUIRE(all);
    CHECK(all->review.method == ReviewMethod::severity);
    CHECK(all->review.rubric == "work");
    CHECK(all->review.least == 5);
    CHECK(all->review.key == box_key);
  }

  TEST_CASE("fewer than three sheets never make a result, and a signing key seals nothing") {
    CHECK(fault_names(reviewed("review: {least: 2}\n")) == "5:17 out-of-range");
    CHECK(fault_names(reviewed("review: {key: 'ed25519:" + box_key + "'}\n")) == "5:15 wrong-type");
    CHECK(fault_names(reviewed("review: {key: 'x25519:" + std::string(64, '0') + "'}\n")) ==
          "5:15 not-a-review-key");
    CHECK(fault_names(reviewed("review: {method: average}\n")) == "5:18 unknown-word");
    CHECK(fault_names(reviewed("review: {weights: 3}\n")) == "5:10 unknown-key");
  }
}
