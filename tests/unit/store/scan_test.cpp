#include "store/scan.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string own_file = "ledger/2026Q4/zb03.k7m2qx.tsv";

struct Read {
  std::vector<std::string> subjects;
  Result<ScannedFile> file;
};

Read read(const std::filesystem::path& root, std::size_t block = 64) {
  LedgerStream stream(own_file, "nrpb", block);
  if (auto opened = stream.open(root); !opened) return {{}, tl::unexpected(opened.error())};
  std::vector<std::string> subjects;
  while (stream.next()) subjects.emplace_back(stream.line().subject);
  return {subjects, stream.finish()};
}

// Three notes one by one, then two together.
std::string a_file(const TemporaryFolder& folder) {
  const Workspace workspace = make_workspace(folder.path());
  int minute = 0;
  for (const char* subject : {"a", "b", "c"})
    REQUIRE(workspace.record(an_author(noon(++minute)),
                             [&](const Ledger&) { return some_notes(subject); }));
  REQUIRE(workspace.record(an_author(noon(++minute)),
                           [&](const Ledger&) { return some_notes("d", 2); }));
  return file_bytes(folder.path() / own_file);
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("every line is given once, in blocks smaller than a line or larger than the file") {
    const TemporaryFolder folder;
    const std::string bytes = a_file(folder);
    for (const std::size_t block : {64u, 200u, 4096u, 65536u}) {
      const Read all = read(folder.path(), block);
      REQUIRE(all.file);
      CHECK(all.subjects == std::vector<std::string>{"a", "b", "c", "d", "d"});
      CHECK(all.file->whole_bytes == bytes.size());
      CHECK(all.file->bytes == bytes.size());
      CHECK(all.file->last_check == bytes.substr(bytes.size() - 17, 16));
    }
  }

  TEST_CASE("a file cut anywhere gives its whole lines, and groups whole or not at all") {
    const TemporaryFolder folder;
    const std::string bytes = a_file(folder);
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
      put_file(folder.path() / own_file, std::string_view(bytes).substr(0, size));
      const auto cut = read_ledger_file(std::string_view(bytes).substr(0, size), own_file);
      REQUIRE(cut);
      const Read all = read(folder.path());
      REQUIRE(all.file);
      CHECK(all.subjects.size() == cut->events.size());
      CHECK(all.file->whole_bytes == cut->whole_bytes);
      CHECK(all.file->bytes == cut->bytes);
      if (cut->whole_bytes > 0) CHECK(all.file->last_check == cut->last_check());
    }
  }

  TEST_CASE("what is damaged is said to be") {
    const TemporaryFolder folder;
    const std::string bytes = a_file(folder);
    const auto feed = bytes.find('\n');
    for (const std::string& wrong :
         {bytes.substr(0, feed + 1) + "no line at all\n" + bytes.substr(feed + 1),
          bytes + bytes.substr(feed + 1, bytes.find('\n', feed + 1) - feed),
          "#sihu\t2" + bytes.substr(7)}) {
      put_file(folder.path() / own_file, wrong);
      const Read all = read(folder.path());
      REQUIRE_FALSE(all.file);
      CHECK(all.file.error().kind == Kind::integrity);
    }
  }

  TEST_CASE("it goes on behind a line that still is there, and nowhere else") {
    const TemporaryFolder folder;
    const std::string bytes = a_file(folder);
    const auto feed = bytes.find('\n', bytes.find('\n') + 1);
    const std::string check = bytes.substr(feed - 16, 16);
    LedgerStream stream(own_file, "nrpb", 64);
    CHECK(stream.open_at(folder.path(), feed + 1, check).value());
    REQUIRE(stream.next());
    CHECK(stream.line().subject == "b");
    CHECK_FALSE(LedgerStream(own_file, "nrpb", 64)
                    .open_at(folder.path(), feed + 1, "0000000000000000")
                    .value());
    CHECK_FALSE(LedgerStream(own_file, "nrpb", 64)
                    .open_at(folder.path(), bytes.size() + 17, check)
                    .value());
  }
}
