#include "store/records.hpp"

#include "support/fault_names.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace sihu;
using namespace sihu::test;

namespace {

Workspace with_records(const TemporaryFolder& folder,
                       const std::vector<std::pair<std::string, std::string>>& files) {
  put_file(folder.path() / "sihu.yaml",
           "sihu: 1\norganisation: {id: s, name: S}\nbranches: [{id: a, name: A}, {id: b, name: "
           "B}]\npeople: []\n");
  for (const auto& [name, text] : files) put_file(folder.path() / "records" / name, text);
  auto workspace = Workspace::open(folder.path());
  REQUIRE(workspace);
  return std::move(*workspace);
}

const std::string talks_register =
    "register: talks\nversion: '1'\ntitle: T\ndate: day\ncolumns: [{id: day, kind: date, heading: "
    "day}]\n";

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a register has the rows of all its tables") {
    const TemporaryFolder folder;
    const auto records =
        read_records(with_records(folder, {{"talks.yaml", talks_register},
                                           {"talks.csv", "branch,day\nb,2026-10-08\n"},
                                           {"talks.a.csv", "day\n2026/10/9\n"}}));
    REQUIRE(records);
    CHECK(records->faults.empty());
    CHECK(records->tables.at("talks").rows.size() == 2);
    CHECK(read_records(with_records(TemporaryFolder(), {}))->tables.empty());
  }

  TEST_CASE("a fault keeps its own file out, and all faults come at once") {
    const TemporaryFolder folder;
    const auto records = read_records(with_records(folder, {{"talks.yaml", talks_register},
                                                            {"talks.a.csv", "day\nsoon\n"},
                                                            {"talks.b.csv", "day\n2026-10-08\n"},
                                                            {"tolks.csv", "day\n"},
                                                            {"dues.yaml", "register: dues\n"},
                                                            {"dues.csv", "branch\n"}}));
    REQUIRE(records);
    const RecordTable& talks = records->tables.at("talks");
    CHECK(talks.rows.size() == 1);
    CHECK(talks.is_broken_for("a"));
    CHECK_FALSE(talks.is_broken_for("b"));
    CHECK_FALSE(records->tables.contains("dues"));
    const std::string names = fault_names(records->faults);
    CHECK(names.find("no-register") != std::string::npos);
    CHECK(names.find("missing-key") != std::string::npos);
    CHECK(names.find("2:1 wrong-value") != std::string::npos);
  }

  TEST_CASE("rows behind a link that leads out are rows that can't be read, not rows that lack") {
    const TemporaryFolder folder;
    const auto workspace = with_records(
        folder, {{"talks.yaml", talks_register}, {"talks.b.csv", "day\n2026-10-08\n"}});
    std::filesystem::create_symlink("/etc/hosts", folder.path() / "records" / "talks.a.csv");
    const auto records = read_records(workspace);
    REQUIRE(records);
    CHECK(records->tables.at("talks").is_broken_for("a"));
  }
}
