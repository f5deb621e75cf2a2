#include "base/sha256.hpp"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace sihu {
namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

// What was hashed so far; a copy goes its own way.
class Running {
 public:
  Running() { sha256_init(&context_); }

  void add(std::string_view bytes) {
    sha256_update(&context_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  }

  Digest finish() {
    Digest digest;
    sha256_digest(&context_, digest.size(), digest.data());
    return digest;
  }

 private:
  sha256_ctx context_;
};

std::string to_hex(const Digest& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 0xf];
  }
  return hex;
}

}  // namespace

std::string sha256_hex(std::initializer_list<std::string_view> parts) {
  Running running;
  for (const std::string_view part : parts) running.add(part);
  return to_hex(running.finish());
}

bool is_sha256_hex(std::string_view text) {
  constexpr std::size_t digits = 64;
  return text.size() == digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::vector<std::string> sha256_of_beginnings(std::string_view bytes,
                                              const std::vector<std::uint64_t>& ends) {
  Running running;
  std::vector<std::string> digests;
  std::uint64_t done = 0;
  for (const std::uint64_t end : ends) {
    running.add(bytes.substr(done, end - done));
    digests.push_back(to_hex(Running(running).finish()));
    done = end;
  }
  return digests;
}

std::uint64_t sha256_head(std::string_view bytes) {
  Running running;
  running.add(bytes);
  const Digest digest = running.finish();
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i) head = head << 8 | digest[i];
  return head;
}

}  // namespace sihu
