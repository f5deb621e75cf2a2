#pragma once

#include "gate/json.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace sihu::test {

/// What was computed elsewhere and is held against ours: `base/reference/prng_vectors.json`, as
/// seen from tests/unit.
inline Node read_reference(const std::string& name) {
  std::ifstream stream(std::filesystem::path(SIHU_SOURCE_DIR) / "tests/unit" / name);
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  auto read = read_json(text, name);
  REQUIRE(read.has_value());
  return *read;
}

/// The value under `key`, which is there.
inline const Node& at(const Node& node, const std::string& key) {
  const Node* found = node.find(key);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace sihu::test
