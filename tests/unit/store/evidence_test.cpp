#include "store/evidence.hpp"

#include "base/sha256.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("evidence lies under the hash of its bytes, once") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path() / "w");
    put_file(folder.path() / "照片.JPG", "bytes");
    const auto name = workspace.keep_evidence(folder.path() / "照片.JPG");
    REQUIRE(name);
    CHECK(*name == sha256_hex("bytes") + ".jpg");
    CHECK(file_bytes(workspace.root() / "evidence" / *name) == "bytes");
    const auto time = std::filesystem::last_write_time(workspace.root() / "evidence" / *name);
    CHECK(*workspace.keep_evidence(folder.path() / "照片.JPG") == *name);
    CHECK(std::filesystem::last_write_time(workspace.root() / "evidence" / *name) == time);
  }

  TEST_CASE("evidence that is not there or is no file is said") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    CHECK(workspace.keep_evidence(folder.path() / "none.jpg").error().kind == Kind::environment);
    CHECK(workspace.keep_evidence(folder.path()).error().kind == Kind::environment);
  }

  TEST_CASE("an ending is short and harmless") {
    CHECK(evidence_ending("a.PDF") == "pdf");
    CHECK(evidence_ending("a.tar.gz") == "gz");
    for (const char* odd : {"a", "a.", ".hidden", "a.文档", "a.j pg", "a.12345678901"})
      CHECK_MESSAGE(evidence_ending(odd) == "bin", odd);
  }

  TEST_CASE(
      "evidence with other bytes than its name says is an integrity fault, and keeping it again "
      "mends it") {
    const TemporaryFolder folder;
    const auto name = keep_bytes(folder.path(), "bytes", "txt");
    REQUIRE(name);
    CHECK(*read_evidence(folder.path(), *name) == "bytes");
    put_file(folder.path() / "evidence" / *name, "other");
    CHECK(read_evidence(folder.path(), *name).error().kind == Kind::integrity);
    REQUIRE(keep_bytes(folder.path(), "bytes", "txt"));
    CHECK(read_evidence(folder.path(), *name));
  }

  TEST_CASE("an evidence folder that is a link to elsewhere is refused") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "w");
    std::filesystem::create_directories(folder.path() / "elsewhere");
    std::filesystem::create_directory_symlink("../elsewhere", folder.path() / "w" / "evidence");
    CHECK(keep_bytes(folder.path() / "w", "bytes", "txt").error().faults[0].name ==
          "leaves-workspace");
  }
}
