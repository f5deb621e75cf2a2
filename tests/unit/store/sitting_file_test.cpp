#include "store/sitting_file.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

struct Machine {
  TemporaryFolder folder;
  fs::path root = folder.path() / "w";
  fs::path home = folder.path() / "state";

  Machine() { fs::create_directories(root); }
  Result<SittingFile> open(const char* subject = "2026Q4/q4/pa") const {
    return SittingFile::open(home, root, subject);
  }
  fs::path file() const {
    for (const auto& entry : fs::recursive_directory_iterator(home))
      if (entry.path().extension() == ".sitting") return entry.path();
    return {};
  }
};

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("what was added is there again, and half a line is cut off") {
    const Machine machine;
    {
      auto file = machine.open();
      REQUIRE(file);
      CHECK(file->text().empty());
      REQUIRE(file->add("1 answer 0 B\n"));
      REQUIRE(file->add("2 answer 1 hal"));
    }
    {
      auto file = machine.open();
      REQUIRE(file);
      CHECK(file->text() == "1 answer 0 B\n");
      REQUIRE(file->add("3 seen\n"));
    }
    CHECK(machine.open()->text() == "1 answer 0 B\n3 seen\n");
    CHECK(fs::is_empty(machine.root));
  }

  TEST_CASE("a sitting is open in one window at a time, and each has a file of its own") {
    const Machine machine;
    const auto first = machine.open();
    REQUIRE(first);
    const auto second = machine.open();
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Kind::environment);
    CHECK(second.error().faults[0].name == "sitting-open");
    CHECK(machine.open("2026Q4/q4/qa"));
  }

  TEST_CASE("nobody else may read it, and it goes when the paper is handed in") {
    const Machine machine;
    auto file = machine.open();
    REQUIRE(file);
    CHECK((fs::status(machine.file()).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    file->forget();
    CHECK(machine.file().empty());
  }

  TEST_CASE("a sitting is found wherever its workspace lies, also by the line of another copy") {
    const Machine machine;
    const auto open = [&](const fs::path& root, const SittingNames& names) {
      return SittingFile::open(machine.home, root, names);
    };
    {
      auto file = open(machine.root, {"aaaa", {}, "2026Q4/q4/pa"});
      REQUIRE(file);
      CHECK(file->is_new());
      REQUIRE(file->add("1 answer 0 B\n"));
    }
    const fs::path renamed = machine.folder.path() / "w1";
    fs::rename(machine.root, renamed);
    {
      const auto file = open(renamed, {"aaaa", {}, "2026Q4/q4/pa"});
      REQUIRE(file);
      CHECK_FALSE(file->is_new());
      CHECK(file->text() == "1 answer 0 B\n");
    }
    CHECK(open(renamed, {"bbbb", {"aaaa"}, "2026Q4/q4/pa"})->text() == "1 answer 0 B\n");
    CHECK(open(renamed, {"cccc", {}, "2026Q4/q4/pa"})->text().empty());
  }

  TEST_CASE("notes that an older program kept by the folder are found, and go on there") {
    const Machine machine;
    REQUIRE(machine.open()->add("1 answer 0 B\n"));
    const SittingNames names{"aaaa", {}, "2026Q4/q4/pa"};
    CHECK(SittingFile::open(machine.home, machine.root, names)->text() == "1 answer 0 B\n");
    CHECK_FALSE(SittingFile::open(machine.home, machine.root, names)->is_new());
  }

  TEST_CASE("whether notes can be kept is known beforehand, and nothing stays of the trial") {
    const Machine machine;
    REQUIRE(SittingFile::try_out(machine.home, machine.root));
    CHECK(machine.file().empty());
    const fs::path blocked = machine.folder.path() / "blocked";
    std::ofstream(blocked) << "a file, no folder";
    CHECK_FALSE(SittingFile::try_out(blocked, machine.root));
  }

  TEST_CASE("drills have notes of their own, and nobody else may look into them") {
    const Machine machine;
    fs::create_directories(machine.home / "sihu");
    const auto drill = SittingFile::open(machine.home, machine.root, "drill/pa", NotesOf::drill);
    REQUIRE(drill);
    CHECK(machine.file().empty());
    CHECK(SittingFile::open(machine.home, machine.root, "drill/pa"));
    const auto again = SittingFile::open(machine.home, machine.root, "drill/pa", NotesOf::drill);
    REQUIRE_FALSE(again);
    CHECK(again.error().faults[0].name == "drill-open");
    CHECK(fs::status(machine.home / "sihu").permissions() == fs::perms::owner_all);
    CHECK(fs::status(machine.file()).permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
  }
}
