#include "store/merge_archived.hpp"

#include "problem/archiving.hpp"
#include "store/forgetting_lines.hpp"
#include "store/ledger_files.hpp"
#include "store/mapped.hpp"
#include "store/threads.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace sihu {
namespace {

std::optional<Quarter> archived_until(std::string_view text, const std::string& name,
                                      const Workspace& workspace) {
  std::optional<Quarter> last;
  for (const ForgettingLine& line : forgetting_lines(text, archive_event, name, workspace))
    if (line.counts) last = std::max(last, Quarter::parse(line.event.subject));
  return last;
}

// Of what is made ready: it lies on this disk, where nobody pulls it out.
Result<std::optional<Quarter>> arriving(const FileMerge& files, const Workspace& workspace) {
  std::vector<std::pair<std::filesystem::path, std::string>> placed;
  for (const auto& [plain, group] : files.groups())
    for (const Union::Kept& kept : group.united.place)
      if (const FileCopy& copy = group.copies[kept.copy]; copy.may_forget)
        placed.emplace_back(copy.file, kept.name);
  std::vector<Result<std::optional<Quarter>>> found(placed.size());
  share_out(placed.size(), threads_for(placed.size()), [&](std::size_t i, std::size_t) {
    const auto& [file, name] = placed[i];
    const auto map = MappedFile::open(file, name);
    if (map)
      found[i] = archived_until(map->bytes(), name, workspace);
    else
      found[i] = tl::unexpected(map.error());
  });
  std::optional<Quarter> last;
  for (const auto& quarter : found) {
    if (!quarter) return quarter;
    last = std::max(last, *quarter);
  }
  return last;
}

}  // namespace

Result<std::optional<Quarter>> archived_until(const Workspace& workspace) {
  std::optional<Quarter> last;
  const auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  for (const std::string& name : *names) {
    const auto map = MappedFile::open(workspace.root() / name, name);
    if (!map) return tl::unexpected(map.error());
    last = std::max(last, archived_until(map->bytes(), name, workspace));
  }
  return last;
}

Result<void> skip_archived(const Workspace& workspace, FileMerge& files, MergeSummary& summary) {
  const auto absent = files.absent_quarters();
  if (absent.empty()) return {};
  const auto here = archived_until(workspace);
  if (!here) return tl::unexpected(here.error());
  const auto coming = arriving(files, workspace);
  if (!coming) return tl::unexpected(coming.error());
  const auto last = std::max(*here, *coming);
  for (const Quarter quarter : absent) {
    if (!last || quarter > *last) continue;
    files.drop_quarter(quarter);
    summary.archived.push_back(to_string(quarter));
  }
  return {};
}

}  // namespace sihu
