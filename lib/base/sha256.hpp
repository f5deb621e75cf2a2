#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// SHA-256 (FIPS 180-4) of the parts one behind the other, as 64 lower-case hex digits.
std::string sha256_hex(std::initializer_list<std::string_view> parts);

/// SHA-256 of `bytes`, as 64 lower-case hex digits.
inline std::string sha256_hex(std::string_view bytes) {
  return sha256_hex({bytes});
}

/// Whether `text` is 64 lower-case hex digits.
bool is_sha256_hex(std::string_view text);

/// The SHA-256 of the first `ends[0]`, `ends[1]`, … of `bytes`, in one pass; `ends` ascend and none
/// lies behind the last byte.
std::vector<std::string> sha256_of_beginnings(std::string_view bytes,
                                              const std::vector<std::uint64_t>& ends);

/// The first eight bytes of the SHA-256 of `bytes`, as one number, the first byte on top: what the
/// first 16 hex digits say, without spelling them.
std::uint64_t sha256_head(std::string_view bytes);

}  // namespace sihu
