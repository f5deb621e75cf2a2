#include "store/secret_file.hpp"

#include "support/fault_names.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

TEST_SUITE("store") {
  TEST_CASE("a secret is read back by its owner, and refused once others may read it") {
    const TemporaryFolder folder;
    const fs::path file = secret_folder(folder.path()) / "one.key";
    REQUIRE(write_secret(file, "sihu-key 1\nperson p 900\nsecret ab\nno-more"));
    auto lines = read_secret(file);
    REQUIRE(lines);
    CHECK((*lines)["person"] == "p 900");
    CHECK((*lines)["secret"] == "ab");
    CHECK(lines->size() == 3);
    fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
    CHECK(fault_names(read_secret(file)) == "0:0 key-not-private");
    CHECK(fault_names(read_secret(file / "none")) == "0:0 cannot-read");
  }

  TEST_CASE("no two secrets are the same, and none lies inside the workspace") {
    const auto one = draw_secret();
    REQUIRE(one);
    CHECK(one->size() == 64);
    CHECK(*one != *draw_secret());
    const TemporaryFolder folder;
    CHECK(check_outside(folder.path() / "config", folder.path() / "work"));
    CHECK(fault_names(check_outside(folder.path() / "work/x", folder.path() / "work")) ==
          "0:0 key-in-workspace");
  }
}
