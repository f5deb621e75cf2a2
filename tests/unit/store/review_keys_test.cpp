#include "store/review_keys.hpp"

#include "base/sealed_box.hpp"
#include "store/keys.hpp"
#include "support/fault_names.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

TEST_SUITE("store") {
  TEST_CASE("a review key opens what is sealed to its public half, and is for its owner alone") {
    const TemporaryFolder folder;
    const fs::path config = folder.path() / "config";
    const auto kept = make_review_key(config, folder.path() / "work", "nrpb");
    REQUIRE(kept);
    CHECK((fs::status(kept->file).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    const auto secret = review_secret(config, kept->key.substr(0, 16));
    REQUIRE(secret);
    REQUIRE(*secret);
    const auto box = seal_box("C1=4", 64, kept->key, std::string(64, 'b'));
    CHECK(open_box(*box, 64, **secret) == "C1=4");
    // It is no signing key, and does not disturb them.
    CHECK(kept_keys(config)->empty());
    const auto all = kept_review_keys(config);
    REQUIRE(all);
    REQUIRE(all->size() == 1);
    CHECK(all->front().key == kept->key);
    CHECK(all->front().organisation == "nrpb");
    CHECK(all->front().file == kept->file);
  }

  TEST_CASE("a key that is not here is nothing, a damaged one is a fault") {
    const TemporaryFolder folder;
    const fs::path config = folder.path() / "config";
    CHECK_FALSE(*review_secret(config, "0123456789abcdef"));
    CHECK_FALSE(*review_secret(config, "../../etc/passwd"));
    const auto kept = make_review_key(config, folder.path() / "work", "nrpb");
    const std::string key16 = kept->key.substr(0, 16);
    put_file(kept->file, "sihu-review-key 1\nsecret " + std::string(64, 'a') + "\n");
    CHECK(fault_names(review_secret(config, key16)) == "0:0 not-a-key-file");
    CHECK(fault_names(kept_review_keys(config)) == "0:0 not-a-key-file");
  }
}
