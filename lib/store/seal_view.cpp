#include "store/seal_view.hpp"

#include "store/files.hpp"
#include "store/files_with.hpp"
#include "store/ledger_files.hpp"
#include "store/mapped.hpp"
#include "store/seal_bytes.hpp"
#include "store/seal_documents.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> archived(const SealedFile& file) {
  return fail(Kind::refused, "sealed-file-archived",
              phrase(Text{"ledger/{0} 已随其季度归档，这里没有封签时的全部内容",
                          "ledger/{0} was archived with its quarter, so not all that was sealed is "
                          "here"},
                     file.name),
              phrase(Text{"在一个封签时的副本中看",
                          "look at it in a copy from before the quarter was archived"}));
}

// Where the sealed bytes are now.
Result<SealedView> view_of(const Workspace& workspace, const Seal& seal, const Ledger& lines) {
  const auto bytes = SealedBytes::compare(workspace, {seal});
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto faults = bytes->faults({seal}, lines); !faults.empty())
    return fail(Kind::integrity, std::move(faults));
  SealedView view{lines.entries[seal.entry].event.at, {}};
  for (const SealedFile& file : seal.files)
    if (bytes->is_archived(file)) return archived(file);
  for (const SealedFile& file : seal.files) view.files[*bytes->find(file)] = file.bytes;
  return view;
}

Result<LedgerFile> read_sealed_file(const Workspace& workspace, const std::string& name,
                                    std::uint64_t bytes) {
  const auto file = plain_path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  const auto mapped = MappedFile::open(*file, name);
  if (!mapped) return tl::unexpected(mapped.error());
  return read_ledger_file(mapped->bytes().substr(0, bytes), name, false);
}

}  // namespace

Result<Workspace> Workspace::as_sealed(std::string_view fingerprint) const {
  const auto lines = read_seal_lines(*this);
  if (!lines) return tl::unexpected(lines.error());
  const SealList list = read_seals(*lines);
  const auto seal = list.find(fingerprint);
  if (!seal) return tl::unexpected(seal.error());
  const Event& closing = lines->entries[(*seal)->entry].event;
  auto view = view_of(*this, **seal, *lines);
  if (!view) return tl::unexpected(view.error());
  auto text = kept_document(root_, closing.get("org"));
  if (!text) return tl::unexpected(text.error());
  Workspace workspace;
  workspace.root_ = root_;
  workspace.organisation_text_ = std::move(*text);
  if (auto read = workspace.read_organisation(); !read) return tl::unexpected(read.error());
  auto documents = read_sealed_documents(root_, closing.get("doc"));
  if (!documents) return tl::unexpected(documents.error());
  workspace.workdays_ = std::move(documents->workdays);
  workspace.documents_ = std::move(documents->others);
  workspace.sealed_ = std::move(*view);
  return workspace;
}

Result<Ledger> read_sealed_ledger(const Workspace& workspace) {
  std::vector<Result<LedgerFile>> files;
  for (const auto& [name, bytes] : workspace.sealed()->files)
    files.push_back(read_sealed_file(workspace, name, bytes));
  auto all = all_or_faults(std::move(files));
  if (!all) return tl::unexpected(all.error());
  // What is to be hidden today is hidden in what was sealed before, too.
  const auto redactions = redactions_now(workspace);
  if (!redactions) return tl::unexpected(redactions.error());
  return join_ledger(std::move(*all), *redactions);
}

}  // namespace sihu
