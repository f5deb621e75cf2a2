#include "store/merge_check.hpp"

#include "ledger/file.hpp"
#include "ledger/omission.hpp"
#include "ledger/plain_file.hpp"
#include "problem/archiving.hpp"
#include "problem/forgetting.hpp"
#include "store/find_bytes.hpp"
#include "store/mapped.hpp"
#include "store/threads.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace sihu {
namespace {

bool has_anything_forgotten(std::string_view event) {
  return event == archive_event || event == removal_event;
}

// Checks a copy and sets what is known of it then.
Result<void> check_copy(FileCopy& copy) {
  copy.may_forget = false;
  const auto map = MappedFile::open(copy.file, copy.shown);
  if (!map) return tl::unexpected(map.error());
  const std::string_view text = map->bytes().substr(0, copy.outline.whole_bytes);
  // What is not plain is read again by who can say why.
  const auto look = [&](const PlainLine& line, auto, auto) {
    copy.may_forget = copy.may_forget || has_anything_forgotten(line.name);
    copy.omits = copy.omits || line.name == omission_event;
  };
  if (text.empty() || pass_through(text, true, look)) return {};
  copy.may_forget = true;
  copy.omits = has_bytes(text, omission_mark);
  auto file = read_ledger_file(text, copy.shown, true);
  if (file) return {};
  return tl::unexpected(copy.stored_as.empty() ? std::move(file.error())
                                               : own_failure(std::move(file.error())));
}

// When one that is kept is damaged, the others may be as well: it can have come from here.
Result<void> check_group(FileGroup& group) {
  const bool sound = std::ranges::all_of(group.united.files, [&](const Union::Kept& kept) {
    return check_copy(group.copies[kept.copy]).has_value();
  });
  return sound ? Result<void>{} : check_copies(group);
}

}  // namespace

Result<void> check_kept(std::map<std::string, FileGroup>& groups) {
  std::vector<FileGroup*> changed;
  for (auto& [plain, group] : groups)
    if (group.changes()) changed.push_back(&group);
  std::vector<std::optional<Failure>> failures(changed.size());
  share_out(changed.size(), threads_for(changed.size()), [&](std::size_t i, std::size_t) {
    if (auto checked = check_group(*changed[i]); !checked) failures[i] = std::move(checked.error());
  });
  Failure all;
  for (std::optional<Failure>& failure : failures)
    if (failure) add_failure(all, std::move(*failure));
  if (!all.faults.empty()) return tl::unexpected(std::move(all));
  return {};
}

Result<void> check_copies(FileGroup& group) {
  Failure failure;
  for (FileCopy& copy : group.copies)
    if (auto checked = check_copy(copy); !checked) add_failure(failure, std::move(checked.error()));
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return {};
}

Failure own_failure(Failure failure) {
  if (failure.kind != Kind::integrity) return failure;
  for (Fault& fault : failure.faults) fault.hint = {};
  failure.faults.back().hint = phrase(
      Text{"这是本工作区自己的台账，不是来源的；先从备份或其他副本恢复它，再合并",
           "this file is the workspace's own, not the source's; restore it from a copy, then "
           "merge again"});
  return failure;
}

}  // namespace sihu
