#include "store/append.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("a file is made with its folder and grows by what is appended") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "ledger" / "2026Q4" / "a.tsv";
    REQUIRE(append_to_file(file, "a.tsv", 0, "one\n"));
    REQUIRE(append_to_file(file, "a.tsv", 4, "two\n"));
    CHECK(file_bytes(file) == "one\ntwo\n");
  }

  TEST_CASE("a file that changed since it was read is left alone") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "a.tsv";
    put_file(file, "one\ntwo\n");
    const auto done = append_to_file(file, "a.tsv", 4, "three\n");
    REQUIRE_FALSE(done);
    CHECK(done.error().faults[0].name == "changed-meanwhile");
    CHECK(file_bytes(file) == "one\ntwo\n");
    CHECK_FALSE(append_to_file(file, "a.tsv", 0, "three\n"));
    CHECK(file_bytes(file) == "one\ntwo\n");
  }

  TEST_CASE("a symbolic link in place of the file is refused") {
    const TemporaryFolder folder;
    put_file(folder.path() / "elsewhere", "");
    std::filesystem::create_symlink("elsewhere", folder.path() / "a.tsv");
    CHECK_FALSE(append_to_file(folder.path() / "a.tsv", "a.tsv", 0, "one\n"));
    CHECK(file_bytes(folder.path() / "elsewhere").empty());
  }

  // A limit on the size of files makes the write come up short, as a full disk does.
  TEST_CASE("a write that comes up short is taken back") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "a.tsv";
    put_file(file, "one\n");
    const pid_t child = ::fork();
    if (child == 0) {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{10, 10};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      const auto short_one = append_to_file(file, "a.tsv", 4, "a line too long\n");
      const auto fresh = append_to_file(folder.path() / "b.tsv", "b.tsv", 0, "a line too long\n");
      const bool right = !short_one && short_one.error().kind == Kind::environment &&
                         short_one.error().faults[0].name == "cannot-append" && !fresh;
      ::_exit(right ? 0 : 1);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
    CHECK(file_bytes(file) == "one\n");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "b.tsv"));
  }

  TEST_CASE("a torn tail moves to a file of its own and never overwrites one") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "a.tsv";
    put_file(file, "one\nto");
    const auto note = move_torn_tail(file, "a.tsv", 4);
    REQUIRE(note);
    REQUIRE(*note);
    CHECK((*note)->warning);
    CHECK(file_bytes(file) == "one\n");
    CHECK(file_bytes(folder.path() / "a.tsv.4.torn") == "to");

    put_file(file, "one\nti");
    REQUIRE(move_torn_tail(file, "a.tsv", 4));
    CHECK(file_bytes(folder.path() / "a.tsv.4.torn") == "to");
    CHECK(file_bytes(folder.path() / "a.tsv.4.2.torn") == "ti");
    CHECK_FALSE(*move_torn_tail(file, "a.tsv", 4));
  }
}
