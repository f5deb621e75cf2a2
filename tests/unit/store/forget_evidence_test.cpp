#include "store/forget_evidence.hpp"

#include "base/sha256.hpp"
#include "store/evidence.hpp"
#include "store/verify.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

Author the_committee(Instant clock) {
  Author author = an_author(clock);
  author.person = "p900";
  author.device = {"c9c9c9", "hq"};
  return author;
}

std::string fault_of(const Result<std::string>& result) {
  return result ? *result : result.error().faults.front().name;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("evidence is named by its beginning, six digits at least") {
    const std::string one = std::string(63, 'a') + "1.jpg";
    const std::string other = std::string(63, 'a') + "2.jpg";
    const std::string third = std::string(64, 'c') + ".pdf";
    const std::vector<std::string> names{one, other, third, std::string(64, 'c') + ".bin"};
    CHECK(fault_of(find_evidence_name(one, names)) == one);
    CHECK(fault_of(find_evidence_name("evidence/" + other, names)) == other);
    CHECK(fault_of(find_evidence_name("cccccc", names)) == third);
    CHECK(fault_of(find_evidence_name("cccccc.bin", names)) == std::string(64, 'c') + ".bin");
    CHECK(fault_of(find_evidence_name("cccccc.jpg", names)) == "unknown-evidence");
    CHECK(fault_of(find_evidence_name("ccccc", names)) == "hash-too-short");
    CHECK(fault_of(find_evidence_name("aaaaaa", names)) == "ambiguous-evidence");
    CHECK(find_evidence_name("cccccd", names).error().faults.front().hint.en ==
          "did you mean cccccc…?");
  }

  TEST_CASE("a removal is recorded, then the file is deleted, and again it says that it was") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    const std::string photo = *keep_bytes(folder.path(), "photo", "jpg");
    REQUIRE(workspace.record(an_author(noon()), [&](const Ledger&) {
      Decision decision;
      decision.drafts.push_back({"x.y", "a", {{"evidence", photo}}});
      return decision;
    }));
    const auto first = forget_evidence(workspace, the_committee(noon()), photo.substr(0, 8), "x");
    REQUIRE(first);
    CHECK(first->recorded);
    CHECK(first->deleted == std::vector{photo});
    CHECK_FALSE(workspace.has_evidence(photo));
    const auto files = snapshot(folder.path());
    const auto again = forget_evidence(workspace, the_committee(noon(9)), photo, "y");
    REQUIRE(again);
    CHECK_FALSE(again->recorded);
    CHECK(again->deleted.empty());
    CHECK(again->removal.reason == "x");
    CHECK(snapshot(folder.path()) == files);
    const auto found = verify_workspace(workspace, noon(1000));
    REQUIRE(found);
    CHECK(found->intact());
    REQUIRE(found->notes.size() == 1);
    CHECK(found->notes[0].name == "evidence-removed");
  }

  TEST_CASE("stopped before the file was deleted, verify says so and the command finishes") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    const std::string photo = *keep_bytes(folder.path(), "photo", "jpg");
    REQUIRE(forget_evidence(workspace, the_committee(noon()), photo, "x"));
    REQUIRE(keep_bytes(folder.path(), "photo", "jpg"));
    REQUIRE(keep_bytes(folder.path(), "photo", "jpeg"));
    const auto found = verify_workspace(workspace, noon(1000));
    REQUIRE(found);
    CHECK(found->intact());
    REQUIRE(found->notes.size() == 1);
    CHECK(found->notes[0].name == "removed-but-there");
    const auto again = forget_evidence(workspace, the_committee(noon(9)), photo, "y");
    REQUIRE(again);
    CHECK_FALSE(again->recorded);
    CHECK(again->deleted.size() == 2);
    CHECK_FALSE(workspace.has_evidence(photo));
  }

  TEST_CASE("who is not of the committee removes nothing") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    const std::string photo = *keep_bytes(folder.path(), "photo", "jpg");
    const auto refused = forget_evidence(workspace, an_author(noon()), photo, "x");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Kind::refused);
    CHECK(workspace.has_evidence(photo));
    const std::string rules = workspace.organisation_digest() + ".yaml";
    REQUIRE(workspace.record(an_author(noon()), [](const Ledger&) { return some_notes("a"); }));
    const auto kept = forget_evidence(workspace, the_committee(noon()), rules, "x");
    REQUIRE_FALSE(kept);
    CHECK(kept.error().faults.front().name == "document-in-use");
  }
}
