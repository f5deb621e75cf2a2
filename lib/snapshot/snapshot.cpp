#include "snapshot/snapshot.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace sihu {
namespace {

// Changes with every change of what is written: a snapshot of another shape is none.
constexpr char magic[] = "sihu snapshot 5";
static_assert(sizeof magic == 16);

std::uint64_t hash(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

class ByteWriter {
 public:
  void number(std::uint64_t value) {
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes_.append(raw, sizeof raw);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// What it reads has passed its hash, so that only a bug can make it run over the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (rest_.size() < sizeof value) return 0;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  std::string text() {
    const auto size = std::min<std::uint64_t>(number(), rest_.size());
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }

 private:
  std::string_view rest_;
};

std::string write_head(const SnapshotHead& head) {
  ByteWriter out;
  out.text(head.basis);
  out.number(head.files.size());
  for (const FileMark& file : head.files) {
    out.text(file.name);
    out.number(file.size);
    out.number(static_cast<std::uint64_t>(file.changed));
    out.number(file.inode);
    out.number(file.whole_bytes);
    out.text(file.last_check);
  }
  out.number(head.counts.size());
  for (const auto& [branch, counts] : head.counts) {
    out.text(branch);
    for (const std::uint32_t count : counts) out.number(count);
  }
  out.number(head.again.size());
  for (const auto& [branch, count] : head.again) {
    out.text(branch);
    out.number(count);
  }
  out.number(head.lines_per_day.size());
  for (const auto& [day, count] : head.lines_per_day) {
    out.number(day);
    out.number(count);
  }
  out.number(head.serials.size());
  for (const auto& [device, serial] : head.serials) {
    out.text(device);
    out.number(serial);
  }
  out.number(head.duplicates.size());
  for (const std::string& id : head.duplicates) out.text(id);
  out.number(head.redactions.checks().size());
  for (const std::uint64_t check : head.redactions.checks()) out.number(check);
  return out.take();
}

template <class Number>
void append_numbers(std::string& bytes, const std::vector<Number>& numbers) {
  const std::size_t from = bytes.size();
  bytes.resize(from + numbers.size() * sizeof(Number));
  if (!numbers.empty())
    std::memcpy(bytes.data() + from, numbers.data(), numbers.size() * sizeof(Number));
}

// What `snapshot_slot` leads into.
std::vector<std::uint32_t> hash_table(const std::string& rows,
                                      const std::vector<std::uint32_t>& starts) {
  std::vector<std::uint32_t> slots(std::bit_ceil(2 * starts.size() + 1));
  for (const std::uint32_t start : starts) {
    std::size_t slot = snapshot_slot(read_open_row(rows.data() + start).id, slots.size());
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = start + 1;
  }
  return slots;
}

std::vector<std::uint32_t> upper_halves(const std::vector<std::uint64_t>& faults) {
  std::vector<std::uint32_t> upper;
  upper.reserve(faults.size());
  for (const std::uint64_t fault : faults)
    if (upper.empty() || upper.back() != snapshot_fault(fault))
      upper.push_back(snapshot_fault(fault));
  return upper;
}

std::string write_front(const SnapshotFront& front) {
  ByteWriter out;
  for (const std::uint64_t number :
       {front.head_bytes, front.head_hash, front.row_count, front.submitted_count, front.slot_count,
        front.row_bytes, front.index_hash, front.fault_count})
    out.number(number);
  const std::string numbers = out.take();
  std::string bytes(magic, sizeof magic);
  bytes += numbers;
  ByteWriter end;
  end.number(hash(bytes));
  bytes += end.take();
  bytes.resize(snapshot_front_bytes);
  return bytes;
}

}  // namespace

std::string write_snapshot(const SnapshotHead& head, const OpenRows& rows,
                           const std::vector<std::uint64_t>& faults) {
  std::string ordered;
  ordered.reserve(rows.bytes.size());
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> submitted;
  for (const std::uint32_t start : rows.starts) {
    const OpenRow row = read_open_row(rows.bytes.data() + start);
    starts.push_back(static_cast<std::uint32_t>(ordered.size()));
    if (row.status == Status::submitted) submitted.push_back(starts.back());
    write_row(row, ordered);
  }
  const std::size_t row_bytes = ordered.size();
  const auto slots = hash_table(ordered, starts);
  std::string body = std::move(ordered);
  body.resize((row_bytes + 3) / 4 * 4);
  append_numbers(body, slots);
  const auto upper = upper_halves(faults);
  append_numbers(body, upper);
  std::vector<std::uint64_t> block_hashes;
  for (std::size_t at = 0; at < body.size(); at += snapshot_block_bytes)
    block_hashes.push_back(hash(std::string_view(body).substr(at, snapshot_block_bytes)));
  std::string index;
  append_numbers(index, block_hashes);
  append_numbers(index, submitted);
  const std::string head_bytes = write_head(head);
  const SnapshotFront front{head_bytes.size(), hash(head_bytes), starts.size(), submitted.size(),
                            slots.size(),      row_bytes,        hash(index),   upper.size()};
  std::string bytes = write_front(front);
  bytes.reserve(front.bytes());
  return std::move(bytes.append(head_bytes).append(index).append(body));
}

std::optional<SnapshotFront> read_snapshot_front(std::string_view bytes) {
  constexpr std::size_t hashed = sizeof magic + 8 * sizeof(std::uint64_t);
  if (bytes.size() < snapshot_front_bytes || std::memcmp(bytes.data(), magic, sizeof magic) != 0)
    return std::nullopt;
  ByteReader in(bytes.substr(sizeof magic));
  SnapshotFront front;
  for (std::uint64_t* number :
       {&front.head_bytes, &front.head_hash, &front.row_count, &front.submitted_count,
        &front.slot_count, &front.row_bytes, &front.index_hash, &front.fault_count})
    *number = in.number();
  const bool rest_is_zero =
      bytes.substr(hashed + 8, snapshot_front_bytes - hashed - 8).find_first_not_of('\0') ==
      std::string_view::npos;
  if (in.number() != hash(bytes.substr(0, hashed)) || !rest_is_zero) return std::nullopt;
  return front;
}

std::optional<SnapshotHead> read_snapshot_head(std::string_view bytes, const SnapshotFront& front) {
  if (bytes.size() != front.head_bytes || hash(bytes) != front.head_hash) return std::nullopt;
  ByteReader in(bytes);
  SnapshotHead head;
  head.basis = in.text();
  const auto files = std::min<std::uint64_t>(in.number(), bytes.size());
  head.files.resize(files);
  for (FileMark& file : head.files) {
    file.name = in.text();
    file.size = in.number();
    file.changed = static_cast<std::int64_t>(in.number());
    file.inode = in.number();
    file.whole_bytes = in.number();
    file.last_check = in.text();
  }
  for (auto count = in.number(); count > 0; --count) {
    auto& counts = head.counts[in.text()];
    for (std::uint32_t& each : counts) each = static_cast<std::uint32_t>(in.number());
  }
  for (auto count = in.number(); count > 0; --count) {
    const std::string branch = in.text();
    head.again[branch] = static_cast<std::uint32_t>(in.number());
  }
  for (auto count = in.number(); count > 0; --count) {
    const auto day = static_cast<SmallDay>(in.number());
    head.lines_per_day[day] = in.number();
  }
  for (auto count = in.number(); count > 0; --count) {
    const std::string device = in.text();
    head.serials[device] = static_cast<std::uint32_t>(in.number());
  }
  for (auto count = in.number(); count > 0; --count) head.duplicates.push_back(in.text());
  for (auto count = in.number(); count > 0; --count) head.redactions.add(in.number());
  return head;
}

std::optional<SnapshotIndex> SnapshotIndex::read(std::string bytes, const SnapshotFront& front) {
  if (bytes.size() != front.index_bytes() || hash(bytes) != front.index_hash) return std::nullopt;
  SnapshotIndex index;
  index.bytes_ = std::make_unique<std::string>(std::move(bytes));
  const char* at = index.bytes_->data();
  // The block hashes come first, so that every number lies where its size wants it.
  index.block_hashes_ = {reinterpret_cast<const std::uint64_t*>(at), front.block_count()};
  const auto* numbers = reinterpret_cast<const std::uint32_t*>(at + 8 * front.block_count());
  index.submitted_ = {numbers, front.submitted_count};
  return index;
}

std::size_t snapshot_slot(std::string_view id, std::size_t slot_count) {
  return hash(id) & (slot_count - 1);
}

bool SnapshotIndex::is_sound(std::size_t block, std::string_view bytes) const {
  return block < block_hashes_.size() && hash(bytes) == block_hashes_[block];
}

}  // namespace sihu
