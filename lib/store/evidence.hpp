#pragma once

#include "wording/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace sihu {

/// The biggest file that is taken in as evidence.
inline constexpr std::uint64_t most_evidence_bytes = 512u * 1024 * 1024;

/// The ending under which a file is kept: its own in lower case when it is up to ten letters and
/// digits, else `bin`.
std::string evidence_ending(const std::filesystem::path& file);

/// Keeps `bytes` as `evidence/<sha256>.<ending>` below `root` and gives that name. What is there
/// already and still has those bytes is not written again; a damaged one is mended.
Result<std::string> keep_bytes(const std::filesystem::path& root, std::string_view bytes,
                               std::string_view ending);

/// The evidence called `name` (`<sha256>.<ext>`), its bytes compared with the name:
/// `Kind::environment` when it cannot be read, `Kind::integrity` (`evidence-changed`) when it has
/// other bytes.
Result<std::string> read_evidence(const std::filesystem::path& root, std::string_view name);

}  // namespace sihu
