#include "store/papers.hpp"

#include "support/fault_names.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string paper_text =
    "paper: q4\nversion: '1'\ntitle: T\nminutes: 5\npass: 1\nsections: [{kind: judge, draw: "
    "[{count: "
    "1}]}]\n";

std::string bank_text(const std::string& id) {
  return "bank: " + id +
         "\nversion: '1'\ntitle: B\nquestions: [{id: J-1, kind: judge, topic: t, "
         "stem: S, key: true}]\n";
}

Workspace with_papers(const TemporaryFolder& folder, const std::vector<std::string>& banks) {
  put_file(folder.path() / "sihu.yaml",
           "sihu: 1\norganisation: {id: s, name: S}\nbranches: [{id: a, name: A}]\npeople: []\n");
  put_file(folder.path() / "papers/q4.yaml", paper_text);
  for (const std::string& id : banks)
    put_file(folder.path() / "banks" / (id + ".yaml"), bank_text(id));
  auto workspace = Workspace::open(folder.path());
  REQUIRE(workspace);
  return std::move(*workspace);
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a paper is found by its name, and one that is not there is bad input") {
    const TemporaryFolder folder;
    const auto workspace = with_papers(folder, {"base"});
    const auto paper = current_paper(workspace, "q4");
    REQUIRE(paper);
    CHECK(paper->document.minutes == 5);
    CHECK(paper->text == paper_text);
    CHECK(paper->doc().size() == 16);
    const auto other = current_paper(workspace, "q5");
    REQUIRE_FALSE(other);
    CHECK(other.error().kind == Kind::input);
    CHECK(fault_names(other).ends_with("unknown-document"));
  }

  TEST_CASE("banks are all that there are, or those that are named") {
    const TemporaryFolder folder;
    const auto workspace = with_papers(folder, {"base", "law"});
    CHECK(current_banks(workspace, {})->size() == 2);
    const auto one = current_banks(workspace, {"law"});
    REQUIRE(one);
    CHECK(one->at(0).document.id == "law");
    CHECK(current_banks(workspace, {"lore", "bose"}).error().faults.size() == 2);
    put_file(folder.path() / "banks/bad.yaml", "bank: bad\n");
    CHECK(current_banks(workspace, {}).error().kind == Kind::input);
    const TemporaryFolder empty;
    CHECK(fault_names(current_banks(with_papers(empty, {}), {})).ends_with("no-bank"));
  }

  TEST_CASE("what was drawn from is found again by its digest, whatever became of the file") {
    const TemporaryFolder folder;
    const auto workspace = with_papers(folder, {"base"});
    const auto paper = current_paper(workspace, "q4");
    const auto banks = current_banks(workspace, {});
    REQUIRE(paper);
    REQUIRE(banks);
    put_file(folder.path() / "evidence" / (paper->digest + ".yaml"), paper->text);
    put_file(folder.path() / "evidence" / (banks->at(0).digest + ".yaml"), banks->at(0).text);
    put_file(folder.path() / "papers/q4.yaml", "gone");
    CHECK(recorded_paper(workspace, paper->doc())->document.id == "q4");
    CHECK(recorded_bank(workspace, banks->at(0).doc())->document.id == "base");
    CHECK(recorded_paper(workspace, "0000000000000000").error().kind == Kind::integrity);
    CHECK_FALSE(recorded_bank(workspace, ""));
  }
}
