#include "store/merge_evidence.hpp"

#include "base/sha256.hpp"
#include "problem/forgetting.hpp"
#include "store/evidence.hpp"
#include "store/files.hpp"
#include "store/forget_evidence.hpp"
#include "store/ledger_files.hpp"
#include "store/mapped.hpp"
#include "store/named_evidence.hpp"
#include "store/system_error.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

std::string digest_of(const std::string& name) {
  return name.substr(0, name.find('.'));
}

// Whether the arriving evidence is here already, by its name and size.
Result<bool> is_here(const fs::path& here, const Arrival& arrival) {
  const auto kind = look_at(here, "evidence/" + arrival.name);
  if (!kind) return tl::unexpected(kind.error());
  if (*kind != fs::file_type::regular) return false;
  std::error_code error;
  const auto size = fs::file_size(here, error);
  const bool same = !error && size == fs::file_size(arrival.file, error);
  if (!error) return same;
  return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, arrival.shown),
                        error.value());
}

// A copy of the evidence whose bytes are what its name says.
Result<fs::path> stage(const Arrival& arrival, Staging& staging) {
  Result<fs::path> staged = arrival.file;
  if (arrival.file.parent_path() != staging.folder()) {
    std::uint64_t size = 0;
    if (const auto file = open_regular(arrival.file, arrival.shown, size); !file)
      return tl::unexpected(file.error());
    staged = staging.copy(arrival.file, arrival.shown, size);
    if (!staged) return staged;
  }
  const auto map = MappedFile::open(*staged, arrival.shown);
  if (!map) return tl::unexpected(map.error());
  if (sha256_hex(map->bytes()) == digest_of(arrival.name)) return staged;
  return fail(
      Kind::integrity,
      {Fault{Place{arrival.shown}, "evidence-changed",
             phrase(Text{"内容已被改动，与文件名中的摘要不符",
                         "its bytes were changed: they do not match the hash in its name"})}});
}

}  // namespace

Result<std::set<std::string>> removed_evidence(const Workspace& workspace,
                                               const std::map<std::string, FileGroup>& groups) {
  const fs::path& root = workspace.root();
  std::set<std::string> removed;
  const auto names = ledger_file_names(root);
  if (!names) return tl::unexpected(names.error());
  std::vector<std::pair<fs::path, std::string>> files;
  for (const std::string& name : *names) files.emplace_back(root / name, name);
  for (const auto& [plain, group] : groups)
    for (const FileCopy& copy : group.copies)
      if (copy.stored_as.empty() && copy.may_forget) files.emplace_back(copy.file, copy.shown);
  for (const auto& [file, name] : files) {
    const auto map = MappedFile::open(file, name);
    if (!map) return tl::unexpected(map.error());
    for (const ForgettingLine& line :
         forgetting_lines(map->bytes(), removal_event, name, workspace))
      if (line.counts) removed.insert(digest_of(line.event.subject));
  }
  return removed;
}

Result<void> EvidenceMerge::gather(const std::vector<Arrival>& arrivals, MergeSummary& summary) {
  std::set<std::string> equal;
  if (const auto inside = path_inside(workspace_.root(), "evidence"); !inside)
    return tl::unexpected(inside.error());
  for (const Arrival& arrival : arrivals) {
    if (arrival.kind != ArrivalKind::evidence) continue;
    const auto here = plain_path_inside(workspace_.root(), fs::path("evidence") / arrival.name);
    if (!here) return tl::unexpected(here.error());
    const auto known = is_here(*here, arrival);
    if (!known) return tl::unexpected(known.error());
    if (*known)
      equal.insert(arrival.name);
    else
      brought_.emplace(arrival.name, arrival);
  }
  summary.evidence_equal = equal.size();
  return {};
}

Result<void> EvidenceMerge::drop_unnamed(const std::map<std::string, FileGroup>& groups) {
  EvidenceNames named;
  const auto add = [&named](const fs::path& file, const std::string& shown) -> Result<void> {
    const auto map = MappedFile::open(file, shown);
    if (!map) return tl::unexpected(map.error());
    named.add(map->bytes().substr(0, map->bytes().rfind('\n') + 1));
    return {};
  };
  const auto names = ledger_file_names(workspace_.root());
  if (!names) return tl::unexpected(names.error());
  for (const std::string& name : *names)
    if (auto added = add(workspace_.root() / name, name); !added) return added;
  for (const auto& [plain, group] : groups)
    for (const Union::Kept& kept : group.united.place)
      if (auto added = add(group.copies[kept.copy].file, kept.name); !added) return added;
  std::erase_if(brought_, [&](const auto& arrival) { return !named.has(arrival.first); });
  return {};
}

Result<void> EvidenceMerge::drop_removed(const std::map<std::string, FileGroup>& groups,
                                         MergeSummary& summary) {
  if (brought_.empty()) return {};
  const auto removed = removed_evidence(workspace_, groups);
  if (!removed) return tl::unexpected(removed.error());
  for (const auto& [name, arrival] : brought_)
    if (removed->contains(digest_of(name))) summary.evidence_removed.push_back(name);
  for (const std::string& name : summary.evidence_removed) brought_.erase(name);
  return {};
}

Result<void> EvidenceMerge::find_removed_here(const std::map<std::string, FileGroup>& groups,
                                              MergeSummary& summary) {
  const auto there = list_inside(workspace_.root(), "evidence");
  if (!there) return tl::unexpected(there.error());
  if (there->empty()) return {};
  for (const auto& [plain, group] : groups) {
    for (const Union::Kept& kept : group.united.place) {
      const FileCopy& copy = group.copies[kept.copy];
      if (!copy.may_forget) continue;
      const auto map = MappedFile::open(copy.file, copy.shown);
      if (!map) return tl::unexpected(map.error());
      for (const ForgettingLine& line :
           forgetting_lines(map->bytes(), removal_event, kept.name, workspace_))
        find_removed_here(line, *there, summary);
    }
  }
  summary.evidence_deleted.assign(deleted_.begin(), deleted_.end());
  return {};
}

void EvidenceMerge::find_removed_here(const ForgettingLine& removal,
                                      const std::vector<std::string>& there,
                                      MergeSummary& summary) {
  for (const std::string& name : there) {
    if (digest_of(name) != digest_of(removal.event.subject)) continue;
    if (removal.counts && !name.ends_with(".yaml"))
      deleted_.insert(name);
    else
      summary.notes.push_back(
          {.place = Place{"evidence/" + name},
           .name = "not-deleted",
           .what =
               removal.counts
                   ? phrase(Text{"{0} 已决定删除；这是 .yaml 文件，请用 sihu evidence "
                                 "remove 删去",
                                 "{0} had it removed; it is a .yaml file, delete it with "
                                 "sihu evidence remove"},
                            removal.event.person)
                   : phrase(Text{"{0} 的一行要求删除它，但那一行不算数（当日不是委员会，或缺应有的"
                                 "签名），没有删除",
                                 "a line of {0} removes it but does not count (not of the "
                                 "committee on that day, or not signed as it must be): not "
                                 "deleted"},
                            removal.event.person),
           .warning = true});
  }
}

Result<void> EvidenceMerge::prepare(MergeSummary& summary) {
  Failure failure;
  for (auto& [name, arrival] : brought_) {
    auto staged = stage(arrival, staging_);
    summary.evidence_brought.push_back(name);
    if (staged) {
      arrival.file = std::move(*staged);
      continue;
    }
    const bool full = staged.error().faults.front().name == "cannot-write";
    add_failure(failure, std::move(staged.error()));
    if (full) break;
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return {};
}

Result<void> EvidenceMerge::place() const {
  std::vector<fs::path> files;
  for (const auto& [name, arrival] : brought_) files.push_back(arrival.file);
  if (auto flushed = flush_files(files); !flushed) return flushed;
  for (const auto& [name, arrival] : brought_)
    if (auto placed =
            put_in_place(arrival.file, workspace_.root() / "evidence" / name, "evidence/" + name);
        !placed)
      return placed;
  return brought_.empty() ? Result<void>{} : flush_folder(workspace_.root() / "evidence");
}

Result<void> EvidenceMerge::delete_removed() const {
  for (const std::string& name : deleted_)
    if (auto deleted = delete_evidence(workspace_.root(), name); !deleted)
      return tl::unexpected(deleted.error());
  return {};
}

}  // namespace sihu
