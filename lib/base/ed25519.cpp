#include "base/ed25519.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

namespace sihu {
namespace {

constexpr std::size_t key_digits = 2 * crypto_sign_PUBLICKEYBYTES;
static_assert(crypto_sign_SEEDBYTES == crypto_sign_PUBLICKEYBYTES);

template <std::size_t size>
using Bytes = std::array<unsigned char, size>;

bool is_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

template <std::size_t size>
std::optional<Bytes<size>> from_hex(std::string_view digits) {
  Bytes<size> bytes{};
  if (digits.size() != 2 * size || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
  const auto worth = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i < size; ++i)
    bytes[i] = static_cast<unsigned char>(worth(digits[2 * i]) << 4 | worth(digits[2 * i + 1]));
  return bytes;
}

template <std::size_t size>
std::string to_hex(const Bytes<size>& bytes) {
  std::string digits(2 * size + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), bytes.data(), bytes.size());
  digits.pop_back();
  return digits;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// A pair of keys; the secret one is wiped when it goes.
struct Pair {
  Bytes<crypto_sign_PUBLICKEYBYTES> open{};
  Bytes<crypto_sign_SECRETKEYBYTES> secret{};

  explicit Pair(std::string_view seed_digits) {
    auto seed = from_hex<crypto_sign_SEEDBYTES>(seed_digits);
    if (!seed || sodium_init() < 0 ||
        crypto_sign_seed_keypair(open.data(), secret.data(), seed->data()) != 0)
      throw std::runtime_error("no Ed25519 key can be made of this seed");
    sodium_memzero(seed->data(), seed->size());
  }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;
  ~Pair() { sodium_memzero(secret.data(), secret.size()); }
};

}  // namespace

bool is_ed25519_key(std::string_view text) {
  return text.size() == key_digits && std::ranges::all_of(text, is_digit);
}

std::string ed25519_public_key(std::string_view seed) {
  return to_hex(Pair(seed).open);
}

std::string ed25519_sign(std::string_view message, std::string_view seed) {
  const Pair pair(seed);
  Bytes<crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(),
                       pair.secret.data());
  return to_hex(signature);
}

bool ed25519_verify(std::string_view message, std::string_view signature,
                    std::string_view public_key) {
  const auto key = from_hex<crypto_sign_PUBLICKEYBYTES>(public_key);
  const auto bytes = from_hex<crypto_sign_BYTES>(signature);
  return key && bytes && sodium_init() >= 0 &&
         crypto_sign_verify_detached(bytes->data(), bytes_of(message), message.size(),
                                     key->data()) == 0;
}

}  // namespace sihu
