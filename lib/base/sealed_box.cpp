#include "base/sealed_box.hpp"

#include "base/base64.hpp"
#include "base/ed25519.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace sihu {
namespace {

using ByteString = std::vector<unsigned char>;
using KeyBytes = std::array<unsigned char, crypto_box_SECRETKEYBYTES>;
static_assert(crypto_box_SECRETKEYBYTES == crypto_box_PUBLICKEYBYTES);

// A key, wiped when it goes.
struct BoxKey {
  KeyBytes bytes{};

  explicit BoxKey(std::string_view digits) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
    good = is_box_key(digits) && sodium_hex2bin(bytes.data(), bytes.size(), digits.data(),
                                                digits.size(), nullptr, nullptr, nullptr) == 0;
  }
  BoxKey(const BoxKey&) = delete;
  BoxKey& operator=(const BoxKey&) = delete;
  ~BoxKey() { sodium_memzero(bytes.data(), bytes.size()); }

  bool good = false;
};

bool public_of(const BoxKey& secret, KeyBytes& key) {
  return secret.good && crypto_scalarmult_base(key.data(), secret.bytes.data()) == 0;
}

// A box has its own pair of keys, so that both of them may name the nonce.
std::array<unsigned char, crypto_box_NONCEBYTES> nonce_of(const KeyBytes& fresh,
                                                          const KeyBytes& receiver) {
  std::array<unsigned char, crypto_box_NONCEBYTES> nonce{};
  ByteString both(fresh.begin(), fresh.end());
  both.insert(both.end(), receiver.begin(), receiver.end());
  crypto_generichash(nonce.data(), nonce.size(), both.data(), both.size(), nullptr, 0);
  return nonce;
}

ByteString padded(std::string_view message, std::size_t size) {
  ByteString bytes(message.begin(), message.end());
  bytes.push_back(0x80);
  bytes.resize(size);
  return bytes;
}

std::optional<ByteString> from_base64(std::string_view text, std::size_t size) {
  ByteString bytes(size);
  std::size_t found = 0;
  const char* end = nullptr;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &found, &end,
                        sodium_base64_VARIANT_ORIGINAL) != 0)
    return std::nullopt;
  if (found != size || end != text.data() + text.size()) return std::nullopt;
  return bytes;
}

}  // namespace

bool is_box_key(std::string_view text) {
  return is_ed25519_key(text);
}

bool can_be_sealed_to(std::string_view public_key) {
  const BoxKey receiver(public_key);
  // Any secret tells: multiples of the cofactor, as all secrets are, take such a point to zero.
  KeyBytes any{};
  any.front() = 8;
  KeyBytes shared{};
  return receiver.good && crypto_scalarmult(shared.data(), any.data(), receiver.bytes.data()) == 0;
}

std::string box_public_key(std::string_view secret) {
  const BoxKey key(secret);
  KeyBytes open{};
  if (!public_of(key, open)) throw std::runtime_error("no X25519 key can be made of this secret");
  std::string digits(2 * open.size() + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), open.data(), open.size());
  digits.pop_back();
  return digits;
}

std::optional<std::string> seal_box(std::string_view message, std::size_t size,
                                    std::string_view public_key, std::string_view fresh) {
  const BoxKey receiver(public_key);
  const BoxKey secret(fresh);
  KeyBytes open{};
  if (message.size() >= size || !receiver.good || !public_of(secret, open)) return std::nullopt;
  const ByteString plain = padded(message, size);
  ByteString box(open.begin(), open.end());
  box.resize(size + crypto_box_SEALBYTES);
  const auto nonce = nonce_of(open, receiver.bytes);
  if (crypto_box_easy(box.data() + open.size(), plain.data(), plain.size(), nonce.data(),
                      receiver.bytes.data(), secret.bytes.data()) != 0)
    return std::nullopt;
  return to_base64({reinterpret_cast<const char*>(box.data()), box.size()});
}

std::optional<std::string> open_box(std::string_view box, std::size_t size,
                                    std::string_view secret) {
  const BoxKey key(secret);
  KeyBytes open{};
  const auto bytes = from_base64(box, size + crypto_box_SEALBYTES);
  if (!bytes || !public_of(key, open)) return std::nullopt;
  ByteString plain(size);
  if (crypto_box_seal_open(plain.data(), bytes->data(), bytes->size(), open.data(),
                           key.bytes.data()) != 0)
    return std::nullopt;
  std::size_t length = 0;
  if (sodium_unpad(&length, plain.data(), plain.size(), plain.size()) != 0) return std::nullopt;
  return std::string(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(length));
}

}  // namespace sihu
