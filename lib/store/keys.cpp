#include "store/keys.hpp"

#include "base/ed25519.hpp"
#include "store/files.hpp"
#include "store/secret_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".key";
constexpr std::size_t name_digits = 16;

fs::path file_of(const fs::path& config_home, std::string_view key) {
  return secret_folder(config_home) /
         (std::string(key.substr(0, name_digits)) + std::string(ending));
}

Result<std::pair<KeptKey, SigningKey>> read_key(const fs::path& file) {
  auto read = read_secret(file);
  if (!read) return tl::unexpected(read.error());
  SecretLines& pairs = *read;
  const std::string& seed = pairs["secret"];
  const std::string& key = pairs["public"];
  if (pairs["sihu-key"] != "1" || !is_ed25519_key(seed) || ed25519_public_key(seed) != key)
    return not_a_secret(file);
  return std::pair{KeptKey{file, key, pairs["organisation"], pairs["person"]},
                   SigningKey{key, seed}};
}

}  // namespace

Result<KeptKey> make_key(const fs::path& config_home, const fs::path& root,
                         const std::string& organisation, const std::string& person) {
  if (auto outside = check_outside(config_home, root); !outside)
    return tl::unexpected(outside.error());
  const auto seed = draw_secret();
  if (!seed) return tl::unexpected(seed.error());
  KeptKey kept{{}, ed25519_public_key(*seed), organisation, person};
  kept.file = file_of(config_home, kept.key);
  const std::string text =
      fmt::format("sihu-key 1\norganisation {}\nperson {}\npublic {}\nsecret {}\n", organisation,
                  person, kept.key, *seed);
  if (auto written = write_secret(kept.file, text); !written)
    return tl::unexpected(written.error());
  return kept;
}

Result<std::vector<KeptKey>> kept_keys(const fs::path& config_home) {
  const auto names = list_folder(secret_folder(config_home), ending);
  if (!names) return tl::unexpected(names.error());
  std::vector<KeptKey> keys;
  Failure failure{Kind::input, {}};
  for (const std::string& name : *names) {
    auto key = read_key(secret_folder(config_home) / name);
    if (key)
      keys.push_back(std::move(key->first));
    else
      add_failure(failure, std::move(key.error()));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return keys;
}

Result<std::optional<SigningKey>> signing_key(const fs::path& config_home, const Person& person,
                                              Date day) {
  for (auto one = person.keys.rbegin(); one != person.keys.rend(); ++one) {
    std::error_code unknown;
    const fs::path file = file_of(config_home, one->key);
    if (!one->holds_on(day) || !fs::exists(file, unknown)) continue;
    auto key = read_key(file);
    if (!key) return tl::unexpected(key.error());
    if (key->second.key == one->key) return std::optional(std::move(key->second));
  }
  return std::optional<SigningKey>();
}

}  // namespace sihu
