#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Texts that come again and again, as small numbers in the order they were met. 0 is the empty
/// text; `too_many` says that there is no number left.
///
/// Asked once or twice a line, for millions of lines: a text of up to sixteen bytes, as ids are,
/// is told by two words and its length, and its bytes are not looked at again.
class Names {
 public:
  static constexpr std::uint16_t too_many = 0xffff;

  Names();
  std::uint16_t number(std::string_view name) {
    const Key key(name);
    const std::uint16_t known = slot_of(key, name).number;
    return known != too_many ? known : add(key, name);
  }
  const std::string& name(std::uint16_t number) const { return names_.at(number); }
  std::size_t size() const { return names_.size(); }

 private:
  struct Key {
    std::uint64_t first = 0;  // of a longer text only a part
    std::uint64_t last = 0;
    std::size_t size = 0;

    Key() = default;
    // The first and the last bytes, which overlap in a short text: with the size they are all.
    explicit Key(std::string_view text) : size(text.size()) {
      const char* const bytes = text.data();
      if (size >= sizeof first) {
        first = load<std::uint64_t>(bytes);
        last = load<std::uint64_t>(bytes + size - sizeof last);
      } else if (size >= 4) {
        first = load<std::uint32_t>(bytes);
        last = load<std::uint32_t>(bytes + size - 4);
      } else if (size > 0) {
        first = load<std::uint8_t>(bytes) | load<std::uint8_t>(bytes + size / 2) << 8;
        last = load<std::uint8_t>(bytes + size - 1);
      }
    }
    std::size_t hash() const {
      const std::uint64_t mixed = (first ^ (last << 29 | last >> 35) ^ size) * 0x9e3779b97f4a7c15u;
      return mixed ^ mixed >> 32;
    }
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Slot {
    Key key;
    std::uint16_t number = too_many;  // then it is free
  };

  template <class Word>
  static std::uint64_t load(const char* bytes) {
    Word value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
  }

  // The slot of a text, or the free one that it would take.
  Slot& slot_of(const Key& key, std::string_view name) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = key.hash() & mask;; at = (at + 1) & mask) {
      Slot& slot = slots_[at];
      if (slot.number == too_many) return slot;
      if (slot.key == key && (key.size <= 16 || names_[slot.number] == name)) return slot;
    }
  }
  std::uint16_t add(const Key& key, std::string_view name);

  std::deque<std::string> names_;
  std::vector<Slot> slots_;  // hashed, a power of two, never more than half full
};

}  // namespace sihu
