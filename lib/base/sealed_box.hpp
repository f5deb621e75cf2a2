#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

// Sealed boxes: what only the holder of a secret key can open, not even who sealed it. The bytes
// are those of libsodium's crypto_box_seal (X25519, XSalsa20, Poly1305), behind padding by ISO/IEC
// 7816-4. Keys are lower-case hex, 64 digits, as of `base/ed25519.hpp`.

/// Whether `text` is 64 lower-case hex digits.
bool is_box_key(std::string_view text);

/// Whether boxes can be sealed to this key. No for other texts, and for the few points of low order
/// (all zeros, say), which nobody has a secret key of and everybody could open.
bool can_be_sealed_to(std::string_view public_key);

/// The public key that belongs to a secret one.
std::string box_public_key(std::string_view secret);

/// `message`, padded to `size` bytes, for the holder of `public_key`, as Base64 (RFC 4648, padded).
/// `fresh` is a secret key that was drawn for this box and is never used again. Nothing where the
/// message is not shorter than `size`, or the key is none that anything can be sealed to.
std::optional<std::string> seal_box(std::string_view message, std::size_t size,
                                    std::string_view public_key, std::string_view fresh);

/// The message of a box that was sealed to `secret`'s public key with this `size`; nothing for
/// everything else.
std::optional<std::string> open_box(std::string_view box, std::size_t size,
                                    std::string_view secret);

}  // namespace sihu
