#include "store/banks.hpp"

#include "support/fault_names.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string bank_text(const std::string& id, const std::string& question) {
  return "bank: " + id + "\nversion: '1'\ntitle: T\nquestions: [{id: " + question +
         ", kind: judge, stem: S, key: true}]\n";
}

Workspace open_small(const TemporaryFolder& folder) {
  put_file(folder.path() / "sihu.yaml",
           "sihu: 1\norganisation: {id: s, name: S}\nbranches: [{id: a, name: A}]\npeople: []\n");
  auto workspace = Workspace::open(folder.path());
  REQUIRE(workspace);
  return std::move(*workspace);
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("all banks are read, with the faults of all of them") {
    const TemporaryFolder folder;
    const Workspace workspace = open_small(folder);
    CHECK(read_banks(workspace)->empty());
    put_file(folder.path() / "banks/law.yaml", bank_text("law", "Q1"));
    put_file(folder.path() / "banks/own.yaml", bank_text("own", "Q2"));
    const auto banks = read_banks(workspace);
    REQUIRE(banks);
    CHECK(banks->size() == 2);
    CHECK(banks->front().bank.id == "law");
    CHECK(banks->front().digest.size() == 64);
    CHECK(fault_names(read_bank(workspace, "lw")) == "0:0 unknown-bank");
    put_file(folder.path() / "banks/own.yaml", bank_text("own", "Q1"));
    CHECK(fault_names(read_banks(workspace)) == "4:13 duplicate-question");
    put_file(folder.path() / "banks/law.yaml", "bank: law\n");
    put_file(folder.path() / "banks/own.yaml", "bank: own\n");
    CHECK(read_banks(workspace).error().faults.size() == 6);
  }

  TEST_CASE("a bank is created once, and replaced only when that is meant") {
    const TemporaryFolder folder;
    const Workspace workspace = open_small(folder);
    Bank bank = *load_bank(bank_text("law", "Q1"), "b");
    CHECK(create_bank(workspace, bank) == true);
    bank.questions[0].id = "Q9";
    CHECK(create_bank(workspace, bank) == false);
    CHECK(read_bank(workspace, "law")->bank.questions[0].id == "Q1");
    REQUIRE(save_bank(workspace, bank));
    CHECK(read_bank(workspace, "law")->bank.questions[0].id == "Q9");
  }
}
