#include "store/extract.hpp"

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

// A whole workspace at `home`, and where its extract goes.
struct StickDesk {
  TemporaryFolder folder;
  fs::path home = folder.path() / "home";
  fs::path stick = folder.path() / "U 盘" / "五支部";
  Workspace workspace = make_workspace(home);

  StickDesk() {
    std::vector<Event> events{an_event(noon(0), "26Q4-zb05-k7m2qx-1", {{"text", "自己的"}}),
                              an_event(noon(1), "26Q4-zb03-k7m2qx-2", {{"text", "邻居的"}})};
    for (Event& event : events) event.name = "problem.open";
    put_file(home / "ledger/2026Q4/zb03.k7m2qx.tsv", file_text(a_header(), events));
    put_file(home / "checklists/dues.yaml", "checklist: dues\n");
    put_file(home / "plans/2026Q4.yaml",
             "plan: 2026Q4\nrows:\n  - {mutual: check, from: zb05, to: zb03}\n");
    put_file(home / "records/visits.yaml", "register: visits\n");
    put_file(home / "records/visits.csv", "支部,日期\nzb05,2026-10-01\nzb03,2026-10-02\n");
    put_file(home / "records/visits.zb03.csv", "日期\n2026-10-03\n");
  }

  Result<void> write(const std::function<bool()>& interrupted = {}) const {
    const auto extract = make_extract(workspace, "zb05");
    REQUIRE(extract);
    return write_extract(*extract, stick, "五支部", interrupted);
  }

  // Also what is hidden.
  std::size_t entries_beside() const {
    if (!fs::exists(stick.parent_path())) return 0;
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(stick.parent_path()), fs::directory_iterator()));
  }
};

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("an extract has the branch's lines, rows and people, and nobody else's") {
    const StickDesk desk;
    REQUIRE(desk.write());
    std::string all;
    for (const auto& [name, text] : snapshot(desk.stick)) all += name + "\n" + text;
    for (const char* word : {"邻居的", "甲三", "丙九", "visits.zb03.csv", "2026-10-02"})
      CHECK(all.find(word) == std::string::npos);
    for (const char* word : {"自己的", "乙五", "checklists/dues.yaml", "2026-10-01"})
      CHECK(all.find(word) != std::string::npos);
    const auto extract = Workspace::open(desk.stick);
    REQUIRE(extract);
    CHECK(extract->organisation().people.size() == 2);  // p003 opened it
    const auto found = verify_workspace(*extract, noon(100));
    REQUIRE(found);
    CHECK(found->intact());
    CHECK(found->lines == 2);
  }

  TEST_CASE("it is taken back without a word, and is itself none to export from") {
    const StickDesk desk;
    REQUIRE(desk.write());
    const auto before = snapshot(desk.home);
    MergeRequest request;
    request.sources.push_back({desk.stick, "五支部"});
    const auto merged = merge_into(desk.workspace, request);
    REQUIRE(merged);
    CHECK(merged->notes.empty());
    CHECK(merged->count(FileChange::equal) == 1);
    CHECK(snapshot(desk.home) == before);
    const auto again = make_extract(*Workspace::open(desk.stick), "zb05");
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Kind::refused);
  }

  TEST_CASE("a folder that has something in it is left alone, an empty one is taken") {
    const StickDesk desk;
    fs::create_directories(desk.stick);
    CHECK(desk.write());
    const auto before = snapshot(desk.stick);
    const auto again = desk.write();
    REQUIRE_FALSE(again);
    CHECK(again.error().faults.front().name == "folder-not-empty");
    CHECK(snapshot(desk.stick) == before);
    CHECK(desk.entries_beside() == 1);
  }

  TEST_CASE("what is interrupted leaves nothing") {
    const StickDesk desk;
    int files = 0;
    CHECK_FALSE(desk.write([&] { return ++files > 3; }));
    CHECK_FALSE(fs::exists(desk.stick));
    CHECK(desk.entries_beside() == 0);
  }

  TEST_CASE("documents that can't be cut are said, all of them, and nothing is made") {
    const StickDesk desk;
    put_file(desk.home / "plans/2027Q1.yaml", "plan: no\n");
    put_file(desk.home / "records/other.csv", "日期\n2026-10-03\n");
    const auto extract = make_extract(desk.workspace, "zb05");
    REQUIRE_FALSE(extract);
    CHECK(extract.error().kind == Kind::input);
    CHECK(extract.error().faults.size() >= 2);
  }
}
