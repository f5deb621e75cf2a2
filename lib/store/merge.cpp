#include "store/merge.hpp"

#include "document/extract.hpp"
#include "records/extract_rows.hpp"
#include "records/record_file.hpp"
#include "store/files.hpp"
#include "store/merge_archived.hpp"
#include "store/merge_effects.hpp"
#include "store/merge_evidence.hpp"
#include "store/merge_files.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_document_bytes = 64u * 1024 * 1024;

// Where an arrival's source lies, by how messages call it.
std::string_view source_of(const Arrival& arrival) {
  std::string_view shown = arrival.shown;
  if (shown.ends_with(arrival.name)) shown.remove_suffix(arrival.name.size());
  return shown;
}

// The sources that were made for one branch alone, and for which.
using ExtractSources = std::map<std::string, std::string, std::less<>>;

Result<ExtractSources> find_extracts(const std::vector<Arrival>& arrivals) {
  ExtractSources extracts;
  for (const Arrival& arrival : arrivals) {
    if (arrival.kind != ArrivalKind::document || arrival.name != "sihu.yaml") continue;
    const auto text = read_file(arrival.file, arrival.shown, most_document_bytes);
    if (!text) return tl::unexpected(text.error());
    if (std::string branch = extract_branch(*text); !branch.empty())
      extracts.emplace(source_of(arrival), std::move(branch));
  }
  return extracts;
}

// What `sihu export --what workspace` cut to what is one branch's: it can't be as it is here.
bool is_cut(const Arrival& arrival, const ExtractSources& extracts) {
  return (arrival.name == "sihu.yaml" || arrival.name.starts_with("plans/")) &&
         extracts.contains(source_of(arrival));
}

// A register that all branches share goes onto a stick with the rows of one alone: these are what
// it is held against. Nobody's rows where it can't be read here.
bool has_the_same_rows(const Workspace& workspace, const Arrival& arrival, const std::string& ours,
                       const std::string& theirs, const ExtractSources& extracts) {
  const auto extract = extracts.find(source_of(arrival));
  if (extract == extracts.end() || !arrival.name.starts_with("records/") ||
      !arrival.name.ends_with(".csv") ||
      !parse_record_name(arrival.name.substr(arrival.name.find('/') + 1)).branch.empty())
    return false;
  const Branch* branch = workspace.organisation().find_branch(extract->second);
  const auto rows = branch ? extract_rows(ours, arrival.name, *branch) : Result<std::string>{};
  return rows && *rows == theirs;
}

// Documents that arrive and are not as they are here.
Result<void> compare_documents(const Workspace& workspace, const std::vector<Arrival>& arrivals,
                               MergeSummary& summary) {
  const fs::path& root = workspace.root();
  const auto extracts = find_extracts(arrivals);
  if (!extracts) return tl::unexpected(extracts.error());
  for (const Arrival& arrival : arrivals) {
    if (arrival.kind != ArrivalKind::document || is_cut(arrival, *extracts)) continue;
    const auto theirs = read_file(arrival.file, arrival.shown, most_document_bytes);
    if (!theirs) return tl::unexpected(theirs.error());
    const auto kind = look_at(root / arrival.name, arrival.name);
    if (!kind) return tl::unexpected(kind.error());
    const bool absent = *kind == fs::file_type::not_found;
    const auto ours = absent ? Result<std::string>{}
                             : read_file(root / arrival.name, arrival.name, most_document_bytes);
    if (!ours) return tl::unexpected(ours.error());
    if (absent ||
        (*ours != *theirs && !has_the_same_rows(workspace, arrival, *ours, *theirs, *extracts)))
      summary.documents.push_back({arrival.name, arrival.shown, absent});
  }
  return {};
}

void add_files(const FileMerge& files, MergeSummary& summary) {
  summary.notes.insert(summary.notes.end(), files.notes().begin(), files.notes().end());
  for (const auto& [plain, group] : files.groups()) {
    summary.files.push_back(group.merged);
    summary.notes.insert(summary.notes.end(), group.notes.begin(), group.notes.end());
  }
}

// Looks at everything and makes it ready; nothing of the workspace is changed yet.
Result<void> prepare(const Workspace& workspace, const MergeRequest& request,
                     const std::vector<Arrival>& arrivals, FileMerge& files,
                     EvidenceMerge& evidence, MergeSummary& summary) {
  Failure failure;
  const auto take = [&](Result<void> done) {
    if (!done) add_failure(failure, std::move(done.error()));
    return failure.faults.empty();
  };
  take(files.gather(arrivals));
  take(evidence.gather(arrivals, summary));
  take(compare_documents(workspace, arrivals, summary));
  if (failure.faults.empty())
    take(skip_archived(workspace, files, summary)) &&
        take(request.dry_run ? Result<void>{} : files.lock()) && take(files.prepare()) &&
        take(skip_archived(workspace, files, summary));
  if (failure.faults.empty() && !summary.archived.empty())
    take(evidence.drop_unnamed(files.groups()));
  if (failure.faults.empty()) take(evidence.drop_removed(files.groups(), summary));
  if (failure.faults.empty()) take(evidence.find_removed_here(files.groups(), summary));
  // Also when a ledger file is at fault: all that is wrong is said at once.
  if (failure.kind != Kind::environment) take(evidence.prepare(summary));
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  add_files(files, summary);
  return compare_histories(workspace, files.groups(), arrivals, request.most_folded, summary);
}

// What is brought into a workspace for one branch alone would be others' as well.
Result<void> refuse_extract(const Workspace& workspace) {
  const std::string branch = extract_branch(workspace.organisation_text());
  if (branch.empty()) return {};
  return fail(Kind::refused, "only-an-extract",
              phrase(Text{"本工作区只是给 {0} 的摘录，不并入别处的材料",
                          "this workspace is only an extract for {0}: nothing is merged into it"},
                     branch),
              phrase(Text{"在完整的工作区里并入它，再重新导出：sihu export --what workspace",
                          "merge it into the whole workspace, and export it anew: sihu export "
                          "--what workspace"}));
}

}  // namespace

Result<MergeSummary> merge_into(const Workspace& workspace, const MergeRequest& request) {
  if (auto whole = refuse_extract(workspace); !whole) return tl::unexpected(whole.error());
  const fs::path& root = workspace.root();
  auto staging = request.dry_run ? Staging::make_to_look(root) : Staging::make(root);
  if (!staging) return tl::unexpected(staging.error());

  const auto arrivals = collect_arrivals(request.sources, root, staging->folder());
  if (!arrivals) return tl::unexpected(arrivals.error());
  FileMerge files(root, workspace.organisation().id, *staging);
  EvidenceMerge evidence(workspace, *staging);
  MergeSummary summary;
  summary.dry_run = request.dry_run;
  summary.notes = arrivals->notes;
  if (auto ready = prepare(workspace, request, arrivals->files, files, evidence, summary); !ready)
    return tl::unexpected(ready.error());
  if (request.dry_run) return summary;
  // Evidence first: no line is here without what it names.
  if (auto placed = evidence.place(); !placed) return tl::unexpected(placed.error());
  if (auto flushed = files.flush(); !flushed) return tl::unexpected(flushed.error());
  if (auto placed = files.place(); !placed) return tl::unexpected(placed.error());
  if (auto deleted = evidence.delete_removed(); !deleted) return tl::unexpected(deleted.error());
  return summary;
}

}  // namespace sihu
