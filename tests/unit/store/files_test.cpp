#include "store/files.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

TEST_SUITE("store") {
  TEST_CASE("a file is read whole, and what is no file is said") {
    const TemporaryFolder folder;
    put_file(folder.path() / "a", std::string("x\0y", 3));
    CHECK(*read_file(folder.path() / "a", "a") == std::string("x\0y", 3));
    CHECK(read_file(folder.path() / "none", "none").error().kind == Kind::environment);
    CHECK(read_file(folder.path(), "folder").error().faults[0].what.en ==
          "cannot read folder: it is a folder, not a file");
    CHECK(read_file(folder.path() / "a", "a", 2).error().faults[0].name == "file-too-big");
  }

  TEST_CASE("a pipe under a file's name does not block") {
    const TemporaryFolder folder;
    REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    CHECK(read_file(folder.path() / "pipe", "pipe").error().faults[0].name == "not-a-file");
  }

  TEST_CASE("writing replaces a file whole, follows the umask and leaves nothing beside it") {
    const TemporaryFolder folder;
    const mode_t before = ::umask(0027);
    REQUIRE(write_file_atomically(folder.path() / "a", "old", "a"));
    REQUIRE(write_file_atomically(folder.path() / "a", "new", "a"));
    ::umask(before);
    CHECK(file_bytes(folder.path() / "a") == "new");
    struct stat facts {};
    REQUIRE(::stat((folder.path() / "a").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0640);
    CHECK(snapshot(folder.path()).size() == 1);
    CHECK_FALSE(write_file_atomically(folder.path() / "none" / "a", "x", "a"));
  }

  TEST_CASE("a buffer serves one file after the other") {
    const TemporaryFolder folder;
    put_file(folder.path() / "long", "0123456789");
    put_file(folder.path() / "short", "ab");
    std::string buffer;
    CHECK(*read_file_into(buffer, folder.path() / "long", "long") == "0123456789");
    CHECK(*read_file_into(buffer, folder.path() / "short", "short") == "ab");
  }

  TEST_CASE("what comes in blocks is there whole, or not at all") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "file";
    const auto two_blocks = [](const Sink& sink) {
      sink("first,");
      sink("second");
      return Result<void>{};
    };
    REQUIRE(write_file_atomically(file, two_blocks, "file"));
    CHECK(file_bytes(file) == "first,second");
    const auto fails = [](const Sink& sink) -> Result<void> {
      sink("third");
      return fail(Kind::environment, "lost", phrase(Text{"没了", "lost"}));
    };
    CHECK_FALSE(write_file_atomically(file, fails, "file"));
    CHECK(file_bytes(file) == "first,second");
    CHECK(list_folder(folder.path())->size() == 1);
  }

  TEST_CASE("folders are made on demand and a file in their place is said") {
    const TemporaryFolder folder;
    REQUIRE(make_folders(folder.path() / "a" / "b" / "c"));
    REQUIRE(make_folders(folder.path() / "a" / "b" / "c"));
    CHECK(fs::is_directory(folder.path() / "a" / "b" / "c"));
    put_file(folder.path() / "file", "x");
    CHECK_FALSE(make_folders(folder.path() / "file"));
    CHECK_FALSE(make_folders(folder.path() / "file" / "b"));
  }

  TEST_CASE("a listing is sorted, and a folder that is not there is empty") {
    const TemporaryFolder folder;
    for (const char* name : {"b.tsv", "a.tsv", ".hidden.tsv", "c.torn"})
      put_file(folder.path() / name, "");
    CHECK(*list_folder(folder.path(), ".tsv") == std::vector<std::string>{"a.tsv", "b.tsv"});
    CHECK(list_folder(folder.path() / "none")->empty());
  }

  TEST_CASE("what can't be looked at is not taken for absent") {
    const TemporaryFolder folder;
    put_file(folder.path() / "file", "x");
    CHECK(*look_at(folder.path() / "file", "file") == fs::file_type::regular);
    CHECK(*look_at(folder.path() / "none", "none") == fs::file_type::not_found);
    const auto unknown = look_at(folder.path() / std::string(300, 'x'), "long");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().kind == Kind::environment);
    CHECK(unknown.error().faults[0].what.en == "cannot read long: the name is too long");
  }

  TEST_CASE("a path that leads out of the workspace is refused") {
    const TemporaryFolder folder;
    const fs::path root = folder.path() / "w";
    fs::create_directories(root / "evidence");
    fs::create_directories(folder.path() / "outside");
    fs::create_directory_symlink("../outside", root / "out");
    fs::create_directory_symlink("evidence", root / "in");
    CHECK(path_inside(root, "ledger/2026Q4/x.tsv"));
    CHECK(path_inside(root, "in/x"));
    CHECK(path_inside(root, "a/../b"));
    for (const char* bad : {"../x", "/etc/passwd", "a/../../x", "out/x", "out"}) {
      const auto path = path_inside(root, bad);
      REQUIRE_MESSAGE(!path, bad);
      CHECK(path.error().faults[0].name == "leaves-workspace");
    }
  }
}
