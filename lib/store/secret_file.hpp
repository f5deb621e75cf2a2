#pragma once

#include "wording/result.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace sihu {

/// Where secret keys are kept below `config_home` (`$XDG_CONFIG_HOME`): `sihu/keys/`.
std::filesystem::path secret_folder(const std::filesystem::path& config_home);

/// 32 bytes of the machine's random source, as 64 lower-case hex digits.
Result<std::string> draw_secret();

/// `Kind::refused` when secrets would be kept inside the workspace, and travel with it.
Result<void> check_outside(const std::filesystem::path& config_home,
                           const std::filesystem::path& root);

/// A file made anew, for its owner alone from the first byte on, there whole or not at all.
Result<void> write_secret(const std::filesystem::path& file, std::string_view text);

/// What such a file says: a word and the rest of its line.
using SecretLines = std::map<std::string, std::string, std::less<>>;

/// Reads one; `Kind::refused` when others may read it too.
Result<SecretLines> read_secret(const std::filesystem::path& file);

/// That a file is no secret key, or is damaged: `Kind::input`.
tl::unexpected<Failure> not_a_secret(const std::filesystem::path& file);

}  // namespace sihu
