#include "store/ledger_files.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string some_text(const Header& header) {
  std::vector<Event> events{an_event(noon(), "a")};
  return file_text(header, events);
}

std::string faults_of(const std::filesystem::path& root) {
  const auto files = read_ledger_files(root, "nrpb", true);
  std::string faults;
  if (!files)
    for (const Fault& fault : files.error().faults)
      faults += to_string(fault.place) + " " + fault.name + "\n";
  return faults;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("every ledger file is found, forks too, and nothing else") {
    const TemporaryFolder folder;
    CHECK(ledger_file_names(folder.path())->empty());
    for (const char* name : {"2026Q4/zb03.k7m2qx.tsv", "2026Q4/zb03.k7m2qx~91d03be6a7cc4f02.tsv",
                             "2026Q3/zb05.aaaaaa.tsv", "2026Q4/zb03.k7m2qx.tsv.4.torn", "README"})
      put_file(folder.path() / "ledger" / name, "");
    CHECK(*ledger_file_names(folder.path()) ==
          std::vector<std::string>{"ledger/2026Q3/zb05.aaaaaa.tsv", "ledger/2026Q4/zb03.k7m2qx.tsv",
                                   "ledger/2026Q4/zb03.k7m2qx~91d03be6a7cc4f02.tsv"});
  }

  TEST_CASE("a file lies where its header says and belongs to the organisation") {
    const TemporaryFolder folder;
    put_file(folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv", some_text(a_header()));
    put_file(folder.path() / "ledger/2026Q4/zb03.k7m2qx~91d03be6a7cc4f02.tsv",
             some_text(a_header()));
    CHECK(faults_of(folder.path()).empty());
    put_file(folder.path() / "ledger/2026Q4/zb04.k7m2qx.tsv", some_text(a_header()));
    Header foreign = a_header("aaaaaa");
    foreign.organisation = "other";
    put_file(folder.path() / "ledger/2026Q4/zb03.aaaaaa.tsv", some_text(foreign));
    CHECK(faults_of(folder.path()) ==
          "ledger/2026Q4/zb03.aaaaaa.tsv:1 foreign-organisation\n"
          "ledger/2026Q4/zb04.k7m2qx.tsv:1 misnamed-file\n");
  }

  TEST_CASE("the faults of all files are said in one run") {
    const TemporaryFolder folder;
    put_file(folder.path() / "ledger/2026Q4/zb03.aaaaaa.tsv", "nonsense\n");
    put_file(folder.path() / "ledger/2026Q4/zb03.bbbbbb.tsv",
             some_text(a_header("bbbbbb")) + "x\n");
    CHECK(faults_of(folder.path()) ==
          "ledger/2026Q4/zb03.aaaaaa.tsv:1 not-a-ledger\nledger/2026Q4/zb03.bbbbbb.tsv:3 "
          "too-few-columns\n");
  }

  TEST_CASE("a ledger that is a link out of the workspace is refused") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "elsewhere" / "2026Q4");
    std::filesystem::create_directories(folder.path() / "w");
    std::filesystem::create_directory_symlink("../elsewhere", folder.path() / "w" / "ledger");
    CHECK(ledger_file_names(folder.path() / "w").error().faults[0].name == "leaves-workspace");
  }
}
