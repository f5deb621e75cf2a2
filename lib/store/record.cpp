#include "store/record.hpp"

#include "ledger/batch.hpp"
#include "store/append.hpp"
#include "store/evidence.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "store/workspace.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

// `ledger/<quarter>/<home>.<device>.tsv`, also when its header is not whole.
bool is_own(const LedgerFile& file, const Device& device) {
  return file.name.ends_with("/" + device.home + "." + device.id + ".tsv");
}

bool is_own_fork(const LedgerFile& file, const Device& device) {
  return file.name.find("." + device.id + "~") != std::string::npos;
}

Result<Instant> clock_of(const Author& author, bool practice) {
  if (!author.pretended) return author.clock;
  if (practice) return *author.pretended;
  return fail(
      Kind::usage, "now-while-recording",
      phrase(Text{"记录时不能用 --now：本工作区不是练习用的（practice: true）",
                  "--now does not count when recording: this is no workspace to practise in "
                  "(practice: true)"}),
      phrase(Text{"补录以前的工作用 --on 日期 --reason 原因",
                  "record earlier work with --on DATE --reason TEXT"}));
}

Result<void> check_not_forked(const std::vector<LedgerFile>& files, const Device& device) {
  for (const LedgerFile& file : files)
    if (is_own_fork(file, device))
      return fail(Kind::integrity,
                  {Fault{Place{file.name}, "device-forked",
                         phrase(Text{"设备 {0} 的台账有分叉，不能再续写",
                                     "the files of device {0} are forked, it may not write again"},
                                device.id),
                         phrase(Text{"用 sihu me --new-device 换一个设备号",
                                     "take a new device id with sihu me --new-device"})}});
  return {};
}

Result<void> keep_documents(const fs::path& root, const std::string& organisation,
                            const Decision& decision) {
  std::vector<std::string_view> documents{organisation};
  documents.insert(documents.end(), decision.documents.begin(), decision.documents.end());
  for (const std::string_view document : documents)
    if (auto kept = keep_bytes(root, document, "yaml"); !kept) return tl::unexpected(kept.error());
  return {};
}

// What a crash left behind is moved away, whichever quarter it lies in.
Result<std::vector<Fault>> repair(const fs::path& root, const std::vector<LedgerFile>& own) {
  std::vector<Fault> notes;
  for (const LedgerFile& file : own) {
    if (file.bytes <= file.whole_bytes) continue;
    const auto note = move_torn_tail(root / file.name, file.name, file.whole_bytes);
    if (!note) return tl::unexpected(note.error());
    if (*note) notes.push_back(**note);
  }
  return notes;
}

std::uint64_t size_of(const std::vector<LedgerFile>& own, const std::string& name) {
  const auto found = std::ranges::find(own, name, &LedgerFile::name);
  return found == own.end() ? 0 : found->whole_bytes;
}

// Everything that has to be on the disk before it may be said that it was recorded.
Result<Receipt> write_down(const Workspace& workspace, const Decision& decision,
                           const std::vector<LedgerFile>& own, Batch batch) {
  const std::string name = "ledger/" + ledger_file_name(batch.header);
  const auto file = path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  if (!batch.new_file) {
    const auto sound =
        read_own_ledger_file(workspace.root(), name, batch.header.organisation, true);
    if (!sound) return tl::unexpected(sound.error());
  }
  if (auto kept = keep_documents(workspace.root(), workspace.organisation_text(), decision); !kept)
    return tl::unexpected(kept.error());
  auto notes = repair(workspace.root(), own);
  if (!notes) return tl::unexpected(notes.error());
  if (auto done = append_to_file(*file, name, size_of(own, name), batch.bytes); !done)
    return tl::unexpected(done.error());
  return Receipt{std::move(batch.events), std::move(*notes)};
}

Writer writer_for(const Workspace& workspace, const Author& author, RoleName role, Instant clock) {
  return {workspace.organisation().id,
          author.device.home,
          author.device.id,
          author.person,
          std::string(to_string(role)),
          workspace.organisation_digest().substr(0, 16),
          clock};
}

Result<Lock> lock_device(const Workspace& workspace, const Device& device,
                         std::chrono::milliseconds patience) {
  const auto file = path_inside(workspace.root(), ".sihu/lock." + device.id);
  if (!file) return tl::unexpected(file.error());
  return Lock::take(*file, patience);
}

// Under the lock: read, ask, write.
Result<Receipt> record_locked(const Workspace& workspace, const Author& author, Instant clock,
                              const std::function<Result<Decision>(const Ledger&)>& decide) {
  auto files = read_ledger_files(workspace.root(), workspace.organisation().id, false);
  if (!files) return tl::unexpected(files.error());
  if (auto whole = check_not_forked(*files, author.device); !whole)
    return tl::unexpected(whole.error());
  std::vector<LedgerFile> own;
  std::vector<FileEnd> ends;
  std::ranges::copy_if(*files, std::back_inserter(own),
                       [&](const LedgerFile& file) { return is_own(file, author.device); });
  std::ranges::transform(own, std::back_inserter(ends), end_of);
  const Ledger ledger = join_ledger(std::move(*files));

  const auto decision = decide(ledger);
  if (!decision) return tl::unexpected(decision.error());
  if (decision->drafts.empty()) return Receipt{};
  auto batch = write_batch(decision->drafts, writer_for(workspace, author, decision->role, clock),
                           ledger, ends, workspace.zone());
  if (!batch) return tl::unexpected(batch.error());
  return write_down(workspace, *decision, own, std::move(*batch));
}

}  // namespace

Result<Receipt> Workspace::record(
    const Author& author, const std::function<Result<Decision>(const Ledger&)>& decide) const {
  return record_within(*this, author, decide, lock_patience);
}

Result<Receipt> record_within(const Workspace& workspace, const Author& author,
                              const std::function<Result<Decision>(const Ledger&)>& decide,
                              std::chrono::milliseconds patience) {
  const auto clock = clock_of(author, workspace.organisation().practice);
  if (!clock) return tl::unexpected(clock.error());
  const auto lock = lock_device(workspace, author.device, patience);
  if (!lock) return tl::unexpected(lock.error());
  return record_locked(workspace, author, *clock, decide);
}

}  // namespace sihu
