#pragma once

#include <cstddef>
#include <cstdint>
#include <tuple>

namespace sihu {

/// Branch `from` inspects branch `to`; both are numbers, 0 to n - 1.
struct Visit {
  int from = 0;
  int to = 0;

  Visit reversed() const { return {to, from}; }

  friend bool operator==(const Visit&, const Visit&) = default;
  friend bool operator<(const Visit& a, const Visit& b) {
    return std::tie(a.from, a.to) < std::tie(b.from, b.to);
  }
};

/// One number for a visit, for tables.
inline std::uint64_t visit_key(Visit visit) {
  return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(visit.from)) << 32) |
         static_cast<std::uint32_t>(visit.to);
}

/// A branch's place in a list that has one element for each.
inline std::size_t slot(int branch) {
  return static_cast<std::size_t>(branch);
}

}  // namespace sihu
