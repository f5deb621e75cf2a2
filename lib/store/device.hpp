#pragma once

#include "ledger/grammar.hpp"
#include "wording/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// This machine, user and workspace folder, as ledger files name it.
struct Device {
  std::string id;    ///< six letters and digits without look-alikes: `k7m2qx`
  std::string home;  ///< branch whose file it writes; `hq` for the committee's
};

/// What is remembered outside the workspace, in `$XDG_STATE_HOME/sihu/`.
struct LocalState {
  std::optional<Device> device;
  std::string person;  ///< who I am here; may be empty
};

/// The memory for the workspace at `root`: one small file, named after the folder. It is not
/// believed when machine-id, inode or birth time of the folder differ: a copied folder mints a new
/// device. `state_home` is `$XDG_STATE_HOME`, or `~/.local/state`.
Result<LocalState> load_local_state(const std::filesystem::path& state_home,
                                    const std::filesystem::path& root);
Result<void> save_local_state(const std::filesystem::path& state_home,
                              const std::filesystem::path& root, const LocalState& state);

/// Where that memory is.
Result<std::filesystem::path> local_state_file(const std::filesystem::path& state_home,
                                               const std::filesystem::path& root);

/// The device that is remembered there, or else a new one, which is; asked by many commands at once
/// it is the same one. `retired`: the id of one that must not write again, so that there is a new
/// one in its place. A lock that can't be had is `Kind::environment`.
Result<Device> mint_device(const std::filesystem::path& state_home,
                           const std::filesystem::path& root, const std::string& home,
                           std::string_view retired = {});

/// A fresh device id from the machine's random source.
std::string mint_device_id();

}  // namespace sihu
