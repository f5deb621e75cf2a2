#pragma once

#include <string>
#include <string_view>

namespace sihu {

/// Base64 by RFC 4648, padded, on one line.
std::string to_base64(std::string_view bytes);

}  // namespace sihu
