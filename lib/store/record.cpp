#include "store/record.hpp"

#include "base/ed25519.hpp"
#include "ledger/batch.hpp"
#include "store/append.hpp"
#include "store/evidence.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "store/own_end.hpp"
#include "store/problem_lines.hpp"
#include "store/workspace.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

using Read = std::function<Result<Ledger>()>;

// `ledger/<quarter>/<home>.<device>.tsv`, also when its header is not whole.
bool is_own(const std::string& name, const Device& device) {
  return name.ends_with("/" + device.home + "." + device.id + ".tsv");
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

Result<void> check_not_forked(const std::vector<std::string>& names, const Device& device) {
  for (const std::string& name : names)
    if (is_fork_of(name, device.id))
      return fail(Kind::integrity,
                  {Fault{Place{name}, "device-forked",
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
Result<std::vector<Fault>> repair(const fs::path& root, const std::vector<OwnEnd>& own) {
  std::vector<Fault> notes;
  for (const OwnEnd& file : own) {
    if (file.bytes <= file.whole_bytes) continue;
    const auto note = move_torn_tail(root / file.name, file.name, file.whole_bytes);
    if (!note) return tl::unexpected(note.error());
    if (*note) notes.push_back(**note);
  }
  return notes;
}

std::uint64_t size_of(const std::vector<OwnEnd>& own, const std::string& name) {
  const auto found = std::ranges::find(own, name, &OwnEnd::name);
  return found == own.end() ? 0 : found->whole_bytes;
}

// Everything that has to be on the disk before it may be said that it was recorded.
Result<Receipt> write_down(const Workspace& workspace, const Decision& decision,
                           const std::vector<OwnEnd>& own, Batch batch) {
  const std::string name = "ledger/" + ledger_file_name(batch.header);
  const auto file = path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  if (auto kept = keep_documents(workspace.root(), workspace.organisation_text(), decision); !kept)
    return tl::unexpected(kept.error());
  auto notes = repair(workspace.root(), own);
  if (!notes) return tl::unexpected(notes.error());
  if (auto done = append_to_file(*file, name, size_of(own, name), batch.bytes); !done)
    return tl::unexpected(done.error());
  return Receipt{std::move(batch.events), std::move(*notes)};
}

Writer writer_for(const Workspace& workspace, const Author& author, RoleName role, Instant clock) {
  Writer writer{workspace.organisation().id,
                author.device.home,
                author.device.id,
                author.person,
                std::string(to_string(role)),
                workspace.organisation_digest().substr(0, 16),
                clock};
  if (!author.key) return writer;
  writer.sign = [seed = author.key->seed](std::string_view message) {
    return ed25519_sign(message, seed);
  };
  // A seal is signed by whoever can; a step where sihu.yaml wants it.
  writer.signed_events.emplace_back("seal.close");
  for (const SignedStep& one : workspace.organisation().signed_steps)
    writer.signed_events.push_back(event_of(one));
  return writer;
}

// What sihu.yaml wants signed needs a key.
Result<void> check_can_sign(const Workspace& workspace, const Author& author,
                            const Decision& decision, Instant clock) {
  const Date day = workspace.zone().date_of(clock);
  if (author.key) return {};
  for (const Draft& draft : decision.drafts)
    if (workspace.organisation().demands_signature(draft.name, day))
      return fail(
          Kind::refused, "signature-needed",
          phrase(
              Text{"sihu.yaml 要求 {0} 须签名，而本机没有 {1} 当前有效的私钥",
                   "sihu.yaml wants {0} signed, and there is no key of {1} here that holds today"},
              draft.name, author.person),
          phrase(
              Text{"用 sihu key new 做一个，由委员会把公钥写进 sihu.yaml 的 keys",
                   "make one with sihu key new; the committee puts it under keys in sihu.yaml"}));
  return {};
}

Result<Lock> lock_device(const Workspace& workspace, const Device& device,
                         std::chrono::milliseconds patience) {
  const auto file = path_inside(workspace.root(), ".sihu/lock." + device.id);
  if (!file) return tl::unexpected(file.error());
  return Lock::take(*file, patience);
}

Result<std::vector<OwnEnd>> own_ends(const Workspace& workspace, const Device& device) {
  const auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  if (auto whole = check_not_forked(*names, device); !whole) return tl::unexpected(whole.error());
  std::vector<OwnEnd> own;
  for (const std::string& name : *names) {
    if (!is_own(name, device)) continue;
    auto end = read_own_end(workspace.root(), name, workspace.organisation().id);
    if (!end) return tl::unexpected(end.error());
    own.push_back(std::move(*end));
  }
  return own;
}

// Under the lock: read, ask, write.
Result<Receipt> record_locked(const Workspace& workspace, const Author& author, Instant clock,
                              const Read& read, const Decide& decide) {
  auto own = own_ends(workspace, author.device);
  if (!own) return tl::unexpected(own.error());
  const auto ledger = read();
  if (!ledger) return tl::unexpected(ledger.error());
  const auto decision = decide(*ledger);
  if (!decision) return tl::unexpected(decision.error());
  if (decision->drafts.empty()) return Receipt{};
  if (auto able = check_can_sign(workspace, author, *decision, clock); !able)
    return tl::unexpected(able.error());
  std::vector<FileEnd> ends;
  std::ranges::transform(*own, std::back_inserter(ends), &OwnEnd::end);
  auto batch = write_batch(decision->drafts, writer_for(workspace, author, decision->role, clock),
                           *ledger, ends, workspace.zone());
  if (!batch) return tl::unexpected(batch.error());
  return write_down(workspace, *decision, *own, std::move(*batch));
}

Result<Receipt> record_reading(const Workspace& workspace, const Author& author, const Read& read,
                               const Decide& decide, std::chrono::milliseconds patience) {
  const auto clock = clock_of(author, workspace.organisation().practice);
  if (!clock) return tl::unexpected(clock.error());
  const auto lock = lock_device(workspace, author.device, patience);
  if (!lock) return tl::unexpected(lock.error());
  return record_locked(workspace, author, *clock, read, decide);
}

}  // namespace

Result<Receipt> Workspace::record(const Author& author, const Decide& decide) const {
  return record_within(*this, author, decide, lock_patience);
}

Result<Receipt> Workspace::record_step(const Author& author, std::string_view problem,
                                       const Decide& decide) const {
  const Read read = [&] { return read_problem_lines(*this, problem); };
  return record_reading(*this, author, read, decide, lock_patience);
}

Result<Receipt> record_seeing(const Workspace& workspace, const Author& author, const Read& read,
                              const Decide& decide) {
  return record_reading(workspace, author, read, decide, lock_patience);
}

Result<Receipt> record_within(const Workspace& workspace, const Author& author,
                              const Decide& decide, std::chrono::milliseconds patience) {
  return record_reading(
      workspace, author, [&] { return workspace.read_ledger(); }, decide, patience);
}

}  // namespace sihu
