#include "store/merge_extracts.hpp"

#include "ledger/omission.hpp"
#include "store/find_bytes.hpp"
#include "store/mapped.hpp"

#include <algorithm>

namespace sihu {
namespace {

Result<bool> is_extract(const FileCopy& copy) {
  if (!copy.stored_as.empty()) return false;
  const auto map = MappedFile::open(copy.file, copy.shown);
  if (!map) return tl::unexpected(map.error());
  return has_bytes(map->bytes().substr(0, copy.outline.whole_bytes), omission_mark);
}

Result<std::vector<FileCopy>> take_extracts(FileGroup& group) {
  std::vector<FileCopy> extracts;
  std::vector<FileCopy> others;
  for (FileCopy& copy : group.copies) {
    const auto extract = is_extract(copy);
    if (!extract) return tl::unexpected(extract.error());
    (*extract ? extracts : others).push_back(std::move(copy));
  }
  group.copies = std::move(others);
  return extracts;
}

Fault not_taken(const FileCopy& extract) {
  return {.place = Place{extract.shown},
          .name = "extract-not-taken",
          .what = phrase(Text{"未取：这是摘录，有略去的行，而这里没有完整的文件，或它更短",
                              "not taken: this is an extract, with lines left out, and the whole "
                              "file is not here, or ends earlier"}),
          .hint = phrase(Text{"并入写下这些行的设备的完整文件",
                              "merge the whole file, of the device that wrote it"}),
          .warning = true};
}

Fault differs(const FileCopy& extract, const std::string& name) {
  return {.place = Place{extract.shown},
          .name = "extract-differs",
          .what = phrase(
              Text{"这份摘录里有 {0} 没有的行", "this extract has lines that {0} has not"}, name),
          .hint = phrase(Text{"它是从工作区的另一份副本导出的，或被改动过；先并入那份副本",
                              "it was made from another copy of the workspace, or was edited; "
                              "merge that copy first"})};
}

// What is kept of the file: of a group on which nothing had to be decided all that is stored.
std::vector<const FileCopy*> kept_of(const FileGroup& group) {
  std::vector<const FileCopy*> kept;
  for (const Union::Kept& file : group.united.files) kept.push_back(&group.copies[file.copy]);
  if (kept.empty())
    for (const FileCopy& copy : group.copies) kept.push_back(&copy);
  return kept;
}

// With that of them which it fits best.
Result<ExtractFit> best_fit(const FileCopy& extract, const std::vector<const FileCopy*>& kept) {
  const auto lines = MappedFile::open(extract.file, extract.shown);
  if (!lines) return tl::unexpected(lines.error());
  ExtractFit best = ExtractFit::other;
  for (const FileCopy* copy : kept) {
    const auto file = MappedFile::open(copy->file, copy->shown);
    if (!file) return tl::unexpected(file.error());
    const auto fit = fit_of_extract(lines->bytes().substr(0, extract.outline.whole_bytes),
                                    file->bytes().substr(0, copy->outline.whole_bytes));
    best = std::min(best, fit);
  }
  return best;
}

Result<void> compare_extracts(FileGroup& group, const std::vector<FileCopy>& extracts) {
  const auto kept = kept_of(group);
  Failure failure{Kind::integrity, {}};
  for (const FileCopy& extract : extracts) {
    const auto fit = best_fit(extract, kept);
    if (!fit) return tl::unexpected(fit.error());
    if (*fit == ExtractFit::ahead) group.notes.push_back(not_taken(extract));
    if (*fit == ExtractFit::other) failure.faults.push_back(differs(extract, group.plain));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return {};
}

}  // namespace

Result<void> decide_beside_extracts(FileGroup& group) {
  if (group.copies.size() == 1) return decide_group(group);
  const auto extracts = take_extracts(group);
  if (!extracts) return tl::unexpected(extracts.error());
  if (group.copies.empty()) {
    for (const FileCopy& extract : *extracts) group.notes.push_back(not_taken(extract));
    return {};
  }
  if (needs_work(group))
    if (auto decided = decide_group(group); !decided) return decided;
  return compare_extracts(group, *extracts);
}

void leave_out_extract_alone(FileGroup& group) {
  if (group.copies.size() != 1 || !group.copies.front().omits) return;
  group.notes.push_back(not_taken(group.copies.front()));
  group.copies.clear();
}

}  // namespace sihu
