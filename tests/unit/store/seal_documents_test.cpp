#include "store/seal_documents.hpp"

#include "ledger/seal.hpp"
#include "store/plans.hpp"
#include "store/seal.hpp"
#include "store/verify.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

namespace fs = std::filesystem;

const std::string plan_2026q4 = "plan: 2026Q4\nrows:\n  - {mutual: check, from: zb03, to: zb05}\n";

std::string checklist_of(const std::string& title) {
  return "checklist: dues\nversion: '1'\ntitle: " + title +
         "\nitems: [{id: DF-01, title: x, points: 1}]\n";
}

Author sealer(Instant clock) {
  Author author = an_author(clock);
  author.person = "p900";
  author.device = {"hhhhhh", "hq"};
  return author;
}

Workspace with_notes(const fs::path& root) {
  Workspace workspace = make_workspace(root);
  REQUIRE(workspace.record(an_author(noon()), [](const Ledger&) { return some_notes("a"); }));
  return workspace;
}

void put_documents(const fs::path& root) {
  put_file(root / "plans/2026Q4.yaml", plan_2026q4);
  put_file(root / "checklists/dues.yaml", checklist_of("then"));
}

std::string sealed(const Workspace& workspace, Instant at) {
  const auto receipt = make_seal(workspace, sealer(at), "");
  REQUIRE(receipt);
  return receipt->fingerprint;
}

// What a list or a bulletin would go by.
std::string seen(const Workspace& workspace) {
  const auto plan = read_plan(workspace, *Quarter::parse("2026Q4"));
  const auto checklist = workspace.checklist("dues");
  REQUIRE(plan);
  return (*plan ? std::to_string((*plan)->rows.size()) : "none") + " " +
         (checklist ? checklist->checklist.title.zh : checklist.error().faults[0].name);
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a seal holds plans and checklists as they were, wherever the ledger is read later") {
    const TemporaryFolder folder;
    const Workspace workspace = with_notes(folder.path());
    put_documents(folder.path());
    const std::string fingerprint = sealed(workspace, noon(10));
    put_file(folder.path() / "plans/2026Q4.yaml",
             plan_2026q4 + "  - {mutual: check, from: zb05, to: zb03}\n");
    put_file(folder.path() / "checklists/dues.yaml", checklist_of("now"));
    CHECK(seen(workspace) == "2 now");
    CHECK(seen(*workspace.as_sealed(fingerprint)) == "1 then");
    fs::remove_all(folder.path() / "plans");
    fs::remove_all(folder.path() / "checklists");
    CHECK(seen(workspace) == "none unknown-checklist");
    const auto then = workspace.as_sealed(fingerprint);
    CHECK(seen(*then) == "1 then");
    CHECK(*then->checklist_ids() == std::vector<std::string>{"dues"});
    CHECK(verify_workspace(workspace, noon(1000))->faults.empty());
  }

  TEST_CASE("a plan made after the seal is none of it") {
    const TemporaryFolder folder;
    const Workspace workspace = with_notes(folder.path());
    put_file(folder.path() / "checklists/dues.yaml", checklist_of("then"));
    const std::string fingerprint = sealed(workspace, noon(10));
    put_file(folder.path() / "plans/2026Q4.yaml", plan_2026q4);
    CHECK(seen(*workspace.as_sealed(fingerprint)) == "none then");
  }

  TEST_CASE("where a seal holds no such document they are read as they are") {
    const TemporaryFolder folder;
    const Workspace workspace = with_notes(folder.path());
    const std::string fingerprint = sealed(workspace, noon(10));
    put_documents(folder.path());
    CHECK(seen(*workspace.as_sealed(fingerprint)) == "1 then");
  }

  TEST_CASE("a document that went is said, and nothing is made without it") {
    const TemporaryFolder folder;
    const Workspace workspace = with_notes(folder.path());
    put_documents(folder.path());
    const std::string fingerprint = sealed(workspace, noon(10));
    fs::remove_all(folder.path() / "evidence");
    const auto then = workspace.as_sealed(fingerprint);
    REQUIRE_FALSE(then);
    CHECK(then.error().kind == Kind::integrity);
    CHECK(then.error().faults[0].name == "document-missing");
  }

  TEST_CASE("a plan that can't be read keeps nobody from sealing, and is said") {
    const TemporaryFolder folder;
    const Workspace workspace = with_notes(folder.path());
    put_documents(folder.path());
    put_file(folder.path() / "plans/2026Q4.yaml", "plan: [\n");
    const auto receipt = make_seal(workspace, sealer(noon(10)), "");
    REQUIRE(receipt);
    REQUIRE(receipt->notes.size() == 1);
    CHECK(receipt->notes[0].name == "not-sealed");
    CHECK(receipt->notes[0].what.en.find("plans/2026Q4.yaml") != std::string::npos);
  }

  TEST_CASE("where documents alone changed the seal before does not stand") {
    const TemporaryFolder folder;
    const Workspace workspace = with_notes(folder.path());
    put_documents(folder.path());
    const std::string first = sealed(workspace, noon(10));
    CHECK(sealed(workspace, noon(20)) == first);
    put_file(folder.path() / "checklists/dues.yaml", checklist_of("now"));
    const std::string second = sealed(workspace, noon(30));
    CHECK(second != first);
    CHECK(seen(*workspace.as_sealed(first)) == "1 then");
    CHECK(seen(*workspace.as_sealed(second)) == "1 now");
  }
}
