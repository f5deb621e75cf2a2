#pragma once

#include "snapshot/record.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sihu {

/// The records of problems, by the device that opened them and its serial.
///
/// A device gives its serials one after the other, so its records stand in chunks of that order:
/// no key is kept with them and none is compared. Chunks are cut from slabs, small ones
/// at first, then of a large page each.
class DeviceRecords {
 public:
  static constexpr std::size_t chunk_size = 64;
  using Chunk = std::array<Record, chunk_size>;
  struct Device {
    std::string id;
    std::vector<Chunk*> chunks;  ///< null: none was needed
    std::uint32_t most = 0;      ///< highest serial
  };

  static constexpr std::size_t id_bytes = 6;
  static constexpr std::uint32_t none = 0xffffffff;

  /// The number of the device called `id`, `id_bytes` long, for good; `none` for what is no
  /// device's id.
  std::uint32_t number_of(std::string_view id);

  /// The record of a serial, made when missing. Its address stays, also when there are more.
  Record& at(Device& device, std::uint32_t serial) {
    const std::size_t chunk = serial / chunk_size;
    if (device.chunks.size() <= chunk || !device.chunks[chunk]) [[unlikely]]
      add_chunk(device, chunk);
    device.most = std::max(device.most, serial);
    return (*device.chunks[chunk])[serial % chunk_size];
  }
  /// The record of a serial if it was made; nothing is made.
  const Record* find(std::string_view id, std::uint32_t serial) const;

  /// Takes over the memory of `other`, whose chunks may stand in the devices of both afterwards.
  void adopt_slabs(DeviceRecords& other);

  Device& device(std::uint32_t number) { return devices_[number]; }
  std::vector<Device>& devices() { return devices_; }
  const std::vector<Device>& devices() const { return devices_; }

  /// Calls `visit(device, serial, record)` for each record that belongs to a place.
  template <class Visit>
  void for_each(const Visit& visit) const {
    for (const Device& device : devices_)
      for (std::size_t chunk = 0; chunk < device.chunks.size(); ++chunk) {
        if (!device.chunks[chunk]) continue;
        for (std::size_t i = 0; i < chunk_size; ++i)
          if (const Record& record = (*device.chunks[chunk])[i]; record.place != 0)
            visit(device, static_cast<std::uint32_t>(chunk * chunk_size + i), record);
      }
  }

 private:
  void add_chunk(Device& device, std::size_t chunk);
  std::size_t slot_of(std::uint64_t key) const;
  std::uint32_t number_in_slot(std::uint64_t key) const;
  void make_room();

  std::vector<Device> devices_;
  std::vector<std::unique_ptr<std::byte[]>> slabs_;  // chunks lie in them, made when needed
  std::size_t slab_bytes_ = 0;                       // of the last one
  std::size_t slab_chunks_ = 0;                      // how many it has room for
  std::size_t cut_ = 0;                              // how many of those are in use
  std::vector<std::pair<std::uint64_t, std::uint32_t>> slots_;  // hashed by ids; numbers plus one
  std::uint64_t last_ = 0;  // the device asked for before, mostly the one asked for now
  std::uint32_t last_number_ = 0;
};

}  // namespace sihu
