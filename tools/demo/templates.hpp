#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace sihu {

/// A file of `templates/`, carried inside the program.
struct EmbeddedFile {
  const char* path;  ///< below `templates/`: `party-branch/sihu.yaml`
  const unsigned char* bytes;
  std::size_t size;

  std::string_view text() const { return {reinterpret_cast<const char*>(bytes), size}; }
};

/// All of them, in the order of their paths.
std::span<const EmbeddedFile> embedded_templates();

}  // namespace sihu
