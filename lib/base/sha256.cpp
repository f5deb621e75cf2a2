#include "base/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace sihu {
namespace {

struct Free {
  void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// Fetched once and a context kept per thread: half the time per line of the one-shot calls.
const EVP_MD* algorithm() {
  static const std::unique_ptr<EVP_MD, Free> fetched{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
  return fetched.get();
}

EVP_MD_CTX* context() {
  thread_local const std::unique_ptr<EVP_MD_CTX, Free> kept{EVP_MD_CTX_new()};
  return kept.get();
}

[[noreturn]] void throw_unavailable() {
  throw std::runtime_error("SHA-256 is not available from OpenSSL");
}

using Digest = std::array<unsigned char, EVP_MAX_MD_SIZE>;

template <typename Parts>
unsigned digest_of(const Parts& parts, Digest& digest) {
  unsigned size = 0;
  bool ok = EVP_DigestInit_ex2(context(), algorithm(), nullptr) == 1;
  for (const std::string_view part : parts)
    ok = ok && EVP_DigestUpdate(context(), part.data(), part.size()) == 1;
  ok = ok && EVP_DigestFinal_ex(context(), digest.data(), &size) == 1;
  if (!ok) throw_unavailable();
  return size;
}

std::string as_hex(const Digest& digest, unsigned size) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * size);
  for (unsigned i = 0; i < size; ++i) {
    hex += digits[digest[i] >> 4];
    hex += digits[digest[i] & 0xf];
  }
  return hex;
}

}  // namespace

std::string sha256_hex(std::initializer_list<std::string_view> parts) {
  Digest digest{};
  const unsigned size = digest_of(parts, digest);
  return as_hex(digest, size);
}

std::vector<std::string> sha256_of_beginnings(std::string_view bytes,
                                              const std::vector<std::uint64_t>& ends) {
  const std::unique_ptr<EVP_MD_CTX, Free> running{EVP_MD_CTX_new()};
  bool ok = EVP_DigestInit_ex2(running.get(), algorithm(), nullptr) == 1;
  std::vector<std::string> digests;
  std::uint64_t done = 0;
  for (const std::uint64_t end : ends) {
    Digest digest{};
    unsigned size = 0;
    ok = ok && EVP_DigestUpdate(running.get(), bytes.data() + done, end - done) == 1 &&
         EVP_MD_CTX_copy_ex(context(), running.get()) == 1 &&
         EVP_DigestFinal_ex(context(), digest.data(), &size) == 1;
    if (!ok) throw_unavailable();
    digests.push_back(as_hex(digest, size));
    done = end;
  }
  return digests;
}

std::uint64_t sha256_head(std::string_view bytes) {
  Digest digest;
  digest_of(std::array{bytes}, digest);
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i) head = head << 8 | digest[i];
  return head;
}

}  // namespace sihu
