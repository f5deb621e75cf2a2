#include "store/not_taken.hpp"

#include "store/arrivals.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

using List = std::vector<std::string>;

// The places of the notes on what a merge would leave lying in the folder "s".
List left_in(const TemporaryFolder& folder) {
  fs::create_directories(folder.path() / "here/.sihu/merge");
  const auto found = collect_arrivals({{folder.path() / "s", "s"}}, folder.path() / "here",
                                      folder.path() / "here/.sihu/merge");
  List places;
  const auto& notes = found ? found->notes : found.error().faults;
  for (const Fault& note : notes) places.push_back(note.name + ' ' + note.place.file);
  std::ranges::sort(places);
  return places;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("names that are like a ledger's, and why they are not taken") {
    const auto why = [](const char* inside) {
      const auto note = not_taken(inside, "f");
      return note ? note->what.en.substr(11, 8) : "";
    };
    for (const char* name :
         {"2026Q4/zb03.k7m2qx.TSV", "a.tsv.bak", "ledger/2026Q4/x.tsv.txt", "x.Tsv~"})
      CHECK(why(name) == "the name");
    for (const char* name : {"ledger/2026Q4/copies/x.tsv", "ledger/x.tsv", "w/x.tsv"})
      CHECK(why(name) == "ledger f");
    for (const char* name : {"zb03.zip", "w/zb03.TAR.GZ", "x.tsv.7z"})
      CHECK(why(name) == "an archi");
    for (const char* name : {"sihu.yaml", "notes.txt", ".x.tsv.swp", "__MACOSX/2026Q4/x.TSV",
                             "2026Q4/x.tsv.120.torn", ".git/x.tsv"})
      CHECK(why(name).empty());
  }

  TEST_CASE("of a workspace all that lies below ledger/ is told, and nothing of the rest") {
    const TemporaryFolder folder;
    const fs::path s = folder.path() / "s";
    for (const char* name :
         {"sihu.yaml", "problems.TSV", "old.zip", "ledger/2026Q4/a.tsv", "ledger/2026Q4/b.TSV",
          "ledger/2026Q4/c.tsv.bak", "ledger/2026Q4/older/d.tsv", "ledger/e.tsv",
          "ledger/2026Q4/a.tsv.9.torn", "ledger/2026Q4/notes.txt"})
      put_file(s / name, "x");
    put_file(s / "ledger/2026Q4/f.txt", "#sihu\t1\t");
    CHECK(left_in(folder) ==
          List{"not-taken s/ledger/2026Q4/b.TSV", "not-taken s/ledger/2026Q4/c.tsv.bak",
               "not-taken s/ledger/2026Q4/f.txt", "not-taken s/ledger/2026Q4/older/d.tsv",
               "not-taken s/ledger/e.tsv"});
  }

  TEST_CASE("of another folder all is told, a workspace further down as one") {
    const TemporaryFolder folder;
    const fs::path s = folder.path() / "s";
    put_file(s / "a.tsv", "x");
    put_file(s / "2026Q4/b.tsv", "x");
    put_file(s / "c.TSV", "x");
    put_file(s / "mail/d.tsv", "x");
    put_file(s / "zb05.zip", "x");
    put_file(s / "zb03/sihu.yaml", "x");
    put_file(s / "zb03/ledger/2026Q4/e.tsv", "x");
    CHECK(left_in(folder) == List{"not-taken s/c.TSV", "not-taken s/mail/d.tsv", "not-taken s/zb03",
                                  "not-taken s/zb05.zip"});
  }

  TEST_CASE("where nothing can be merged, what is like a ledger is told with that") {
    const TemporaryFolder folder;
    put_file(folder.path() / "s/2026Q4/a.TSV", "x");
    CHECK(left_in(folder) == List{"no-ledger-here s", "not-taken s/2026Q4/a.TSV"});
  }

  TEST_CASE("links are not followed, and very many files are counted") {
    const TemporaryFolder folder;
    const fs::path s = folder.path() / "s";
    put_file(s / "a.tsv", "x");
    fs::create_directory_symlink(folder.path(), s / "up");
    for (int i = 0; i < 30; ++i) put_file(s / (std::to_string(i) + ".TSV"), "x");
    const List left = left_in(folder);
    CHECK(left.size() == 21);
    CHECK(std::ranges::count(left, "not-taken s") == 1);
  }
}
