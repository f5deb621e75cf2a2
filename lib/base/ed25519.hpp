#pragma once

#include <string>
#include <string_view>

namespace sihu {

// Ed25519 (RFC 8032). Keys and signatures are lower-case hex: 64 digits a public key or the seed of
// a secret one, 128 a signature.

/// Whether `text` is 64 lower-case hex digits.
bool is_ed25519_key(std::string_view text);

/// The public key that belongs to a secret one.
std::string ed25519_public_key(std::string_view seed);

/// The signature of `message`, the same each time.
std::string ed25519_sign(std::string_view message, std::string_view seed);

/// Whether `signature` is that of `message` by the holder of `public_key`; false too for what is no
/// signature or no key.
bool ed25519_verify(std::string_view message, std::string_view signature,
                    std::string_view public_key);

}  // namespace sihu
