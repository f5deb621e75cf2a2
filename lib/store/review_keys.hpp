#pragma once

#include "wording/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// The committee's secret key on this machine, without its secret.
struct KeptReviewKey {
  std::filesystem::path file;
  std::string key;           ///< the public one: X25519, 64 hex digits
  std::string organisation;  ///< whose it is
};

/// Makes a key to open sealed sheets with, kept as signing keys are (`make_key`): below
/// `config_home`, for its owner alone, never inside the workspace.
Result<KeptReviewKey> make_review_key(const std::filesystem::path& config_home,
                                      const std::filesystem::path& root,
                                      const std::string& organisation);

/// All that are kept there, by their names. `Kind::refused` when others may read one,
/// `Kind::input` when one is damaged.
Result<std::vector<KeptReviewKey>> kept_review_keys(const std::filesystem::path& config_home);

/// The secret key whose public one begins with `key16`, 16 digits; nothing where it is not here.
/// `Kind::refused` when others may read its file, `Kind::input` when it is damaged.
Result<std::optional<std::string>> review_secret(const std::filesystem::path& config_home,
                                                 std::string_view key16);

}  // namespace sihu
