#pragma once

#include <string_view>

#include "gate/node.hpp"
#include "wording/result.hpp"

namespace sihu {

/// Reads one JSON value strictly (RFC 8259), with the same limits and the same places as
/// `read_yaml`; the only door to the JSON library. Strings are `quoted`; numbers, `true` and `false`
/// are not; `null` is a null node.
Result<Node> read_json(std::string_view text, std::string_view name);

}  // namespace sihu
