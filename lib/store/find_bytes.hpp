#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

namespace sihu {

/// Where `wanted` begins in `text`, or `npos`: `std::string_view::find` for millions of bytes.
inline std::size_t find_bytes(std::string_view text, std::string_view wanted) {
  if (text.empty()) return std::string_view::npos;  // an empty map has no address to give to memmem
  const void* const found = ::memmem(text.data(), text.size(), wanted.data(), wanted.size());
  return found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data())
               : std::string_view::npos;
}

inline bool has_bytes(std::string_view text, std::string_view wanted) {
  return find_bytes(text, wanted) != std::string_view::npos;
}

}  // namespace sihu
