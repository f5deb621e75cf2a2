#pragma once

#include "wording/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// How much an archive may hold. A small file that would fill a disk is refused as soon as it
/// shows.
struct ArchiveLimits {
  std::size_t entries = 500'000;
  std::uint64_t bytes = std::uint64_t{16} << 30;
  std::uint64_t ratio = 200;  ///< unpacked to packed, once more than `free` came out
  std::uint64_t free = 16u << 20;
};

/// Where an entry's bytes go; nothing: it is passed over. The name has `/` between its parts and
/// leads nowhere outside.
using ArchiveSink = std::function<std::optional<std::filesystem::path>(const std::string& name)>;

/// Whether the first bytes of a file are those of a .tar.gz, .tar or .zip.
bool looks_like_archive(std::string_view head);

/// Reads a .tar.gz, .tar or .zip and writes the entries that `sink` wants where it says; the names
/// in the archive are never used as paths.
///
/// Refused, wholly: links and devices, absolute names, `..` (`unsafe-archive`), what exceeds the
/// limits (`archive-too-big`): `Kind::input`. Cut off or altered, or with a password
/// (`archive-damaged`): `Kind::integrity`.
Result<void> unpack(const std::filesystem::path& archive, std::string_view shown,
                    const ArchiveSink& sink, const ArchiveLimits& limits = {});

/// The name of an entry with `/` between its parts, as Windows or others wrote it; nothing when it
/// is absolute or climbs out.
std::optional<std::string> safe_entry_name(std::string_view name);

}  // namespace sihu
