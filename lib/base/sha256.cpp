#include "base/sha256.hpp"

// Its functions for SHA-256 alone are deprecated in favour of those that take any algorithm, which
// look it up and keep a context on the heap: for lines of a hundred bytes that costs more than the
// hashing.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <array>
#include <stdexcept>

namespace sihu {
namespace {

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

void demand(int done) {
  if (done != 1) throw std::runtime_error("SHA-256 is not available from OpenSSL");
}

// What was hashed so far; a copy goes its own way.
class Running {
 public:
  Running() { demand(SHA256_Init(&context_)); }

  void add(std::string_view bytes) {
    demand(SHA256_Update(&context_, bytes.data(), bytes.size()));
  }

  Digest finish() {
    Digest digest;
    demand(SHA256_Final(digest.data(), &context_));
    return digest;
  }

 private:
  SHA256_CTX context_;
};

std::string to_hex(const Digest& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
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
