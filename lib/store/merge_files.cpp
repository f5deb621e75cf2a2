#include "store/merge_files.hpp"

#include "store/append.hpp"
#include "store/ledger_files.hpp"
#include "store/mapped.hpp"
#include "store/merge_check.hpp"
#include "store/merge_extracts.hpp"
#include "store/merge_group.hpp"
#include "store/system_error.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

namespace sihu {
namespace {

namespace fs = std::filesystem;

// Runs `work` on every element and gathers all faults; a full disk is said once.
template <class List, class Work>
Result<void> for_all(List& list, Work work) {
  Failure failure;
  for (auto& element : list)
    if (auto done = work(element); !done) {
      const bool full = done.error().faults.front().name == "cannot-write";
      add_failure(failure, std::move(done.error()));
      if (full) break;
    }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return {};
}

Fault empty_file(const std::string& name) {
  return {.place = Place{name},
          .name = "empty-file",
          .what = phrase(Text{"文件是空的，没有什么可并入",
                              "the file is empty: there is nothing in it to merge"}),
          .hint = phrase(Text{"若不该是空的，重新拷一份", "if it should not be, copy it again"}),
          .warning = true};
}

Quarter quarter_of(const FileGroup& group) {
  return group.copies.back().outline.header.quarter;
}

}  // namespace

Result<void> FileMerge::gather(const std::vector<Arrival>& arrivals) {
  auto added = for_all(arrivals, [this](const Arrival& arrival) {
    return arrival.kind == ArrivalKind::ledger ? add_arrival(arrival) : Result<void>{};
  });
  if (!added) return added;
  return for_all(groups_, [this](auto& group) { return add_stored(group.second); });
}

Result<void> FileMerge::add_arrival(const Arrival& arrival) {
  auto outline = read_outline(arrival.file, arrival.shown);
  if (!outline) return tl::unexpected(outline.error());
  // A file that broke off in its header has nothing to bring, and no name.
  if (outline->header_check.empty()) {
    if (outline->bytes == 0) notes_.push_back(empty_file(arrival.shown));
    std::ranges::move(outline->notes, std::back_inserter(notes_));
    return {};
  }
  if (outline->header.organisation != organisation_)
    return fail(Kind::integrity,
                {foreign_file(arrival.shown, outline->header.organisation, organisation_)});
  const std::string plain = "ledger/" + ledger_file_name(outline->header);
  FileGroup& group = groups_[plain];
  group.plain = group.merged.name = plain;
  std::ranges::move(outline->notes, std::back_inserter(group.notes));
  outline->notes.clear();
  const bool known = std::ranges::any_of(
      group.copies, [&](const FileCopy& copy) { return copy.outline.same_as(*outline); });
  if (!known) group.copies.push_back({arrival.file, arrival.shown, {}, std::move(*outline)});
  return {};
}

// The names in a folder of the workspace, which must not lead out of it; asked for once.
Result<const std::vector<std::string>*> FileMerge::names_in(const fs::path& folder) {
  const auto known = listings_.find(folder.string());
  if (known != listings_.end()) return &known->second;
  auto names = list_inside(root_, folder, ".tsv");
  if (!names) return tl::unexpected(names.error());
  for (std::string& name : *names) name = (folder / name).string();
  return &listings_.emplace(folder.string(), std::move(*names)).first->second;
}

Result<void> FileMerge::add_stored(FileGroup& group) {
  std::erase_if(group.copies, [](const FileCopy& copy) { return !copy.stored_as.empty(); });
  const auto names = names_in(fs::path(group.plain).parent_path());
  if (!names) return tl::unexpected(names.error());
  std::vector<FileCopy> stored;
  const std::string stem = group.plain.substr(0, group.plain.rfind('.'));
  for (auto name = std::ranges::lower_bound(**names, stem);
       name != (*names)->end() && name->starts_with(stem); ++name) {
    if (plain_ledger_name(*name) != group.plain) continue;
    const auto path = plain_path_inside(root_, *name);
    if (!path) return tl::unexpected(path.error());
    auto outline = read_outline(*path, *name);
    if (!outline) return tl::unexpected(own_failure(std::move(outline.error())));
    if (auto faults = check_belongs(outline->header, *name, organisation_);
        !outline->header_check.empty() && !faults.empty())
      return tl::unexpected(own_failure({Kind::integrity, std::move(faults)}));
    stored.push_back({*path, *name, *name, std::move(*outline)});
  }
  group.copies.insert(group.copies.begin(), std::make_move_iterator(stored.begin()),
                      std::make_move_iterator(stored.end()));
  return {};
}

Result<void> FileMerge::lock() {
  std::set<std::string> devices;
  for (const auto& [plain, group] : groups_) {
    if (!needs_work(group)) continue;
    const std::string& device = group.copies.back().outline.header.device;
    // Who ever recorded here has a lock; and before a file is replaced it is looked at again.
    const auto kind = look_at(root_ / ".sihu" / ("lock." + device), "lock." + device);
    if (!kind) return tl::unexpected(kind.error());
    if (*kind != fs::file_type::not_found) devices.insert(device);
  }
  for (const std::string& device : devices) {
    const auto file = path_inside(root_, ".sihu/lock." + device);
    if (!file) return tl::unexpected(file.error());
    auto lock = Lock::take(*file);
    if (!lock) return tl::unexpected(lock.error());
    locks_.emplace(device, std::move(*lock));
  }
  // What was seen before may have grown since.
  listings_.clear();
  return for_all(groups_, [&](auto& group) {
    return devices.contains(group.second.copies.back().outline.header.device)
               ? add_stored(group.second)
               : Result<void>{};
  });
}

Result<void> FileMerge::prepare() {
  auto decided = for_all(groups_, [&](auto& element) -> Result<void> {
    FileGroup& group = element.second;
    if (!needs_work(group)) return {};
    if (auto staged = stage(group); !staged) return staged;
    return decide_beside_extracts(group);
  });
  if (!decided && decided.error().kind == Kind::environment) return decided;
  auto checked = check_kept(groups_);
  drop_extracts_alone();
  if (!decided && !checked) add_failure(decided.error(), std::move(checked.error()));
  if (!decided) return decided;
  if (!checked) return checked;
  return for_all(groups_, [this](auto& element) { return stage_moves(element.second); });
}

// Of a file that arrived as an extract alone nothing is brought; that was noted.
void FileMerge::drop_extracts_alone() {
  for (auto& [plain, group] : groups_) {
    leave_out_extract_alone(group);
    if (group.copies.empty()) std::ranges::move(group.notes, std::back_inserter(notes_));
  }
  std::erase_if(groups_, [](const auto& group) { return group.second.copies.empty(); });
}

// What arrives gets to this disk before it is looked at: a stick may be pulled out.
Result<void> FileMerge::stage(FileGroup& group) {
  for (FileCopy& copy : group.copies) {
    if (!copy.stored_as.empty() || !is_new(group, copy)) continue;
    const bool unpacked = copy.file.parent_path() == staging_.folder();
    if (unpacked && copy.outline.bytes == copy.outline.whole_bytes) continue;
    auto staged = staging_.copy(copy.file, copy.shown, copy.outline.whole_bytes);
    if (!staged) return tl::unexpected(staged.error());
    copy.file = std::move(*staged);
  }
  std::erase_if(group.copies, [&](const FileCopy& copy) {
    return copy.stored_as.empty() && !is_new(group, copy);
  });
  return {};
}

// A stored copy that gets another name is copied too, so that everything is placed by renaming.
Result<void> FileMerge::stage_moves(FileGroup& group) {
  for (Union::Kept& kept : group.united.place) {
    const FileCopy from = group.copies[kept.copy];
    if (from.stored_as.empty()) continue;
    auto staged = staging_.copy(from.file, from.shown, from.outline.whole_bytes);
    if (!staged) return tl::unexpected(staged.error());
    group.copies.push_back({std::move(*staged), from.shown, {}, from.outline});
    kept.copy = group.copies.size() - 1;
  }
  return {};
}

std::vector<Quarter> FileMerge::absent_quarters() {
  std::set<Quarter> absent;
  for (const auto& [plain, group] : groups_) {
    const auto names = names_in(fs::path(plain).parent_path());
    if (names && (*names)->empty()) absent.insert(quarter_of(group));
  }
  return {absent.begin(), absent.end()};
}

void FileMerge::drop_quarter(Quarter quarter) {
  std::erase_if(groups_, [&](const auto& group) { return quarter_of(group.second) == quarter; });
}

Result<void> FileMerge::flush() const {
  std::vector<fs::path> files;
  for (const auto& [plain, group] : groups_)
    for (const Union::Kept& kept : group.united.place)
      files.push_back(group.copies[kept.copy].file);
  return flush_files(files);
}

// The torn end of a file that is replaced is moved aside, as the next writer would have; unless
// what replaces it goes on with those very bytes.
Result<void> FileMerge::keep_tail(const FileGroup& group, const std::string& name,
                                  const FileCopy* successor) const {
  const auto old = std::ranges::find(group.copies, name, &FileCopy::stored_as);
  if (old == group.copies.end() || old->outline.bytes == old->outline.whole_bytes) return {};
  const auto torn = MappedFile::open(old->file, name);
  if (!torn) return tl::unexpected(torn.error());
  if (successor) {
    const auto next = MappedFile::open(successor->file, name);
    if (!next) return tl::unexpected(next.error());
    if (next->bytes().starts_with(torn->bytes())) return {};
  }
  const auto moved = move_torn_tail(old->file, name, old->outline.whole_bytes);
  if (!moved) return tl::unexpected(moved.error());
  return {};
}

Result<void> FileMerge::place() {
  std::set<fs::path> folders;
  for (const auto& [plain, group] : groups_) {
    if (!group.changes()) continue;
    if (auto placed = place_group(group); !placed) return placed;
    folders.insert((root_ / plain).parent_path());
  }
  for (const fs::path& folder : folders)
    if (auto flushed = flush_folder(folder); !flushed) return flushed;
  return {};
}

// Under the file's own lock, and only if it is still what was compared.
Result<void> FileMerge::replace(const FileGroup& group, const std::string& name,
                                const FileCopy& by) const {
  const auto old = std::ranges::find(group.copies, name, &FileCopy::stored_as);
  if (old == group.copies.end()) return put_in_place(by.file, root_ / name, name);
  if (auto kept = keep_tail(group, name, &by); !kept) return kept;
  const auto held =
      hold_unchanged(root_ / name, name, {old->outline.whole_bytes, old->outline.bytes});
  if (!held) return tl::unexpected(held.error());
  return put_in_place(by.file, root_ / name, name);
}

Result<void> FileMerge::place_group(const FileGroup& group) {
  const fs::path folder = (root_ / group.plain).parent_path();
  for (const Union::Kept& kept : group.united.place) {
    const FileCopy& copy = group.copies[kept.copy];
    // A fork has its name on the disk before another copy takes the plain one.
    if (kept.name == group.plain && group.united.place.size() > 1)
      if (auto flushed = flush_folder(folder); !flushed) return flushed;
    if (auto placed = replace(group, kept.name, copy); !placed) return placed;
  }
  if (group.united.remove.empty()) return {};
  if (auto flushed = flush_folder(folder); !flushed) return flushed;
  for (const std::string& name : group.united.remove) {
    if (auto kept_tail = keep_tail(group, name, nullptr); !kept_tail) return kept_tail;
    if (::unlink((root_ / name).c_str()) != 0 && errno != ENOENT)
      return system_failure("cannot-write", phrase(Text{"无法写 {0}", "cannot write {0}"}, name),
                            errno);
  }
  return {};
}

}  // namespace sihu
