#include "store/changes.hpp"

namespace sihu {

std::optional<Changes> changes_since(const std::vector<FileMark>& then,
                                     const std::vector<FileMark>& now) {
  Changes changes;
  auto old = then.begin();
  for (const FileMark& file : now) {
    if (old == then.end() || old->name > file.name) {
      changes.tails.push_back({file.name, 0, {}});
      changes.bytes += file.size;
      continue;
    }
    if (old->name < file.name) return std::nullopt;
    const bool same =
        file.size == old->size && file.changed == old->changed && file.inode == old->inode;
    if (!same) {
      if (file.size <= old->size || old->whole_bytes == 0) return std::nullopt;
      changes.tails.push_back({file.name, old->whole_bytes, old->last_check});
      changes.bytes += file.size - old->whole_bytes;
    } else if (old->size > old->whole_bytes) {
      changes.torn.push_back(file.name);
    }
    ++old;
  }
  if (old != then.end()) return std::nullopt;
  return changes;
}

Result<bool> open_tail(LedgerStream& stream, const std::filesystem::path& root, const Tail& tail) {
  if (tail.from > 0) return stream.open_at(root, tail.from, tail.check);
  if (auto opened = stream.open(root); !opened) return tl::unexpected(opened.error());
  return true;
}

}  // namespace sihu
