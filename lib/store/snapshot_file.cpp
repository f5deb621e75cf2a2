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
  Window(std::uint64_t end, ReadBlock read) : end_(end), read_(std::move(read)) {}

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
  std::uint64_t begin_ = 0;  // where they begin among all
  std::uint64_t block_ = 0;  // the next one
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
  // Not set to anything, and not by `new`, which may take large pages for so much: little of it is
  // ever touched, and the rest costs nothing.
  snapshot.body_.reset(static_cast<char*>(std::malloc(front->body_bytes())));
  if (!snapshot.body_) return std::nullopt;
  snapshot.loaded_.resize(front->block_count());
  return snapshot;
}

// Makes the bytes of the body from `from` to before `to` readable.
bool SnapshotFile::load(std::uint64_t from, std::uint64_t to) {
  for (std::uint64_t block = from / snapshot_block_bytes; block * snapshot_block_bytes < to;
       ++block) {
    if (block >= loaded_.size()) break;
    if (loaded_[block]) continue;
    if (!read_block(block, body_.get() + block * snapshot_block_bytes)) return false;
    loaded_[block] = true;
  }
  return true;
}

std::uint64_t SnapshotFile::block_size(std::uint64_t block) const {
  return std::min<std::uint64_t>(snapshot_block_bytes,
                                 front_.body_bytes() - block * snapshot_block_bytes);
}

bool SnapshotFile::read_block(std::uint64_t block, char* into) {
  const std::uint64_t size = block_size(block);
  const std::uint64_t at = front_.body_at() + block * snapshot_block_bytes;
  damaged_ =
      damaged_ || !read_at(file_.number(), into, size, at) || !index_.is_sound(block, {into, size});
  return !damaged_;
}

std::optional<OpenRow> SnapshotFile::row_at(std::uint32_t start) {
  const std::uint64_t end = start + row_head_bytes;
  if (end > front_.row_bytes || !load(start, end)) return std::nullopt;
  const std::uint64_t size = row_bytes(body_.get() + start);
  if (start + size > front_.row_bytes || !load(start, start + size)) return std::nullopt;
  return read_open_row(body_.get() + start);
}

bool SnapshotFile::each_row_due_until(Date last, const std::function<void(const OpenRow&)>& visit) {
  Window window(front_.row_bytes, [this](std::uint64_t block, std::string& bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + block_size(block));
    return read_block(block, bytes.data() + before);
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
  const std::uint64_t at = front_.slots_at() + 4 * number;
  std::uint32_t start = 0;
  if (!load(at, at + sizeof start)) return std::nullopt;
  std::memcpy(&start, body_.get() + at, sizeof start);
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

bool SnapshotFile::may_have(std::uint64_t fault) {
  if (!faults_) {
    const auto bytes = read_part(file_.number(), front_.faults_at(), front_.fault_bytes());
    faults_ = bytes ? SnapshotFaults::read(*bytes, front_) : std::nullopt;
  }
  damaged_ = damaged_ || !faults_;
  return !faults_ || faults_->may_have(fault);
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
