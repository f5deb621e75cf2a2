#include "store/seal.hpp"

#include "base/sha256.hpp"
#include "ledger/chain.hpp"
#include "ledger/signature.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "store/record.hpp"
#include "store/seal_bytes.hpp"
#include "store/seal_documents.hpp"
#include "store/threads.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

constexpr std::string_view folder = "ledger/";

// Looks at a file's lines only to see whether they are sound.
class Looker : public LineTaker {
 public:
  void take(const PlainLine&, std::string_view, std::uint32_t) override {}
  void forget() override {}
};

// A file as it is now, and the check it ends with.
struct Looked {
  SealedFile file;
  std::string last_check;
};

Result<Looked> look_at(const Workspace& workspace, const std::string& name, Looker& looker) {
  const auto passed =
      pass_own_ledger_file(workspace.root(), name, workspace.organisation().id, true, looker);
  if (!passed) return tl::unexpected(passed.error());
  const std::string_view whole(looker.buffer.data(), passed->whole_bytes);
  const std::size_t header = whole.find('\n') + 1;
  if (whole.size() == header) return Looked{};
  return Looked{{name.substr(folder.size()), whole.size(), sha256_hex(whole)},
                std::string(whole.substr(whole.size() - check_digits - 1, check_digits))};
}

// Every file as it is now, its chain checked. One that a crash left without a line has nothing.
Result<std::vector<Looked>> files_now(const Workspace& workspace) {
  const auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  std::vector<Result<Looked>> looks(names->size());
  std::vector<Looker> lookers(threads_for(names->size()));
  share_out(names->size(), lookers.size(), [&](std::size_t i, std::size_t thread) {
    looks[i] = look_at(workspace, (*names)[i], lookers[thread]);
  });
  auto files = all_or_faults(std::move(looks));
  if (!files) return files;
  std::erase_if(*files, [](const Looked& looked) { return looked.last_check.empty(); });
  std::ranges::sort(*files, {}, [](const Looked& looked) { return looked.file.name; });
  return files;
}

std::vector<SealedFile> sealed_files(const std::vector<Looked>& files) {
  std::vector<SealedFile> list;
  for (const Looked& looked : files) list.push_back(looked.file);
  return list;
}

// The last seal whose closing line has that subject.
const Seal* last_of(const std::string& subject, const SealList& list, const Ledger& lines) {
  for (auto seal = list.seals.rbegin(); seal != list.seals.rend(); ++seal)
    if (lines.entries[seal->entry].event.subject == subject) return &*seal;
  return nullptr;
}

// Whether all that is new is the lines of `seal` itself, at the end of the device's own file.
bool stands(const Seal& seal, const Ledger& lines, const std::vector<Looked>& files) {
  const Entry& closing = lines.entries[seal.entry];
  const std::string own = lines.files[closing.file].name.substr(folder.size());
  std::vector<SealedFile> then = seal.files;
  std::erase_if(then, [&](const SealedFile& file) { return file.name == own; });
  std::vector<SealedFile> now;
  for (const Looked& looked : files) {
    if (looked.file.name != own)
      now.push_back(looked.file);
    else if (looked.last_check != closing.event.check)
      return false;
  }
  return now == then;
}

RoleName strongest_role(const Workspace& workspace, const Author& author) {
  const Person* person = workspace.organisation().find_person(author.person);
  const Date today = workspace.zone().date_of(author.clock);
  for (const RoleName role :
       {RoleName::committee, RoleName::leader, RoleName::inspector, RoleName::secretary})
    if (person && person->has_role(role, today)) return role;
  return RoleName::member;
}

std::size_t changed_since(const Seal* last, const std::vector<SealedFile>& files) {
  return static_cast<std::size_t>(std::ranges::count_if(files, [&](const SealedFile& file) {
    return !last || std::ranges::find(last->files, file) == last->files.end();
  }));
}

Quarter quarter_of(const Workspace& workspace, const Author& author) {
  const bool pretends = author.pretended && workspace.organisation().practice;
  return Quarter::of(workspace.zone().date_of(pretends ? *author.pretended : author.clock));
}

// One sealing under way.
class Sealing {
 public:
  Sealing(const Workspace& workspace, const Author& author, const std::string& note)
      : workspace_(workspace),
        author_(author),
        note_(note),
        subject_(seal_subject(quarter_of(workspace, author), author.device.id)) {}

  Result<Decision> decide(const Ledger& lines) {
    const SealList list = read_seals(lines);
    if (auto whole = check_earlier(list, lines); !whole) return tl::unexpected(whole.error());
    const auto files = files_now(workspace_);
    if (!files) return tl::unexpected(files.error());
    const Seal* last = last_of(subject_, list, lines);
    if (files->empty()) return Decision{};
    const auto documents = documents_to_seal(workspace_);
    if (!documents) return tl::unexpected(documents.error());
    receipt.notes = documents->notes;
    // One that is not signed yet gives way to one that is.
    const bool standing = last && stands(*last, lines, *files) &&
                          has_documents(lines.entries[last->entry].event, *documents) &&
                          (!author_.key || lines.entries[last->entry].event.has(signature_key));
    const std::vector<SealedFile> sealed = standing ? last->files : sealed_files(*files);
    receipt.fingerprint = seal_fingerprint(sealed);
    receipt.files = sealed.size();
    for (const SealedFile& file : sealed) receipt.bytes += file.bytes;
    return standing ? Decision{} : write(sealed, last, *documents);
  }

  SealReceipt receipt;

 private:
  Result<void> check_earlier(const SealList& list, const Ledger& lines) const {
    const auto bytes = SealedBytes::compare(workspace_, list.seals);
    if (!bytes) return tl::unexpected(bytes.error());
    auto faults = bytes->faults(list.seals, lines);
    faults.insert(faults.begin(), list.faults.begin(), list.faults.end());
    if (!faults.empty()) return fail(Kind::integrity, std::move(faults));
    return {};
  }

  // By others the seal would make something else again than what is shown today.
  bool has_documents(const Event& closing, const DocumentsToSeal& documents) const {
    return workspace_.organisation_digest().starts_with(closing.get("org")) &&
           closing.get("doc") == documents.digests();
  }

  Decision write(const std::vector<SealedFile>& files, const Seal* last,
                 const DocumentsToSeal& documents) {
    Decision decision;
    decision.role = strongest_role(workspace_, author_);
    decision.drafts = seal_drafts(files, last ? last->files : std::vector<SealedFile>(), subject_,
                                  note_, documents.digests());
    decision.documents = documents.texts;
    receipt.written = true;
    receipt.changed = changed_since(last, files);
    if (author_.key) receipt.key = author_.key->key;
    return decision;
  }

  const Workspace& workspace_;
  const Author& author_;
  const std::string& note_;
  std::string subject_;
};

}  // namespace

Result<SealReceipt> make_seal(const Workspace& workspace, const Author& author,
                              const std::string& note) {
  Sealing sealing(workspace, author, note);
  auto written = record_seeing(
      workspace, author, [&] { return read_seal_lines(workspace); },
      [&](const Ledger& lines) { return sealing.decide(lines); });
  if (!written) return tl::unexpected(written.error());
  std::ranges::move(written->notes, std::back_inserter(sealing.receipt.notes));
  return std::move(sealing.receipt);
}

}  // namespace sihu
