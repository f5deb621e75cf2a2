#include "store/files_with.hpp"

#include "store/find_bytes.hpp"
#include "store/ledger_files.hpp"
#include "store/mapped.hpp"
#include "store/threads.hpp"

#include <optional>
#include <string>

namespace sihu {
namespace {

using Found = std::optional<Result<LedgerFile>>;

Found look(const Workspace& workspace, const std::string& name, std::string_view text) {
  const auto file = plain_path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  const auto mapped = MappedFile::open(*file, name);
  if (!mapped) return tl::unexpected(mapped.error());
  if (!has_bytes(mapped->bytes(), text)) return std::nullopt;
  return read_own_ledger_file(workspace.root(), name, workspace.organisation().id, false);
}

}  // namespace

Result<std::vector<LedgerFile>> read_files_with(const Workspace& workspace, std::string_view text) {
  const auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  std::vector<Found> found(names->size());
  share_out(found.size(), threads_for(found.size()),
            [&](std::size_t i, std::size_t) { found[i] = look(workspace, (*names)[i], text); });
  std::vector<Result<LedgerFile>> files;
  for (Found& file : found)
    if (file) files.push_back(std::move(*file));
  return all_or_faults(std::move(files));
}

Result<Redactions> redactions_now(const Workspace& workspace) {
  const auto files = read_files_with(workspace, '\t' + std::string(redaction_event) + '\t');
  if (!files) return tl::unexpected(files.error());
  Redactions redactions;
  for (const LedgerFile& file : *files)
    for (const Event& event : file.events) redactions.take(event);
  return redactions;
}

}  // namespace sihu
