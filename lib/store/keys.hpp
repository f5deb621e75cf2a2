#pragma once

#include "document/organisation.hpp"
#include "wording/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// A secret key, to sign with.
struct SigningKey {
  std::string key;   ///< the public one: Ed25519, 64 hex digits
  std::string seed;  ///< the secret: 64 hex digits
};

/// A secret key on this machine, without its secret.
struct KeptKey {
  std::filesystem::path file;
  std::string key;
  std::string organisation;
  std::string person;
};

/// Makes a key for a person from the machine's random source and keeps it below `config_home`
/// (`$XDG_CONFIG_HOME`), in `sihu/keys/`, readable by its owner alone. `Kind::refused` when that
/// lies inside the workspace: secrets don't travel with it.
Result<KeptKey> make_key(const std::filesystem::path& config_home,
                         const std::filesystem::path& root, const std::string& organisation,
                         const std::string& person);

/// All that are kept there, by their names. A file that others may read is a fault,
/// `Kind::refused`.
Result<std::vector<KeptKey>> kept_keys(const std::filesystem::path& config_home);

/// The key with which a person signs on that day: the last in sihu.yaml that holds then and is kept
/// here. Nothing: there is none.
Result<std::optional<SigningKey>> signing_key(const std::filesystem::path& config_home,
                                              const Person& person, Date day);

}  // namespace sihu
