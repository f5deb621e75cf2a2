#include "store/verify.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string own_file = "ledger/2026Q4/zb03.k7m2qx.tsv";

std::string names_of(const std::vector<Fault>& faults) {
  std::string names;
  for (const Fault& fault : faults) names += to_string(fault.place) + " " + fault.name + "\n";
  return names;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a sound workspace is counted") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    REQUIRE(workspace.record(an_author(noon()), [](const Ledger&) { return some_notes("a", 3); }));
    const auto found = verify_workspace(workspace, noon(1000));
    REQUIRE(found);
    CHECK(found->intact());
    CHECK(found->files == 1);
    CHECK(found->lines == 3);
    CHECK(found->evidence == 1);
  }

  TEST_CASE("every damaged file is named with its line, and the sound ones still count") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    REQUIRE(workspace.record(an_author(noon()), [](const Ledger&) { return some_notes("a", 2); }));
    Author other = an_author(noon());
    other.device.id = "aaaaaa";
    REQUIRE(workspace.record(other, [](const Ledger&) { return some_notes("b", 2); }));
    std::string text = file_bytes(folder.path() / own_file);
    text[text.rfind("note=") + 8] ^= 1;
    put_file(folder.path() / own_file, text);
    const auto found = verify_workspace(workspace, noon(1000));
    REQUIRE(found);
    CHECK(names_of(found->faults) == own_file + ":3 chain-broken\n");
    CHECK(found->files == 2);
    CHECK(found->lines == 2);
  }

  TEST_CASE("a torn tail is a note and no fault") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    REQUIRE(workspace.record(an_author(noon()), [](const Ledger&) { return some_notes("a"); }));
    put_file(folder.path() / own_file, file_bytes(folder.path() / own_file) + "2026");
    const auto found = verify_workspace(workspace, noon(1000));
    CHECK(found->intact());
    CHECK(names_of(found->notes).find(own_file + ":3 torn-tail\n") == 0);
  }

  TEST_CASE("files anywhere are examined by themselves") {
    const TemporaryFolder folder;
    std::vector<Event> events{an_event(noon(), "a")};
    put_file(folder.path() / "stick.tsv", file_text(a_header(), events));
    const Verification found = verify_ledger_files(
        {{folder.path() / "stick.tsv", "stick.tsv"}, {folder.path() / "none.tsv", "none.tsv"}});
    CHECK(found.files == 2);
    CHECK(found.lines == 1);
    CHECK(found.faults.empty());
    CHECK(found.unreadable.size() == 1);
    CHECK_FALSE(found.intact());
  }
}
