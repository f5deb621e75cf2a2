#include "store/snapshot_file.hpp"

#include "store/ledger_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_front_part = 1u << 30;

fs::path snapshot_path(const fs::path& root) {
  return root / ".sihu" / "snapshot";
}

bool read_at(int file, char* into, std::uint64_t size, std::uint64_t offset) {
  while (size > 0) {
    const ssize_t count = ::pread(file, into, size, static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    into += count;
    size -= static_cast<std::uint64_t>(count);
    offset += static_cast<std::uint64_t>(count);
  }
  return true;
}

std::optional<std::string> read_part(int file, std::uint64_t offset, std::uint64_t size) {
  if (size > most_front_part) return std::nullopt;
  std::string bytes(size, '\0');
  if (!read_at(file, bytes.data(), size, offset)) return std::nullopt;
  return bytes;
}

// Blocks one behind the other, seen through memory that is used again and again: the first touch of
// a page costs more than to fill it.
class Window {
 public:
  using ReadBlock = std::function<bool(std::uint64_t block, std::string& bytes)>;
  Window(std::uint64_t from, std::uint64_t end, ReadBlock read)
      : end_(end),
        read_(std::move(read)),
        begin_(from / snapshot_block_bytes * snapshot_block_bytes),
        block_(from / snapshot_block_bytes) {}

  // `size` bytes from `from` on, which never goes back; null: they are not there.
  const char* at(std::uint64_t from, std::uint64_t size) {
    if (from < begin_ || from + size > end_) return nullptr;
    while (begin_ + bytes_.size() < from + size) {
      const std::uint64_t past = std::min<std::uint64_t>(from - begin_, bytes_.size());
      bytes_.erase(0, past);
      begin_ += past;
      if (!read_(block_++, bytes_)) return nullptr;
    }
    return bytes_.data() + (from - begin_);
  }

 private:
  std::uint64_t end_;
  ReadBlock read_;
  std::string bytes_;
  std::uint64_t begin_;  // where they begin among all
  std::uint64_t block_;  // the next one
};

}  // namespace

std::optional<SnapshotFile> SnapshotFile::open(const fs::path& root) {
  SnapshotFile snapshot;
  // What is no file, such as a pipe that nobody writes into, must not be waited for.
  snapshot.file_ = Descriptor(
      ::open(snapshot_path(root).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat facts {};
  if (!snapshot.file_ || ::fstat(snapshot.file_.number(), &facts) != 0) return std::nullopt;
  if (!S_ISREG(facts.st_mode)) return std::nullopt;
  const int file = snapshot.file_.number();
  const auto front_bytes = read_part(file, 0, snapshot_front_bytes);
  const auto front = front_bytes ? read_snapshot_front(*front_bytes) : std::nullopt;
  if (!front || static_cast<std::uint64_t>(facts.st_size) != front->bytes()) return std::nullopt;
  const auto head_bytes = read_part(file, front->head_at(), front->head_bytes);
  auto index_bytes = read_part(file, front->index_at(), front->index_bytes());
  if (!head_bytes || !index_bytes) return std::nullopt;
  auto head = read_snapshot_head(*head_bytes, *front);
  auto index = SnapshotIndex::read(std::move(*index_bytes), *front);
  if (!head || !index) return std::nullopt;
  snapshot.front_ = *front;
  snapshot.head_ = std::move(*head);
  snapshot.index_ = std::move(*index);
  return snapshot;
}

bool SnapshotFile::append_block(std::uint64_t block, std::string& bytes) {
  const std::uint64_t from = block * snapshot_block_bytes;
  const std::uint64_t size =
      std::min<std::uint64_t>(snapshot_block_bytes, front_.body_bytes() - from);
  const std::size_t before = bytes.size();
  bytes.resize(before + size);
  char* const into = bytes.data() + before;
  damaged_ = damaged_ || !read_at(file_.number(), into, size, front_.body_at() + from) ||
             !index_.is_sound(block, {into, size});
  return !damaged_;
}

// `size` bytes of the body, there until the next call; null: they can't be had.
const char* SnapshotFile::body(std::uint64_t from, std::uint64_t size) {
  if (from + size > front_.body_bytes()) return nullptr;
  const std::uint64_t begin = first_block_ * snapshot_block_bytes;
  if (blocks_.empty() || from < begin || from + size > begin + blocks_.size()) {
    blocks_.clear();
    first_block_ = from / snapshot_block_bytes;
    for (std::uint64_t block = first_block_; block * snapshot_block_bytes < from + size; ++block)
      if (!append_block(block, blocks_)) return nullptr;
  }
  return blocks_.data() + (from - first_block_ * snapshot_block_bytes);
}

std::optional<OpenRow> SnapshotFile::row_at(std::uint64_t start) {
  const char* const head =
      start + row_head_bytes <= front_.row_bytes ? body(start, row_head_bytes) : nullptr;
  const std::size_t size = head ? row_bytes(head) : 0;
  const char* const bytes = head && start + size <= front_.row_bytes ? body(start, size) : nullptr;
  damaged_ = damaged_ || !bytes;
  if (damaged_) return std::nullopt;
  return read_open_row(rows_.emplace_back(bytes, size).data());
}

bool SnapshotFile::each_row_due_until(Date last, const std::function<void(const OpenRow&)>& visit) {
  Window window(0, front_.row_bytes, [this](std::uint64_t block, std::string& bytes) {
    return append_block(block, bytes);
  });
  for (std::uint64_t start = 0; start < front_.row_bytes;) {
    const char* const head = window.at(start, row_head_bytes);
    const std::size_t size = head ? row_bytes(head) : 0;
    const char* const bytes = head ? window.at(start, size) : nullptr;
    damaged_ = damaged_ || !bytes;
    if (damaged_) return false;
    const OpenRow row = read_open_row(bytes);
    if (row.due > last) break;
    visit(row);
    start += size;
  }
  return true;
}

std::optional<std::vector<OpenRow>> SnapshotFile::submitted_rows() {
  std::vector<OpenRow> rows;
  for (const std::uint32_t start : index_.submitted()) {
    const auto row = row_at(start);
    if (!row) return std::nullopt;
    rows.push_back(*row);
  }
  return rows;
}

std::optional<std::uint32_t> SnapshotFile::slot(std::uint64_t number) {
  std::uint32_t start = 0;
  const char* const bytes = body(front_.slots_at() + sizeof start * number, sizeof start);
  damaged_ = damaged_ || !bytes;
  if (damaged_) return std::nullopt;
  std::memcpy(&start, bytes, sizeof start);
  return start;
}

std::optional<OpenRow> SnapshotFile::find(std::string_view id) {
  const std::uint64_t count = front_.slot_count;
  const std::uint64_t first = snapshot_slot(id, count);
  for (std::uint64_t step = 0; step < count; ++step) {
    const auto start = slot((first + step) & (count - 1));
    if (!start || *start == 0) break;
    const auto row = row_at(*start - 1);
    if (!row || row->id == id) return row;
  }
  return std::nullopt;
}

bool SnapshotFile::may_have(const std::set<std::uint64_t>& faults) {
  Window window(
      front_.faults_at(), front_.body_bytes(),
      [this](std::uint64_t block, std::string& bytes) { return append_block(block, bytes); });
  auto wanted = faults.begin();
  for (std::uint64_t i = 0; i < front_.fault_count && wanted != faults.end(); ++i) {
    std::uint32_t known = 0;
    const char* const bytes = window.at(front_.faults_at() + sizeof known * i, sizeof known);
    damaged_ = damaged_ || !bytes;
    if (damaged_) return true;
    std::memcpy(&known, bytes, sizeof known);
    while (wanted != faults.end() && snapshot_fault(*wanted) < known) ++wanted;
    if (wanted != faults.end() && snapshot_fault(*wanted) == known) return true;
  }
  return false;
}

void save_snapshot(const fs::path& root, std::string_view bytes) {
  std::error_code ignored;
  fs::create_directory(root / ".sihu", ignored);
  replace_cache_file(snapshot_path(root), bytes);
}

Result<std::vector<FileMark>> mark_files(const fs::path& root) {
  auto names = ledger_file_names(root);
  if (!names) return tl::unexpected(names.error());
  std::vector<FileMark> marks;
  marks.reserve(names->size());
  const Descriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for (std::string& name : *names) {
    struct stat facts {};
    if (::fstatat(folder.number(), name.c_str(), &facts, 0) != 0) {
      const auto opened = open_ledger_file(root, name);  // says why
      if (!opened) return tl::unexpected(opened.error());
      continue;
    }
    marks.push_back({std::move(name),
                     static_cast<std::uint64_t>(facts.st_size),
                     facts.st_mtim.tv_sec * std::int64_t{1'000'000'000} + facts.st_mtim.tv_nsec,
                     facts.st_ino,
                     0,
                     {}});
  }
  return marks;
}

}  // namespace sihu
