#include "store/staging.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

TEST_SUITE("store") {
  TEST_CASE("a staging folder begins empty and goes with its value") {
    const TemporaryFolder folder;
    put_file(folder.path() / ".sihu/merge/left", "by a crash");
    fs::path where;
    {
      const Staging staging = Staging::make(folder.path()).value();
      where = staging.folder();
      CHECK(fs::is_empty(where));
    }
    CHECK_FALSE(fs::exists(where));
    CHECK(fs::exists(folder.path() / ".sihu"));
  }

  TEST_CASE("what is only looked at lies in the workspace, or apart where that can't be written") {
    const TemporaryFolder folder;
    fs::path apart;
    CHECK(Staging::make_to_look(folder.path()).value().folder() ==
          folder.path() / ".sihu" / "merge");
    {
      const Staging staging = Staging::make_to_look("/proc/self").value();
      apart = staging.folder();
      CHECK(fs::is_empty(apart));
      CHECK(fs::status(apart).permissions() == fs::perms(0700));
    }
    CHECK_FALSE(fs::exists(apart));
  }

  TEST_CASE("a copy has as many bytes as were asked for, or there is none") {
    const TemporaryFolder folder;
    Staging staging = Staging::make(folder.path()).value();
    const std::string text(200'000, 'x');
    put_file(folder.path() / "a", text + "tail");
    const auto copy = staging.copy(folder.path() / "a", "a", text.size());
    REQUIRE(copy);
    CHECK(file_bytes(*copy) == text);
    CHECK(staging.copy(folder.path() / "a", "a", text.size() + 5).error().faults[0].name ==
          "changed-meanwhile");
    CHECK(staging.copy(folder.path() / "none", "none", 1).error().kind == Kind::environment);
    // What lies in /proc can't be copied by the kernel itself.
    CHECK(staging.copy("/proc/self/status", "status", 5).has_value());
  }

  TEST_CASE("what is put in place takes the old file's permissions") {
    const TemporaryFolder folder;
    Staging staging = Staging::make(folder.path()).value();
    put_file(folder.path() / "new", "new");
    put_file(folder.path() / "old", "old");
    fs::permissions(folder.path() / "old", fs::perms(0600));
    const auto copy = staging.copy(folder.path() / "new", "new", 3).value();
    CHECK(flush_files({copy}));
    CHECK(put_in_place(copy, folder.path() / "old", "old"));
    CHECK(file_bytes(folder.path() / "old") == "new");
    CHECK(fs::status(folder.path() / "old").permissions() == fs::perms(0600));
    const auto again = staging.copy(folder.path() / "new", "new", 3).value();
    CHECK(put_in_place(again, folder.path() / "a/b/c", "c"));
    CHECK(file_bytes(folder.path() / "a/b/c") == "new");
    CHECK_FALSE(flush_files({folder.path() / "none"}));
  }
}
