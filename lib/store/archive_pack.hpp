#pragma once

#include "wording/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A file that goes into an archive, and its name there.
struct PackedFile {
  std::string name;
  std::filesystem::path file;
};

/// Writes a .tar.gz of `files`, in their order: beside, flushed, renamed. The same files give the
/// same bytes, whenever and by whomever it is made.
Result<void> pack(const std::filesystem::path& archive, std::string_view shown,
                  const std::vector<PackedFile>& files);

/// Whether an archive has these files, byte for byte, and no others; it is unpacked into `staging`,
/// an empty folder. `Kind::integrity` (`archive-differs`) if not.
Result<void> compare_packed(const std::filesystem::path& archive, std::string_view shown,
                            const std::vector<PackedFile>& files,
                            const std::filesystem::path& staging);

}  // namespace sihu
