#pragma once

#include "gate/node.hpp"
#include "gate/source.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace sihu {

/// Reads one JSON value strictly (RFC 8259), with the same limits and the same places as
/// `read_yaml`; the only door to the JSON library. Strings are `quoted`; numbers, `true` and
/// `false` are not; `null` is a null node.
Result<Node> read_json(std::string_view text, std::string_view name);

/// The same, as far as the text can be followed; see `read_yaml`.
std::optional<Node> read_json(const Source& source, std::vector<Fault>& faults);

}  // namespace sihu
