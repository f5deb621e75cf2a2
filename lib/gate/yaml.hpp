#pragma once

#include "gate/node.hpp"
#include "gate/source.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace sihu {

/// Reads one YAML document strictly; the only door to the YAML libraries.
///
/// Refused, each with its place: more than 16 MiB, nesting over 64, anything that is not UTF-8 (GBK
/// and UTF-16 are named as such), NUL bytes and other control characters, duplicate keys, keys that
/// are not plain texts, anchors, aliases, tags, `<<`, a second document, unclosed quotes, text
/// behind the end, tabs as indentation, and what two YAML libraries read differently. A byte-order
/// mark and CRLF are accepted. An empty text is a null node. `name` is the file name that places
/// carry. Failures are `Kind::input`.
Result<Node> read_yaml(std::string_view text, std::string_view name);

/// The same, as far as the text can be followed: faults that do not hide the rest (a duplicate key,
/// an alias) are added to `faults` and the tree comes back without what is wrong, so that whoever
/// reads it can complain about the rest too. Nothing when the text cannot be followed to its end.
std::optional<Node> read_yaml(const Source& source, std::vector<Fault>& faults);

}  // namespace sihu
