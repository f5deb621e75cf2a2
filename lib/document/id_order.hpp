#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <vector>

namespace sihu {

/// Where the elements of a vector stand, in the order of their `id`s: of thousands of people one is
/// found without looking at all of them.
///
/// What is found is looked at once more, and what is not found is looked for one by one, so that an
/// order that is older than the vector costs time and gives no wrong answer.
class IdOrder {
 public:
  IdOrder() = default;
  template <class Element>
  explicit IdOrder(const std::vector<Element>& all) : places_(all.size()) {
    std::iota(places_.begin(), places_.end(), std::uint32_t{0});
    std::ranges::stable_sort(places_, {}, [&](std::uint32_t at) { return id_at(all, at); });
  }

  /// The first of `all`, of which this is the order, with that id, or nullptr. Nothing has an empty
  /// id.
  template <class Element>
  const Element* find(const std::vector<Element>& all, std::string_view id) const {
    if (id.empty()) return nullptr;
    if (places_.size() == all.size()) {
      const auto at = std::ranges::lower_bound(
          places_, id, {}, [&](std::uint32_t place) { return id_at(all, place); });
      if (at != places_.end() && all[*at].id == id) return &all[*at];
    }
    const auto at = std::ranges::find(all, id, &Element::id);
    return at == all.end() ? nullptr : &*at;
  }

 private:
  template <class Element>
  static std::string_view id_at(const std::vector<Element>& all, std::size_t at) {
    return all[at].id;
  }

  std::vector<std::uint32_t> places_;
};

}  // namespace sihu
