#include "ledger/event.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::size_t rank(std::string_view key) {
  return static_cast<std::size_t>(std::ranges::find(first_keys, key) - first_keys.begin());
}

}  // namespace

std::string_view Event::get(std::string_view key) const {
  const auto found = std::ranges::find(fields, key, &Field::key);
  return found == fields.end() ? std::string_view{} : std::string_view(found->value);
}

bool canonical_before(std::string_view a, std::string_view b) {
  const std::size_t rank_a = rank(a);
  const std::size_t rank_b = rank(b);
  if (rank_a != rank_b) return rank_a < rank_b;
  return rank_a == first_keys.size() && a < b;
}

}  // namespace sihu
