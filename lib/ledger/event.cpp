#include "ledger/event.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

// The fixed order of format 1. Never changed: a new key goes behind them, in byte order.
constexpr std::array<std::string_view, 30> first_keys{
    "item",     "checklist", "version",  "result", "points",   "rule", "value", "existed",
    "severity", "due",       "calendar", "branch", "owner",    "to",   "of",    "title",
    "text",     "basis",     "note",     "reason", "evidence", "on",   "until", "took",
    "after",    "part",      "role",     "org",    "doc",      "clock"};

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
