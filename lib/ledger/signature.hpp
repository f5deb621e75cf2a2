#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// The key under which a line carries its signature: 128 hex digits, Ed25519.
inline constexpr std::string_view signature_key = "sig";

/// What is signed: `sihu line 1`, the check of the line before and the line without its `sig=` and
/// its check, with a LF between them. So a signature holds for one line at one place of one file.
std::string signed_message(std::string_view previous_check, std::string_view line);

/// A line up to its last tab, taken apart.
struct SignedLine {
  std::string line;       ///< without its `sig=`
  std::string signature;  ///< as it is written
};

/// Nothing: the line has no `sig=`.
std::optional<SignedLine> take_signature(std::string_view line);

/// Makes the signature of a message.
using Sign = std::function<std::string(std::string_view message)>;

}  // namespace sihu
