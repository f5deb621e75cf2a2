#include "snapshot/device_records.hpp"

#include "problem/problem_id.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <iterator>
#include <new>
#include <type_traits>

namespace sihu {
namespace {

constexpr std::size_t smallest_slab = 8 * 1024;
constexpr std::size_t largest_slab = 2u << 20;  // a large page, and not a byte less
static_assert(std::is_trivially_destructible_v<DeviceRecords::Chunk>);

std::uint64_t key_of(std::string_view id) {
  std::uint64_t key = 0;
  std::memcpy(&key, id.data(), DeviceRecords::id_bytes);
  return key;
}

}  // namespace

// The slot of a device, taken or free.
std::size_t DeviceRecords::slot_of(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (key * 0x9e3779b97f4a7c15u >> 32) & mask;
  while (slots_[at].second != 0 && slots_[at].first != key) at = (at + 1) & mask;
  return at;
}

// The number of a device, plus one; 0: it has none.
std::uint32_t DeviceRecords::number_in_slot(std::uint64_t key) const {
  return slots_.empty() ? 0 : slots_[slot_of(key)].second;
}

void DeviceRecords::make_room() {
  if (slots_.size() >= 2 * devices_.size() + 16) return;
  const auto before = std::exchange(slots_, {});
  slots_.resize(std::bit_ceil(4 * devices_.size() + 64));
  for (const auto& [key, number] : before)
    if (number != 0) slots_[slot_of(key)] = {key, number};
}

std::uint32_t DeviceRecords::number_of(std::string_view id) {
  const std::uint64_t key = key_of(id);
  if (key == last_) return last_number_;
  std::uint32_t number = number_in_slot(key);
  if (number == 0) {
    if (!parse_problem_id("26Q4-zb01-" + std::string(id) + "-1")) return none;
    devices_.push_back({std::string(id), {}, 0});
    make_room();
    number = static_cast<std::uint32_t>(devices_.size());
    slots_[slot_of(key)] = {key, number};
  }
  last_ = key;
  last_number_ = number - 1;
  return last_number_;
}

void DeviceRecords::add_chunk(Device& device, std::size_t chunk) {
  if (cut_ == slab_chunks_) {
    slab_bytes_ = std::clamp(2 * slab_bytes_, smallest_slab, largest_slab);
    slab_chunks_ = slab_bytes_ / sizeof(Chunk);
    slabs_.push_back(std::unique_ptr<std::byte[]>(new std::byte[slab_bytes_]));
    cut_ = 0;
  }
  if (device.chunks.size() <= chunk) device.chunks.resize(chunk + 1);
  device.chunks[chunk] = new (slabs_.back().get() + cut_++ * sizeof(Chunk)) Chunk{};
}

// In front, so that the last slab stays the one that is cut.
void DeviceRecords::adopt_slabs(DeviceRecords& other) {
  slabs_.insert(slabs_.begin(), std::make_move_iterator(other.slabs_.begin()),
                std::make_move_iterator(other.slabs_.end()));
  other.slabs_.clear();
  other.cut_ = other.slab_chunks_;
}

const Record* DeviceRecords::find(std::string_view id, std::uint32_t serial) const {
  const std::uint32_t number = number_in_slot(key_of(id));
  if (number == 0) return nullptr;
  const Device& device = devices_[number - 1];
  const std::size_t chunk = serial / chunk_size;
  if (chunk >= device.chunks.size() || !device.chunks[chunk]) return nullptr;
  return &(*device.chunks[chunk])[serial % chunk_size];
}

}  // namespace sihu
