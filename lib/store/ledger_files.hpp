#pragma once

#include "ledger/file.hpp"
#include "ledger/outline.hpp"
#include "store/files.hpp"
#include "wording/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace sihu {

/// Every `ledger/*/*.tsv` below `root`, as `ledger/2026Q4/zb03.k7m2qx.tsv`, sorted by bytes.
Result<std::vector<std::string>> ledger_file_names(const std::filesystem::path& root);

/// Reads one of them: `read_ledger_file`, and its name must be the one that its header says (a fork
/// has
/// `~<key>` before `.tsv`), its organisation the workspace's.
Result<LedgerFile> read_own_ledger_file(const std::filesystem::path& root, const std::string& name,
                                        std::string_view organisation, bool check_chain);

/// Reads all of them; every fault of every file in one failure: 4 if one could not be read, else 6.
Result<std::vector<LedgerFile>> read_ledger_files(const std::filesystem::path& root,
                                                  std::string_view organisation, bool check_chain);

/// The header in a file's first line (no LF), if it is this organisation's and the file's name is
/// what it says; `Kind::integrity` otherwise.
Result<Header> read_own_header(std::string_view line, const std::string& name,
                               std::string_view organisation);

/// A ledger file, open for reading; a link that leads out of the workspace is refused.
Result<Descriptor> open_ledger_file(const std::filesystem::path& root, const std::string& name);

/// The outline of a ledger file anywhere: its two ends are read, no more. As `outline`; 4 when it
/// can't be read.
Result<Outline> read_outline(const std::filesystem::path& file, const std::string& name);

/// What is wrong with a file of another organisation's, at `name`.
Fault foreign_file(const std::string& name, std::string_view its, std::string_view ours);

/// Whether a file name is that of a fork of this device's file.
bool is_fork_of(std::string_view name, std::string_view device);

/// Whether the workspace has such a fork: then the device may not write again.
Result<bool> is_forked(const std::filesystem::path& root, std::string_view device);

}  // namespace sihu
