#pragma once

#include <string_view>

#include "gate/node.hpp"
#include "wording/result.hpp"

namespace sihu {

/// Reads one YAML document strictly; the only door to the YAML libraries.
///
/// Refused, each with its place: more than 4 MiB, nesting over 64, anything that is not UTF-8 (GBK
/// and UTF-16 are named as such), NUL bytes, duplicate keys, keys that are not plain texts, anchors,
/// aliases, tags, `<<`, a second document, unclosed quotes, text behind the end, tabs as
/// indentation. A byte-order mark and CRLF are accepted. An empty text is a null node.
/// `name` is the file name that places carry. Failures are `Kind::input`.
Result<Node> read_yaml(std::string_view text, std::string_view name);

}  // namespace sihu
