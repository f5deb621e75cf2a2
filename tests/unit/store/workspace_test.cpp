#include "store/workspace.hpp"

#include "snapshot/organisation_bytes.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

constexpr const char* checklist_text = R"(checklist: dues
version: '1'
title: 党费收缴
full: 5
items:
  - {id: DF-02, title: 按月足额收缴, points: 5}
)";

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("the workspace is the nearest folder upwards that has a sihu.yaml") {
    const TemporaryFolder folder;
    make_workspace(folder.path() / "w");
    fs::create_directories(folder.path() / "w" / "a" / "b");
    CHECK(*Workspace::find(folder.path() / "w" / "a" / "b") == folder.path() / "w");
    CHECK(*Workspace::find(folder.path() / "w") == folder.path() / "w");
    CHECK_FALSE(Workspace::find(folder.path()));
  }

  TEST_CASE("a workspace opens with its people, zone and calendars") {
    const TemporaryFolder folder;
    put_file(folder.path() / "calendars/cn-2026.yaml",
             "calendar: cn-2026\nversion: '2026.1'\ntitle: 节假日\nregion: CN\nsource: [某通知]\n"
             "years:\n  - {year: 2026, holidays: [{name: 元旦, from: 2026-01-01, to: 2026-01-03}], "
             "workdays: []}\n");
    const Workspace workspace =
        make_workspace(folder.path(), "timezone: '+09:00'\ncalendars: [calendars/cn-2026.yaml]\n");
    CHECK(workspace.organisation().id == "nrpb");
    CHECK(workspace.organisation_digest().size() == 64);
    CHECK(workspace.zone().seconds_east == 9 * 3600);
    CHECK_FALSE(workspace.workdays().is_workday(Date(2026, 1, 2)));
  }

  TEST_CASE("opened quickly it is what its documents say now, whatever .sihu/ has of them") {
    const TemporaryFolder folder;
    const auto calendar = [&](const char* day) {
      put_file(
          folder.path() / "calendars/cn-2026.yaml",
          std::string("calendar: cn-2026\nversion: '2026.1'\ntitle: 节假日\nregion: CN\n"
                      "source: [某通知]\nyears:\n  - {year: 2026, holidays: [{name: 元旦, from: ") +
              day + ", to: " + day + "}], workdays: []}\n");
    };
    calendar("2026-01-01");
    const fs::path root = folder.path();
    const Workspace slow =
        make_workspace(root, "timezone: '+09:00'\ncalendars: [calendars/cn-2026.yaml]\n");
    const fs::path kept = root / ".sihu" / "organisation";
    CHECK_FALSE(fs::exists(kept));
    const auto same = [&] {
      const auto now = Workspace::open(root);
      const auto quick = Workspace::open_quickly(root);
      REQUIRE(now.has_value() == quick.has_value());
      if (!now) return;
      const auto bytes_of = [](const Workspace& one) {
        return write_organisation({one.organisation(), one.workdays(), one.warnings()});
      };
      CHECK(bytes_of(*quick) == bytes_of(*now));
      CHECK(quick->zone().seconds_east == now->zone().seconds_east);
      CHECK(quick->organisation_digest() == now->organisation_digest());
    };
    same();
    CHECK(fs::exists(kept));
    same();
    calendar("2026-01-02");  // as long as before, and as old as a clock can tell
    same();
    CHECK_FALSE(Workspace::open_quickly(root)->workdays().is_workday(Date(2026, 1, 2)));
    const std::string bytes = file_bytes(kept);
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
      std::string damaged = bytes;
      damaged[at] ^= 1;
      put_file(kept, damaged);
      same();
    }
    put_file(kept, bytes.substr(0, bytes.size() / 2));
    same();
    fs::remove(root / "calendars/cn-2026.yaml");
    same();
  }

  TEST_CASE("a calendar outside the workspace is refused") {
    const TemporaryFolder folder;
    make_workspace(folder.path() / "w");
    const std::string text = file_bytes(folder.path() / "w" / "sihu.yaml");
    put_file(folder.path() / "w" / "sihu.yaml", text + "calendars: [../calendar.yaml]\n");
    CHECK_FALSE(Workspace::open(folder.path() / "w"));
  }

  TEST_CASE("a calendar that is not there is said where sihu.yaml names it") {
    const TemporaryFolder folder;
    make_workspace(folder.path());
    put_file(folder.path() / "calendars/cn-2026.yaml", "calendar: cn-2026\n");
    const std::string text = file_bytes(folder.path() / "sihu.yaml");
    put_file(folder.path() / "sihu.yaml", text + "calendars: [calendars/cn-2062.yaml]\n");
    const auto workspace = Workspace::open(folder.path());
    REQUIRE_FALSE(workspace);
    CHECK(workspace.error().kind == Kind::input);
    const Fault& fault = workspace.error().faults.at(0);
    CHECK(fault.name == "no-such-file");
    CHECK(fault.place.file == "sihu.yaml");
    CHECK(fault.place.column == 13);
    CHECK(fault.hint.en == "did you mean calendars/cn-2026.yaml?");
  }

  TEST_CASE("a folder of documents that is a link out of the workspace is not followed") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path() / "w");
    put_file(folder.path() / "elsewhere/dues.yaml", checklist_text);
    fs::create_directory_symlink(folder.path() / "elsewhere", folder.path() / "w" / "checklists");
    const auto ids = workspace.checklist_ids();
    REQUIRE_FALSE(ids);
    CHECK(ids.error().kind == Kind::input);
    CHECK(ids.error().faults.at(0).name == "leaves-workspace");
  }

  TEST_CASE("a checklist is found by its id and again by its digest, also when it changed since") {
    const TemporaryFolder folder;
    put_file(folder.path() / "checklists/dues.yaml", checklist_text);
    const Workspace workspace = make_workspace(folder.path());
    CHECK(*workspace.checklist_ids() == std::vector<std::string>{"dues"});
    const auto kept = workspace.checklist("dues");
    REQUIRE(kept);
    CHECK(kept->checklist.items.size() == 1);
    const std::string digest16 = kept->digest.substr(0, 16);
    CHECK(workspace.checklist_by_digest(digest16)->digest == kept->digest);

    Decision decision = some_notes("a");
    decision.documents = {kept->text};
    REQUIRE(workspace.record(an_author(noon()), [&](const Ledger&) { return decision; }));
    put_file(folder.path() / "checklists/dues.yaml", std::string(checklist_text) + "notes: 改了\n");
    CHECK(workspace.checklist("dues")->digest != kept->digest);
    const auto old = workspace.checklist_by_digest(digest16);
    REQUIRE(old);
    CHECK(old->text == kept->text);
  }

  TEST_CASE("an unknown checklist names the nearest one") {
    const TemporaryFolder folder;
    put_file(folder.path() / "checklists/dues.yaml", checklist_text);
    const Workspace workspace = make_workspace(folder.path());
    const auto none = workspace.checklist("duse");
    REQUIRE_FALSE(none);
    CHECK(none.error().kind == Kind::input);
    CHECK(none.error().faults[0].hint.en == "did you mean dues?");
    CHECK_FALSE(workspace.checklist("../sihu"));
    CHECK(workspace.checklist_by_digest("0123456789abcdef").error().faults[0].name ==
          "unknown-document");
  }

  TEST_CASE("a workspace without a ledger reads as an empty one") {
    const TemporaryFolder folder;
    CHECK(make_workspace(folder.path()).read_ledger()->entries.empty());
  }
}
