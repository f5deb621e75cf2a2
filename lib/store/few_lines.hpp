#pragma once

#include "ledger/ledger.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A line of some file, ordered as the ledger is: by its bytes, equal ones by their files.
struct PlacedLine {
  std::string bytes;
  std::uint32_t file = 0;  ///< index of its file
  std::uint32_t number = 0;

  friend auto operator<=>(const PlacedLine&, const PlacedLine&) = default;
};

/// Lines of which only the first three are named, the others counted.
class FewLines {
 public:
  static constexpr std::size_t most_named = 3;

  void add(std::string_view bytes, std::uint32_t file, std::uint32_t number);
  void add(const FewLines& more);

  std::size_t count() const { return count_; }
  const std::vector<PlacedLine>& first() const { return first_; }  ///< in the ledger's order

 private:
  void place(PlacedLine line);

  std::size_t count_ = 0;
  std::vector<PlacedLine> first_;
};

/// A ledger of these lines alone, which are sound, in its order and each once; `names` are the
/// names of their files.
Ledger ledger_of(std::vector<PlacedLine> lines, const std::vector<std::string>& names);

}  // namespace sihu
