#pragma once

#include "store/extract_lines.hpp"
#include "store/workspace.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace sihu {

/// A file of an extract: its bytes, or whose bytes it has.
struct ExtractFile {
  std::string name;        ///< below the workspace
  std::string bytes = {};  ///< where `from` is empty
  std::filesystem::path from = {};
};

/// A workspace for one branch alone, ready to be written.
struct Extract {
  std::string branch;
  std::vector<ExtractFile> files;  ///< sihu.yaml last: it is what makes a folder a workspace
  std::size_t ledger_files = 0;
  std::size_t kept = 0;      ///< lines
  std::size_t omitted = 0;   ///< lines that stand for others, in those files
  std::size_t evidence = 0;  ///< files, documents included
  std::size_t people = 0;    ///< with their names
  std::size_t others = 0;    ///< by id alone
};

/// What the people of `branch` need to work on, and nobody else's data: sihu.yaml by
/// `extract_organisation`, the lines by `extract_lines` and the evidence they rest on, the branch's
/// rows of plans and registers, and the documents that everybody has (checklists, rubrics, courses,
/// banks, papers, calendars, schemas). Of others only who recorded those lines, and the secretaries
/// of branches that the plans have it inspect, by id.
///
/// Reads only. `Kind::refused` when the workspace is itself an extract; every fault of every
/// document that has to be cut.
Result<Extract> make_extract(const Workspace& workspace, const std::string& branch);

/// Writes it as `folder`, which must not be there or be empty (`folder-not-empty`, `Kind::refused`;
/// `shown` is how messages call it): in a folder beside it, flushed, renamed. When that fails
/// nothing is left; likewise when `interrupted` says so before that.
Result<void> write_extract(const Extract& extract, const std::filesystem::path& folder,
                           const std::string& shown, const std::function<bool()>& interrupted = {});

/// `folder-not-empty`, or nothing.
Result<void> check_free(const std::filesystem::path& folder, const std::string& shown);

}  // namespace sihu
