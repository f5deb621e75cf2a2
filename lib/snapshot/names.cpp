#include "snapshot/names.hpp"

#include <utility>

namespace sihu {
Names::Names() : slots_(64) {
  add(Key(std::string_view()), {});
}

std::uint16_t Names::add(const Key& key, std::string_view name) {
  if (names_.size() >= too_many) return too_many;
  if (2 * (names_.size() + 1) > slots_.size()) {
    const auto before = std::exchange(slots_, std::vector<Slot>(4 * slots_.size()));
    for (const Slot& slot : before)
      if (slot.number != too_many) slot_of(slot.key, names_[slot.number]) = slot;
  }
  const auto number = static_cast<std::uint16_t>(names_.size());
  names_.emplace_back(name);
  slot_of(key, names_.back()) = {key, number};
  return number;
}

}  // namespace sihu
