#include "snapshot/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

// Any bytes as a snapshot: it is none, or every part whose hash is right can be read to its end.
// What was read as a head is written again to the same head.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sihu;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto front = read_snapshot_front(bytes.substr(0, snapshot_front_bytes));
  if (!front || front->bytes() > size) return 0;
  const auto head = read_snapshot_head(bytes.substr(front->head_at(), front->head_bytes), *front);
  if (head &&
      write_snapshot(*head, OpenRows{}).find(bytes.substr(front->head_at(), front->head_bytes)) ==
          std::string::npos)
    std::abort();
  const auto index = SnapshotIndex::read(
      std::string(bytes.substr(front->index_at(), front->index_bytes())), *front);
  if (!index) return 0;
  const std::string_view body = bytes.substr(front->body_at(), front->body_bytes());
  bool sound = true;
  for (std::size_t block = 0; block < front->block_count(); ++block)
    sound = sound &&
            index->is_sound(block, body.substr(block * snapshot_block_bytes, snapshot_block_bytes));
  if (!sound) return 0;
  for (std::size_t start = 0; start < front->row_bytes; start += row_bytes(body.data() + start))
    snapshot_slot(read_open_row(body.data() + start).id, front->slot_count);
  return 0;
}
