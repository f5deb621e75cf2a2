#pragma once

#include "exam/sealed_bank.hpp"
#include "store/papers.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace sihu {

/// `Kind::refused` when a file lies, or would lie, in a workspace: at or below a folder with a
/// sihu.yaml, by its path or by where links lead. `name` is how messages call it.
Result<void> check_outside_workspaces(const std::filesystem::path& file, const std::string& name);

/// A bank that lies in no workspace.
Result<BankDocument> read_bank_outside(const std::filesystem::path& file, const std::string& name);

/// Keeps a bank with keys in a new file for its owner alone, there whole or not at all, with random
/// bytes of the machine's source. A file that has this bank already is left as it is, random bytes
/// and all, so that a drawing that was cut short can be repeated; one that has anything else is
/// `Kind::refused`.
Result<BankKey> keep_bank_key(const std::filesystem::path& file, const std::string& name,
                              const std::string& text);

/// Why `keep_bank_key` would refuse, as far as it is known without writing: for a trial run.
Result<void> check_bank_key(const std::filesystem::path& file, const std::string& name,
                            const std::string& text);

/// Reads one.
Result<BankKey> read_bank_key(const std::filesystem::path& file, const std::string& name);

}  // namespace sihu
