#pragma once

#include "wording/result.hpp"

#include <filesystem>
#include <string_view>
#include <utility>

namespace sihu {

/// A file's bytes, looked at where they are. Only for files of the workspace, which nobody
/// shortens: a stick that is pulled out would end the program.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::filesystem::path& file, std::string_view name);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace sihu
