#include "store/merge_archived.hpp"

#include "problem/archiving.hpp"
#include "store/find_bytes.hpp"
#include "store/ledger_files.hpp"
#include "store/mapped.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t quarter_bytes = 6;

// Of what is made ready: it lies on this disk, where nobody pulls it out.
Result<std::optional<Quarter>> arriving(const FileMerge& files) {
  std::optional<Quarter> last;
  for (const auto& [plain, group] : files.groups())
    for (const Union::Kept& kept : group.united.place) {
      const auto map = MappedFile::open(group.copies[kept.copy].file, kept.name);
      if (!map) return tl::unexpected(map.error());
      last = std::max(last, archived_until(map->bytes()));
    }
  return last;
}

}  // namespace

std::optional<Quarter> archived_until(std::string_view whole_lines) {
  static const std::string column = '\t' + std::string(archive_event) + '\t';
  std::optional<Quarter> last;
  std::size_t at = 0;
  while ((at = find_bytes(whole_lines, column)) != std::string_view::npos) {
    whole_lines.remove_prefix(at + column.size());
    last = std::max(last, Quarter::parse(whole_lines.substr(0, quarter_bytes)));
  }
  return last;
}

Result<std::optional<Quarter>> archived_until(const std::filesystem::path& root) {
  std::optional<Quarter> last;
  const auto names = ledger_file_names(root);
  if (!names) return tl::unexpected(names.error());
  for (const std::string& name : *names) {
    const auto map = MappedFile::open(root / name, name);
    if (!map) return tl::unexpected(map.error());
    last = std::max(last, archived_until(map->bytes()));
  }
  return last;
}

Result<void> skip_archived(const std::filesystem::path& root, FileMerge& files,
                           MergeSummary& summary) {
  const auto absent = files.absent_quarters();
  if (absent.empty()) return {};
  const auto here = archived_until(root);
  if (!here) return tl::unexpected(here.error());
  const auto coming = arriving(files);
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
