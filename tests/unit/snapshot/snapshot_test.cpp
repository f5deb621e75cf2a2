#include "snapshot/snapshot.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

#include <cstring>

using namespace sihu;
using namespace sihu::test;

namespace {

SnapshotHead a_head() {
  Redactions redactions;
  redactions.add("91d03be6a7cc4f02");
  return {"basis",
          {{"ledger/2026Q4/zb03.k7m2qx.tsv", 100, -5, 7, 90, "8c1f0a5be2d94471"}},
          {{"zb05", {1, 2, 3, 4, 5}}},
          {{"zb05", 2}},
          {{9000, 12}},
          {{"k7m2qx", 17}},
          {"26Q4-zb05-k7m2qx-17~91d0"},
          redactions};
}

std::string some_snapshot(int rows) {
  OpenRows open;
  for (int i = 1; i <= rows; ++i) {
    Problem problem = a_problem();
    problem.serial = i;
    problem.id = "26Q4-zb05-k7m2qx-" + std::to_string(i);
    if (i % 3 == 0) problem.status = Status::submitted;
    open.add(open_row_of(problem, "2026Q4"));
  }
  open.sort();
  return write_snapshot(a_head(), open);
}

// What a reader that believes nothing makes of `bytes`; empty: it is no snapshot.
std::string read_all(const std::string& bytes) {
  const auto front = read_snapshot_front(bytes);
  if (!front || front->bytes() != bytes.size()) return {};
  const auto head = read_snapshot_head(
      std::string_view(bytes).substr(front->head_at(), front->head_bytes), *front);
  const auto index =
      SnapshotIndex::read(bytes.substr(front->index_at(), front->index_bytes()), *front);
  if (!head || !index) return {};
  if (!head->redactions.hides("91d03be6a7cc4f02")) return {};
  std::string text = head->basis + head->files.at(0).name;
  for (std::size_t block = 0; block < front->block_count(); ++block)
    if (!index->is_sound(block, std::string_view(bytes)
                                    .substr(front->body_at(), front->body_bytes())
                                    .substr(block * snapshot_block_bytes, snapshot_block_bytes)))
      return {};
  const char* const rows = bytes.data() + front->body_at();
  for (std::size_t start = 0; start < front->row_bytes; start += row_bytes(rows + start))
    text += std::string(read_open_row(rows + start).id) + ' ';
  return text;
}

// The serial of the row that the hash table leads to; 0: none.
int serial_found(const std::string& bytes, std::string_view id) {
  const auto front = read_snapshot_front(bytes);
  REQUIRE(front);
  const char* const body = bytes.data() + front->body_at();
  for (std::size_t slot = snapshot_slot(id, front->slot_count);;
       slot = (slot + 1) % front->slot_count) {
    std::uint32_t start = 0;
    std::memcpy(&start, body + front->slots_at() + 4 * slot, sizeof start);
    if (start == 0) return 0;
    if (const OpenRow row = read_open_row(body + start - 1); row.id == id) return row.serial;
  }
}

}  // namespace

TEST_SUITE("snapshot") {
  TEST_CASE("a snapshot is read back") {
    const std::string bytes = some_snapshot(500);
    const auto front = read_snapshot_front(bytes);
    REQUIRE(front);
    CHECK(front->bytes() == bytes.size());
    const auto head = read_snapshot_head(
        std::string_view(bytes).substr(front->head_at(), front->head_bytes), *front);
    REQUIRE(head);
    CHECK(head->files == a_head().files);
    CHECK(head->counts == a_head().counts);
    CHECK(head->lines_per_day == a_head().lines_per_day);
    CHECK(head->serials == a_head().serials);
    CHECK(head->duplicates == a_head().duplicates);
    const auto index =
        SnapshotIndex::read(bytes.substr(front->index_at(), front->index_bytes()), *front);
    REQUIRE(index);
    CHECK(front->row_count == 500);
    CHECK(index->submitted().size() == 166);
    CHECK(serial_found(bytes, "26Q4-zb05-k7m2qx-77") == 77);
    CHECK(serial_found(bytes, "26Q4-zb05-k7m2qx-501") == 0);
  }

  TEST_CASE("an empty one is one, too") {
    CHECK_FALSE(read_all(some_snapshot(0)).empty());
    CHECK(serial_found(some_snapshot(0), "x") == 0);
  }

  TEST_CASE("cut or flipped anywhere it is none") {
    const std::string bytes = some_snapshot(3);
    REQUIRE_FALSE(read_all(bytes).empty());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string flipped = bytes;
      flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
      CHECK_MESSAGE(read_all(flipped).empty(), "flipped at ", at);
      CHECK_MESSAGE(read_all(bytes.substr(0, at)).empty(), "cut at ", at);
    }
  }
}
