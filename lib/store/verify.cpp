#include "store/verify.hpp"

#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "store/verify_evidence.hpp"
#include "store/verify_history.hpp"

#include <algorithm>

namespace sihu {
namespace {

void take_failure(Failure failure, Verification& found) {
  std::ranges::move(failure.faults, std::back_inserter(found.faults_of(failure.kind)));
}

void note_fork(const LedgerFile& file, Verification& found) {
  if (file.name.find('~') == std::string::npos) return;
  found.notes.push_back(
      Fault{.place = Place{file.name},
            .name = "fork",
            .what = phrase(Text{"这是设备 {0} 台账的一个分叉，其中各行同样计入",
                                "a fork of the file of device {0}; its lines count as all others"},
                           file.header.device),
            .warning = true});
}

// The file for the ledger, unless it is damaged.
void take_file(Result<LedgerFile> file, std::vector<LedgerFile>& files, Verification& found) {
  ++found.files;
  if (!file) return take_failure(std::move(file.error()), found);
  note_fork(*file, found);
  found.lines += file->events.size();
  files.push_back(std::move(*file));
}

}  // namespace

Result<Verification> verify_workspace(const Workspace& workspace, Instant now) {
  Verification found;
  const auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  std::vector<LedgerFile> files;
  for (const std::string& name : *names)
    take_file(read_own_ledger_file(workspace.root(), name, workspace.organisation().id, true),
              files, found);
  const Ledger ledger = join_ledger(std::move(files));
  found.notes.insert(found.notes.end(), ledger.notes.begin(), ledger.notes.end());
  check_evidence(workspace.root(), ledger, found);
  check_histories(ledger, workspace.organisation(), workspace.zone(), found);
  check_authority(ledger, workspace.organisation(), workspace.zone(), found);
  check_clocks(ledger, now, found);
  return found;
}

Verification verify_ledger_files(
    const std::vector<std::pair<std::filesystem::path, std::string>>& files) {
  Verification found;
  std::vector<LedgerFile> read;
  for (const auto& file : files)
    take_file(read_file(file.first, file.second).and_then([&](const std::string& text) {
      return read_ledger_file(text, file.second, true);
    }),
              read, found);
  for (LedgerFile& file : read) std::ranges::move(file.notes, std::back_inserter(found.notes));
  return found;
}

}  // namespace sihu
