#include "store/arrivals.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

const std::string digest(64, 'a');

struct Sources {
  TemporaryFolder folder;
  fs::path target = folder.path() / "here";
  fs::path staging = folder.path() / "here/.sihu/merge";

  Sources() { fs::create_directories(staging); }

  Result<Arrivals> collect(const std::vector<std::string>& names) const {
    std::vector<MergeSource> sources;
    for (const std::string& name : names) sources.push_back({folder.path() / name, name});
    return collect_arrivals(sources, target, staging);
  }

  std::vector<std::string> shown(const std::string& name) const {
    std::vector<std::string> list;
    const auto arrivals = collect({name});
    if (!arrivals) return {arrivals.error().faults.at(0).name};
    for (const Arrival& arrival : arrivals->files) list.push_back(arrival.shown);
    std::ranges::sort(list);
    return list;
  }
};

std::optional<ArrivalKind> kind_of(const char* path) {
  const auto name = arrival_name(path);
  return name ? std::optional(name->kind) : std::nullopt;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("what a file is, by where it lies") {
    using enum ArrivalKind;
    for (const char* path :
         {"a.tsv", "2026Q4/a.tsv", "ledger/2026Q4/a.tsv", "w/ledger/2026Q4/a.tsv"})
      CHECK(kind_of(path) == ledger);
    for (const char* path :
         {"notes/a.tsv", "ledger/a.tsv", "ledger/2026Q4/x/a.tsv", ".git/2026Q4/a.tsv",
          "__MACOSX/2026Q4/a.tsv", "2026Q4/._a.tsv", "2026Q4/a.tsv.12.torn", "a.yaml",
          ".sihu/2026Q4/a.tsv", "evidence/a.jpg"})
      CHECK_FALSE(kind_of(path));
    CHECK(arrival_name("w/evidence/" + digest + ".jpg") == ArrivalName{evidence, digest + ".jpg"});
    CHECK(arrival_name("w/sihu.yaml") == ArrivalName{document, "sihu.yaml"});
    CHECK(arrival_name("w/checklists/dues.yaml") == ArrivalName{document, "checklists/dues.yaml"});
    CHECK(arrival_name("records/meetings.csv") == ArrivalName{document, "records/meetings.csv"});
  }

  TEST_CASE("workspaces, ledger folders, quarters and files") {
    const Sources sources;
    const fs::path there = sources.folder.path() / "U 盘/w";
    put_file(there / "sihu.yaml", "sihu: 1\n");
    put_file(there / "ledger/2026Q4/a.tsv", "x");
    put_file(there / "ledger/2026Q4/a.tsv.9.torn", "x");
    put_file(there / "evidence" / (digest + ".jpg"), "x");
    put_file(there / "evidence/notes.jpg", "x");
    put_file(there / "checklists/dues.yaml", "x");
    const std::string w = "U 盘/w/";
    CHECK(sources.shown("U 盘/w") ==
          std::vector<std::string>{w + "checklists/dues.yaml", w + "evidence/" + digest + ".jpg",
                                   w + "ledger/2026Q4/a.tsv", w + "sihu.yaml"});
    CHECK(sources.shown("U 盘/w/ledger") == std::vector<std::string>{w + "ledger/2026Q4/a.tsv"});
    CHECK(sources.shown("U 盘/w/ledger/2026Q4") ==
          std::vector<std::string>{w + "ledger/2026Q4/a.tsv"});
    CHECK(sources.shown("U 盘/w/ledger/2026Q4/a.tsv") ==
          std::vector<std::string>{w + "ledger/2026Q4/a.tsv"});
  }

  TEST_CASE("a source that is none, and the workspace itself") {
    const Sources sources;
    put_file(sources.folder.path() / "letter.txt", "hello");
    put_file(sources.folder.path() / "empty/x.txt", "");
    put_file(sources.target / "sihu.yaml", "");
    put_file(sources.target / "ledger/2026Q4/a.tsv", "");
    CHECK(sources.shown("letter.txt") == std::vector<std::string>{"no-ledger-here"});
    CHECK(sources.shown("empty") == std::vector<std::string>{"no-ledger-here"});
    CHECK(sources.shown("nowhere") == std::vector<std::string>{"cannot-read"});
    for (const char* own : {"here", "here/ledger", "here/ledger/2026Q4/a.tsv", "empty/../here"})
      CHECK(sources.shown(own) == std::vector<std::string>{"merge-into-itself"});
    const auto all = sources.collect({"letter.txt", "nowhere", "here"});
    REQUIRE_FALSE(all);
    CHECK(all.error().faults.size() == 3);
    CHECK(all.error().kind == Kind::environment);
  }

  TEST_CASE("a workspace without a ledger brings what it has, and that it has none is said") {
    const Sources sources;
    put_file(sources.folder.path() / "w/sihu.yaml", "sihu: 1\n");
    const auto found = sources.collect({"w"});
    REQUIRE(found);
    REQUIRE(found->notes.size() == 1);
    CHECK(found->notes[0].name == "no-ledger-here");
    CHECK(found->notes[0].warning);
    put_file(sources.folder.path() / "w/ledger/2026Q4/a.tsv", "x");
    CHECK(sources.collect({"w"})->notes.empty());
  }

  TEST_CASE("what a file is named decides only where its first word does not") {
    const Sources sources;
    put_file(sources.folder.path() / "a.tsv.bak", "x");
    put_file(sources.folder.path() / "b.txt", "#sihu\t1");
    CHECK(sources.shown("a.tsv.bak") == std::vector<std::string>{"a.tsv.bak"});
    CHECK(sources.shown("b.txt") == std::vector<std::string>{"b.txt"});
  }

  TEST_CASE("links that lead out of a source are not followed") {
    const Sources sources;
    const fs::path w = sources.folder.path() / "w";
    put_file(sources.folder.path() / "secret.tsv", "x");
    fs::create_directories(w / "ledger/2026Q4");
    fs::create_symlink("../../../secret.tsv", w / "ledger/2026Q4/a.tsv");
    CHECK(sources.shown("w") == std::vector<std::string>{"leaves-workspace"});
  }
}
