#include "store/forget_quarter.hpp"

#include "store/evidence.hpp"
#include "store/merge.hpp"
#include "store/verify.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t a_day = 86'400'000;

Author archivist(Instant clock) {
  Author author = an_author(clock);
  author.person = "p900";
  author.device = {"c9c9c9", "hq"};
  return author;
}

// Lines of two quarters; a photo of the first, one of both.
struct Store {
  TemporaryFolder folder;
  fs::path root = folder.path() / "here";
  Workspace workspace = make_workspace(root, "retention: 90d\n");
  std::string photo = *keep_bytes(root, "photo", "jpg");
  std::string shared = *keep_bytes(root, "shared", "jpg");
  Instant later = noon(200 * a_day);

  Store() {
    say(noon(), {photo, shared});
    say(noon(120 * a_day), {shared});
  }

  void say(Instant at, const std::vector<std::string>& evidence) const {
    const auto receipt = workspace.record(an_author(at), [&](const Ledger&) {
      Decision decision;
      for (const std::string& name : evidence)
        decision.drafts.push_back({"x.y", "a", {{"evidence", name}}});
      return decision;
    });
    REQUIRE(receipt);
  }

  Result<ForgottenQuarter> archive(bool discard = false, const std::string& to = "q4.tar.gz") {
    QuarterRequest request{{2026, 4}, {}, to, "期满"};
    if (!discard) request.archive = folder.path() / to;
    return forget_quarter(workspace, archivist(later), request);
  }

  bool has(const std::string& name) const { return fs::exists(root / name); }
};

std::string fault_of(const Result<ForgottenQuarter>& result) {
  return result ? "" : result.error().faults.front().name;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a quarter goes into an archive and out of the ledger, and a line says so") {
    Store store;
    const auto done = store.archive();
    REQUIRE(done);
    CHECK(done->recorded);
    CHECK(done->deleted);
    CHECK(done->archived.contents.files == 1);
    CHECK(done->archived.contents.lines == 2);
    CHECK(done->archived.contents.archive.size() == 64);
    CHECK(done->evidence == std::vector{store.photo});
    CHECK_FALSE(store.has("ledger/2026Q4"));
    CHECK_FALSE(store.has("evidence/" + store.photo));
    CHECK(store.has("evidence/" + store.shared));
    const auto found = verify_workspace(store.workspace, noon(300 * a_day));
    REQUIRE(found);
    CHECK(found->intact());
    REQUIRE(found->notes.size() == 1);
    CHECK(found->notes[0].name == "archived");
  }

  TEST_CASE("again it says that it was, and another archive is not overwritten") {
    Store store;
    put_file(store.folder.path() / "other.tar.gz", "another");
    CHECK(fault_of(store.archive(false, "other.tar.gz")) == "archive-exists");
    REQUIRE(store.archive());
    const auto files = snapshot(store.root);
    const auto again = store.archive();
    REQUIRE(again);
    CHECK_FALSE(again->recorded);
    CHECK_FALSE(again->deleted);
    CHECK(snapshot(store.root) == files);
    QuarterRequest none{{2025, 1}, {}, "", "期满"};
    CHECK(fault_of(forget_quarter(store.workspace, archivist(store.later), none)) ==
          "unknown-quarter");
  }

  TEST_CASE("stopped at any step, the same command finishes") {
    for (const bool discard : {false, true}) {
      Store store;
      // Stopped before the line: the archive is there already.
      fs::copy(store.root, store.folder.path() / "before", fs::copy_options::recursive);
      REQUIRE(store.archive(discard));
      const auto files = snapshot(store.root);
      // Stopped before anything was deleted.
      fs::copy(store.folder.path() / "before/ledger/2026Q4", store.root / "ledger/2026Q4");
      CHECK(verify_workspace(store.workspace, noon(300 * a_day))->notes[0].name ==
            "archived-but-there");
      const auto again = store.archive(discard);
      REQUIRE(again);
      CHECK_FALSE(again->recorded);
      CHECK(again->deleted);
      CHECK(snapshot(store.root) == files);
      // Stopped between the renaming and the deletion.
      fs::create_directories(store.root / "ledger/.2026Q4.archived");
      REQUIRE(store.archive(discard));
      CHECK_FALSE(store.has("ledger/.2026Q4.archived"));
    }
  }

  TEST_CASE("files that are not those that were archived are left alone") {
    Store store;
    REQUIRE(store.archive());
    std::vector<Event> events{an_event(noon(), "a")};
    put_file(store.root / "ledger/2026Q4/zb03.b5b5b5.tsv", file_text(a_header("b5b5b5"), events));
    const auto refused = store.archive();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Kind::integrity);
    CHECK(fault_of(refused) == "not-what-was-archived");
    CHECK(store.has("ledger/2026Q4/zb03.b5b5b5.tsv"));
  }

  TEST_CASE("an archive is merged into an empty workspace, and not into the one it left") {
    Store store;
    fs::copy(store.root, store.folder.path() / "old", fs::copy_options::recursive);
    REQUIRE(store.archive());
    MergeRequest request;
    request.sources.push_back({store.folder.path() / "q4.tar.gz", "q4.tar.gz"});
    const Workspace auditor = make_workspace(store.folder.path() / "auditor");
    const auto read = merge_into(auditor, request);
    REQUIRE(read);
    CHECK(read->archived.empty());
    CHECK(auditor.read_ledger()->entries.size() == 2);
    CHECK(auditor.has_evidence(store.photo));
    CHECK(auditor.has_evidence(store.shared));
    CHECK(verify_workspace(auditor, noon(300 * a_day))->intact());
    const auto files = snapshot(store.root);
    request.sources.push_back({store.folder.path() / "old", "old"});
    const auto skipped = merge_into(store.workspace, request);
    REQUIRE(skipped);
    CHECK(skipped->archived == std::vector<std::string>{"2026Q4"});
    CHECK(snapshot(store.root) == files);
  }

  TEST_CASE("nothing happens when a rule forbids it") {
    Store store;
    store.later = noon(20 * a_day);
    const auto files = snapshot(store.root);
    CHECK(fault_of(store.archive()) == "not-old-enough");
    CHECK(snapshot(store.root) == files);
    CHECK_FALSE(fs::exists(store.folder.path() / "q4.tar.gz"));
  }
}
