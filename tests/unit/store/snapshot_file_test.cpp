#include "store/snapshot_file.hpp"

#include "support/problems.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// 2 000 rows, due one after the other, in several blocks.
std::string many_rows() {
  OpenRows rows;
  Problem problem = a_problem();
  for (int i = 1; i <= 2000; ++i) {
    problem.serial = i;
    problem.id = "26Q4-zb05-k7m2qx-" + std::to_string(i);
    problem.due = Date(2026, 1, 1) + i;
    problem.status = i % 10 == 0 ? Status::submitted : Status::open;
    rows.add(open_row_of(problem, "2026Q4"));
  }
  return write_snapshot({"basis", {}, {}, {}, {}, {}, {}, {}}, rows,
                        {7u << 20, std::uint64_t{9} << 40});
}

std::optional<std::size_t> rows_due_until(SnapshotFile& snapshot, Date last) {
  std::size_t rows = 0;
  int serial = 0;
  const bool sound = snapshot.each_row_due_until(last, [&](const OpenRow& row) {
    rows += row.serial == ++serial && row.quarter == "2026Q4" ? 1 : 0;
  });
  return sound ? std::optional(rows) : std::nullopt;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("of a snapshot only what is asked for is read, and found") {
    const TemporaryFolder folder;
    save_snapshot(folder.path(), many_rows());
    auto snapshot = SnapshotFile::open(folder.path());
    REQUIRE(snapshot);
    CHECK(snapshot->row_count() == 2000);
    CHECK(rows_due_until(*snapshot, Date(2026, 1, 1) + 30) == 30);
    CHECK(rows_due_until(*snapshot, Date(2040, 1, 1)) == 2000);
    CHECK(snapshot->submitted_rows()->size() == 200);
    CHECK(snapshot->find("26Q4-zb05-k7m2qx-1999")->serial == 1999);
    CHECK_FALSE(snapshot->find("26Q4-zb05-k7m2qx-2001"));
    CHECK(snapshot->may_have({1, std::uint64_t{9} << 40, std::uint64_t{9} << 50}));
    CHECK(snapshot->may_have({7u << 20}));
    CHECK_FALSE(snapshot->may_have(
        {std::uint64_t{1} << 32, std::uint64_t{8} << 40, std::uint64_t{9} << 50}));
    CHECK_FALSE(snapshot->may_have({}));
    CHECK_FALSE(snapshot->is_damaged());
  }

  TEST_CASE("damage is seen where it is read") {
    const TemporaryFolder folder;
    std::string bytes = many_rows();
    bytes[bytes.size() - 10 - 8 - 4 * 4096] ^= 1;  // behind the rows stand a table and two faults
    save_snapshot(folder.path(), bytes);
    auto snapshot = SnapshotFile::open(folder.path());
    REQUIRE(snapshot);
    CHECK(rows_due_until(*snapshot, Date(2026, 1, 1) + 30));
    CHECK_FALSE(rows_due_until(*snapshot, Date(2040, 1, 1)));
    CHECK(snapshot->is_damaged());
    bytes = many_rows();
    bytes[bytes.size() - 1] ^= 1;
    save_snapshot(folder.path(), bytes);
    snapshot = SnapshotFile::open(folder.path());
    REQUIRE(snapshot);
    CHECK(snapshot->may_have({1}));  // nobody knows
    CHECK(snapshot->is_damaged());
  }

  TEST_CASE("a pipe in its place is not waited for") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / ".sihu");
    REQUIRE(::mkfifo((folder.path() / ".sihu/snapshot").c_str(), 0600) == 0);
    CHECK_FALSE(SnapshotFile::open(folder.path()));
  }

  TEST_CASE("there may be none, and its folder may not be one") {
    const TemporaryFolder folder;
    CHECK_FALSE(SnapshotFile::open(folder.path()));
    put_file(folder.path() / ".sihu", "");
    save_snapshot(folder.path(), many_rows());
    CHECK_FALSE(SnapshotFile::open(folder.path()));
  }
}
