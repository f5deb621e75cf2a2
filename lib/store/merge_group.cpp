#include "store/merge_group.hpp"

#include "store/mapped.hpp"
#include "store/merge_check.hpp"

#include <algorithm>

namespace sihu {
namespace {

// The copies as bytes, for as long as the maps live.
struct Views {
  std::vector<MappedFile> maps;
  std::vector<LedgerCopy> copies;
};

Result<Views> view(const std::vector<FileCopy>& copies) {
  Views views;
  for (const FileCopy& copy : copies) {
    auto map = MappedFile::open(copy.file, copy.shown);
    if (!map) return tl::unexpected(map.error());
    views.copies.push_back(
        {map->bytes().substr(0, copy.outline.whole_bytes), copy.stored_as, copy.shown});
    views.maps.push_back(std::move(*map));
  }
  return views;
}

std::uint64_t size_of(const Views& views, const Union& united) {
  std::uint64_t size = 0;
  for (const Union::Kept& kept : united.files) size += views.copies[kept.copy].bytes.size();
  return size;
}

FileChange change_of(const FileGroup& group, std::size_t before, std::uint64_t gained) {
  const std::size_t after = group.united.files.size();
  if (after > std::max<std::size_t>(before, 1)) return FileChange::forked;
  if (gained > 0) return before == 0 ? FileChange::added : FileChange::longer;
  const bool equal = std::ranges::all_of(group.copies, [&](const FileCopy& copy) {
    return !copy.stored_as.empty() || !is_new(group, copy);
  });
  return equal ? FileChange::equal : FileChange::older;
}

// Copies that part at a line which does not follow: one is damaged, perhaps the one that is here.
tl::unexpected<Failure> damaged(FileGroup& group, Failure where_they_part) {
  auto checked = check_copies(group);
  return tl::unexpected(std::move(checked ? where_they_part : checked.error()));
}

// A file that is alone needs no look at its bytes.
Result<void> decide_alone(FileGroup& group) {
  group.united.files = {{group.plain, 0}};
  group.united.place = group.united.files;
  group.merged.change = FileChange::added;
  group.merged.bytes = group.copies.front().outline.whole_bytes;
  return {};
}

}  // namespace

bool is_new(const FileGroup& group, const FileCopy& copy) {
  return std::ranges::none_of(group.copies, [&](const FileCopy& other) {
    return !other.stored_as.empty() && other.outline.same_as(copy.outline);
  });
}

bool needs_work(const FileGroup& group) {
  const auto stored = std::ranges::count_if(
      group.copies, [](const FileCopy& copy) { return !copy.stored_as.empty(); });
  return stored > 1 || std::ranges::any_of(group.copies, [&](const FileCopy& copy) {
           return copy.stored_as.empty() && is_new(group, copy);
         });
}

Result<void> decide_group(FileGroup& group) {
  if (group.copies.size() == 1) return decide_alone(group);
  const auto views = view(group.copies);
  if (!views) return tl::unexpected(views.error());
  std::vector<LedgerCopy> stored;
  std::ranges::copy_if(views->copies, std::back_inserter(stored),
                       [](const LedgerCopy& copy) { return !copy.stored_as.empty(); });
  auto before = unite(group.plain, stored);
  if (!before) return damaged(group, std::move(before.error()));
  std::uint64_t had = 0;
  for (const Union::Kept& kept : before->files) had += stored[kept.copy].bytes.size();
  auto united = unite(group.plain, views->copies);
  if (!united) return damaged(group, std::move(united.error()));
  group.united = std::move(*united);
  const std::uint64_t has = size_of(*views, group.united);
  group.merged.bytes = has > had ? has - had : 0;
  group.merged.change = change_of(group, before->files.size(), group.merged.bytes);
  for (std::size_t i = 1; i < group.united.files.size(); ++i)
    group.merged.forks.push_back(group.united.files[i].name);
  return {};
}

}  // namespace sihu
