#include "store/seal_bytes.hpp"

#include "base/sha256.hpp"
#include "ledger/union.hpp"
#include "store/files_with.hpp"
#include "store/ledger_files.hpp"
#include "store/mapped.hpp"
#include "store/merge_archived.hpp"
#include "store/threads.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace sihu {
namespace {

constexpr std::string_view folder = "ledger/";

// What seals want of a file and its forks: sizes, ascending.
struct Family {
  std::set<std::uint64_t> sizes;
  std::vector<std::string> members;  // that there are now, below `ledger/`
};

using Families = std::map<std::string, Family>;

struct Digest {
  std::string member;
  std::uint64_t bytes = 0;
  std::string sha256;
};

std::string key_of(const std::string& plain, std::uint64_t bytes, std::string_view sha256) {
  return fmt::format("{}\t{}\t{}", plain, bytes, sha256);
}

Families families_of(const std::vector<Seal>& seals,
                     const std::map<std::string, std::uint64_t>& sizes) {
  Families families;
  for (const Seal& seal : seals)
    for (const SealedFile& file : seal.files)
      families[plain_ledger_name(file.name)].sizes.insert(file.bytes);
  for (const auto& [name, size] : sizes)
    if (const auto family = families.find(plain_ledger_name(name)); family != families.end())
      family->second.members.push_back(name);
  return families;
}

// The digests of the beginnings of one file that are asked for, as far as it is long enough.
Result<std::vector<Digest>> digests_of(const Workspace& workspace, const std::string& member,
                                       const std::set<std::uint64_t>& sizes) {
  const std::string name = std::string(folder) + member;
  const auto file = plain_path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  const auto mapped = MappedFile::open(*file, name);
  if (!mapped) return tl::unexpected(mapped.error());
  const std::vector<std::uint64_t> ends(sizes.begin(), sizes.upper_bound(mapped->bytes().size()));
  const std::vector<std::string> hashes = sha256_of_beginnings(mapped->bytes(), ends);
  std::vector<Digest> digests;
  for (std::size_t i = 0; i < ends.size(); ++i) digests.push_back({member, ends[i], hashes[i]});
  return digests;
}

Result<std::map<std::string, std::uint64_t>> sizes_now(const Workspace& workspace) {
  const auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  std::map<std::string, std::uint64_t> sizes;
  for (const std::string& name : *names) {
    std::error_code unknown;
    const auto size = std::filesystem::file_size(workspace.root() / name, unknown);
    sizes[name.substr(folder.size())] = unknown ? 0 : size;
  }
  return sizes;
}

Phrase say_seal(const Seal& seal, const Ledger& lines) {
  const Event& closing = lines.entries[seal.entry].event;
  return phrase(Text{"{2} 于 {1} 的封签 {0}", "seal {0} of {1} by {2}"},
                short_fingerprint(seal.fingerprint), to_string(closing.at), closing.person);
}

// What is wrong with a sealed file that has so many bytes now.
Fault broken(const SealedFile& file, const Phrase& seal, std::optional<std::uint64_t> now) {
  const Place place{std::string(folder) + file.name};
  if (!now)
    return {place, "sealed-file-missing",
            phrase(Text{"文件不见了；{0} 封有它的 {1} 字节",
                        "the file is gone; {0} holds {1} bytes of it"},
                   seal, file.bytes)};
  if (*now < file.bytes)
    return {place, "sealed-bytes-missing",
            phrase(Text{"只有 {1} 字节，{0} 封的是 {2} 字节：末尾被删去了",
                        "it has {1} bytes, {0} holds {2}: its end was taken away"},
                   seal, *now, file.bytes)};
  return {place, "sealed-bytes-changed",
          phrase(Text{"前 {1} 字节已不是 {0} 封的那些",
                      "its first {1} bytes are no longer those of {0}"},
                 seal, file.bytes)};
}

}  // namespace

Result<Ledger> read_seal_lines(const Workspace& workspace) {
  auto files = read_files_with(workspace, "\tseal.close\t");
  if (!files) return tl::unexpected(files.error());
  for (LedgerFile& file : *files) file.notes.clear();
  Ledger ledger = join_ledger(std::move(*files));
  std::erase_if(ledger.entries,
                [](const Entry& entry) { return !entry.event.name.starts_with("seal."); });
  return ledger;
}

Result<SealedBytes> SealedBytes::compare(const Workspace& workspace,
                                         const std::vector<Seal>& seals) {
  auto sizes = sizes_now(workspace);
  if (!sizes) return tl::unexpected(sizes.error());
  const auto archived = archived_until(workspace);
  if (!archived) return tl::unexpected(archived.error());
  SealedBytes bytes;
  bytes.archived_ = *archived;
  bytes.sizes_ = std::move(*sizes);
  const Families families = families_of(seals, bytes.sizes_);
  std::vector<std::pair<std::string, const Family*>> work;
  for (const auto& [plain, family] : families)
    for (const std::string& member : family.members) work.emplace_back(member, &family);
  std::vector<Result<std::vector<Digest>>> digests(work.size());
  share_out(work.size(), threads_for(work.size()), [&](std::size_t i, std::size_t) {
    digests[i] = digests_of(workspace, work[i].first, work[i].second->sizes);
  });
  for (const auto& some : digests) {
    if (!some) return tl::unexpected(some.error());
    for (const Digest& one : *some)
      bytes.found_.try_emplace(key_of(plain_ledger_name(one.member), one.bytes, one.sha256),
                               std::string(folder) + one.member);
  }
  return bytes;
}

const std::string* SealedBytes::find(const SealedFile& file) const {
  const auto found = found_.find(key_of(plain_ledger_name(file.name), file.bytes, file.sha256));
  return found == found_.end() ? nullptr : &found->second;
}

bool SealedBytes::is_archived(const SealedFile& file) const {
  const auto quarter = Quarter::parse(file.name.substr(0, file.name.find('/')));
  return archived_ && quarter && *quarter <= *archived_ && !sizes_.contains(file.name);
}

std::vector<Fault> SealedBytes::faults(const std::vector<Seal>& seals, const Ledger& lines) const {
  std::vector<Fault> faults;
  std::set<std::string> said;
  for (const Seal& seal : seals)
    for (const SealedFile& file : seal.files) {
      if (find(file) || is_archived(file) || !said.insert(file.name).second) continue;
      const auto now = sizes_.find(file.name);
      faults.push_back(broken(file, say_seal(seal, lines),
                              now == sizes_.end() ? std::nullopt : std::optional(now->second)));
    }
  if (!faults.empty())
    faults.back().hint = phrase(Text{"封签之后台账只会增长；从封签时的副本恢复该文件",
                                     "a sealed ledger only grows; restore the file from a copy of "
                                     "that time"});
  return faults;
}

}  // namespace sihu
