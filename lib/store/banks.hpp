#pragma once

#include "document/bank.hpp"
#include "store/workspace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A bank as it is used, with the digest of its text.
struct KeptBank {
  Bank bank;
  std::string name;    ///< `banks/<id>.yaml`
  std::string digest;  ///< SHA-256 of the text, 64 hex digits
};

/// `banks/<id>.yaml`.
std::string bank_name(std::string_view id);

/// The ids of `banks/*.yaml`, by name.
Result<std::vector<std::string>> bank_ids(const Workspace& workspace);

/// One bank. `Kind::input` with all its faults, or where there is none of that id.
Result<KeptBank> read_bank(const Workspace& workspace, std::string_view id);

/// All banks, by id. `Kind::input` with the faults of all of them, also where a question of one has
/// the id of a question of another.
Result<std::vector<KeptBank>> read_banks(const Workspace& workspace);

/// Writes a bank that is not there yet; false, and nothing is changed, when there is one.
Result<bool> create_bank(const Workspace& workspace, const Bank& bank);

/// Writes a bank in place of what was there, or leaves that: beside, flushed, renamed.
Result<void> save_bank(const Workspace& workspace, const Bank& bank);

}  // namespace sihu
