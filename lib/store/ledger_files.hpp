#pragma once

#include "ledger/file.hpp"
#include "ledger/outline.hpp"
#include "ledger/plain_file.hpp"
#include "store/files.hpp"
#include "wording/result.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

namespace sihu {

/// Every `ledger/*/*.tsv` below `root`, as `ledger/2026Q4/zb03.k7m2qx.tsv`, sorted by bytes.
Result<std::vector<std::string>> ledger_file_names(const std::filesystem::path& root);

/// Reads one of them: `read_ledger_file`, and its name must be the one that its header says (a fork
/// has `~<key>` before `.tsv`), its organisation the workspace's.
Result<LedgerFile> read_own_ledger_file(const std::filesystem::path& root, const std::string& name,
                                        std::string_view organisation, bool check_chain);

/// A ledger file whose lines were shown to somebody and not kept.
struct PassedFile {
  std::string name;
  Header header;
  std::uint64_t whole_bytes = 0;  ///< where its last line that counts ends
  std::size_t lines = 0;          ///< event lines that count
  std::vector<Fault> notes;       ///< as `LedgerFile` has them
};

/// Who looks at the lines of a file one by one.
class LineTaker {
 public:
  virtual ~LineTaker() = default;
  virtual void take(const PlainLine& line, std::string_view bytes, std::uint32_t number) = 0;
  /// The lines of this file that were taken so far come again, or it is damaged.
  virtual void forget() = 0;

  std::string buffer = {};  ///< holds the bytes of a file after the other
};

/// `read_own_ledger_file` for files that are too many to be kept: its lines go to `taker`, its
/// faults and notes are the same.
Result<PassedFile> pass_own_ledger_file(const std::filesystem::path& root, const std::string& name,
                                        std::string_view organisation, bool check_chain,
                                        LineTaker& taker);

/// The same for a file by itself, wherever it lies.
Result<PassedFile> pass_ledger_file(const std::filesystem::path& file, const std::string& name,
                                    bool check_chain, LineTaker& taker);

/// All of `files`, or every fault of every one in one failure: 4 if one could not be read, else 6.
template <typename File>
Result<std::vector<File>> all_or_faults(std::vector<Result<File>> files);

/// Reads all of them, or every fault of every one in one failure.
Result<std::vector<LedgerFile>> read_ledger_files(const std::filesystem::path& root,
                                                  std::string_view organisation, bool check_chain);

/// The header in a file's first line (no LF), if it is this organisation's and the file's name is
/// what it says; `Kind::integrity` otherwise.
Result<Header> read_own_header(std::string_view line, const std::string& name,
                               std::string_view organisation);

/// A ledger file, open for reading; a link that leads out of the workspace is refused.
Result<Descriptor> open_ledger_file(const std::filesystem::path& root, const std::string& name);

/// The outline of a ledger file anywhere: its two ends are read, no more. As `outline`; 4 when it
/// can't be read. If its last line is at fault, all of it is read to say which one that is, and
/// whatever else is wrong.
Result<Outline> read_outline(const std::filesystem::path& file, const std::string& name);

/// What is wrong with a file of another organisation's, at `name`.
Fault foreign_file(const std::string& name, std::string_view its, std::string_view ours);

/// Why a file of that name is not the workspace's, by its header: another organisation's
/// (`foreign-organisation`), or it should have another name (`misnamed-file`).
std::vector<Fault> check_belongs(const Header& header, const std::string& name,
                                 std::string_view organisation);

/// Whether a file name is that of a fork of this device's file.
bool is_fork_of(std::string_view name, std::string_view device);

/// Whether the workspace has such a fork: then the device may not write again.
Result<bool> is_forked(const std::filesystem::path& root, std::string_view device);
template <typename File>
Result<std::vector<File>> all_or_faults(std::vector<Result<File>> files) {
  std::vector<File> sound;
  Failure failure{Kind::integrity, {}};
  for (Result<File>& file : files) {
    if (file) {
      sound.push_back(std::move(*file));
      continue;
    }
    add_failure(failure, std::move(file.error()));
  }
  if (failure.faults.empty()) return sound;
  if (failure.faults.back().hint.empty())
    failure.faults.back().hint =
        phrase(Text{"用 sihu verify 查看全部问题；从备份或其他副本恢复该文件",
                    "sihu verify shows all of it; restore the file from a copy"});
  return tl::unexpected(std::move(failure));
}

}  // namespace sihu
