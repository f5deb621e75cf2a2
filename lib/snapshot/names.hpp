#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sihu {

/// Texts that come again and again, as small numbers in the order they were met. 0 is the empty
/// text; `too_many` says that there is no number left.
class Names {
 public:
  static constexpr std::uint16_t too_many = 0xffff;

  std::uint16_t number(std::string_view name);
  const std::string& name(std::uint16_t number) const { return *names_.at(number); }
  std::size_t size() const { return names_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>> numbers_{{"", 0}};
  std::vector<const std::string*> names_{&numbers_.begin()->first};
  std::uint16_t last_ = 0;
};

}  // namespace sihu
