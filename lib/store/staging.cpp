#include "store/staging.hpp"

#include "store/files.hpp"
#include "store/system_error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_at_once = std::size_t{1} << 30;
constexpr std::size_t most_one_by_one = 16;

tl::unexpected<Failure> cannot_write(std::string_view name, int error) {
  return system_failure("cannot-write", phrase(Text{"无法写 {0}", "cannot write {0}"}, name),
                        error);
}

tl::unexpected<Failure> cannot_read(std::string_view name, int error) {
  return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, name), error);
}

tl::unexpected<Failure> changed(std::string_view name) {
  return fail(Kind::environment, "changed-meanwhile",
              phrase(Text{"{0} 在读的过程中变短了，没有合并任何内容",
                          "{0} became shorter while it was read, nothing was merged"},
                     name),
              phrase(Text{"再试一次", "try again"}));
}

// Through memory, where the kernel can't copy by itself. Gives what is left, or -1.
ssize_t copy_by_hand(int from, int to, std::uint64_t left) {
  std::array<char, 65536> buffer{};
  while (left > 0) {
    const ssize_t count = ::read(from, buffer.data(), std::min<std::uint64_t>(buffer.size(), left));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count < 0 ? -1 : static_cast<ssize_t>(left);
    if (!write_all(to, {buffer.data(), static_cast<std::size_t>(count)})) return -1;
    left -= static_cast<std::uint64_t>(count);
  }
  return 0;
}

// Copies from where both files stand. Gives what is left, or -1.
ssize_t copy_bytes(int from, int to, std::uint64_t left) {
  while (left > 0) {
    const ssize_t count =
        ::copy_file_range(from, nullptr, to, nullptr,
                          static_cast<std::size_t>(std::min<std::uint64_t>(left, most_at_once)), 0);
    if (count < 0 && errno == EINTR) continue;
    const bool elsewhere = count < 0 && (errno == EXDEV || errno == ENOSYS || errno == EINVAL ||
                                         errno == EOPNOTSUPP || errno == EPERM);
    // Some file systems give 0 where they should say that they can't.
    if (elsewhere || count == 0) return copy_by_hand(from, to, left);
    if (count < 0) return -1;
    left -= static_cast<std::uint64_t>(count);
  }
  return 0;
}

Result<fs::path> temporary_folder() {
  std::error_code error;
  const fs::path among = fs::temp_directory_path(error);
  if (error) return cannot_write("$TMPDIR", error.value());
  std::string folder = (among / "sihu-XXXXXX").string();
  if (!::mkdtemp(folder.data())) return cannot_write(folder, errno);
  return fs::path(folder);
}

}  // namespace

Result<Staging> Staging::make(const fs::path& root) {
  const auto lock_file = path_inside(root, ".sihu/lock.merge");
  if (!lock_file) return tl::unexpected(lock_file.error());
  auto lock = Lock::take(*lock_file);
  if (!lock) return tl::unexpected(lock.error());
  const auto folder = path_inside(root, fs::path(".sihu") / "merge");
  if (!folder) return tl::unexpected(folder.error());
  std::error_code error;
  fs::remove_all(*folder, error);
  if (error) return cannot_write(folder->string(), error.value());
  if (auto made = make_folders(*folder); !made) return tl::unexpected(made.error());
  return Staging(*folder, std::move(*lock));
}

Result<Staging> Staging::make_to_look(const fs::path& root) {
  if (::access(root.c_str(), W_OK) == 0) return make(root);
  auto folder = temporary_folder();
  if (!folder) return tl::unexpected(folder.error());
  return Staging(std::move(*folder), std::nullopt);
}

Staging::Staging(Staging&& other) noexcept
    : lock_(std::move(other.lock_)),
      folder_(std::exchange(other.folder_, {})),
      count_(other.count_) {}

Staging::~Staging() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

Result<fs::path> Staging::copy(const fs::path& file, std::string_view shown, std::uint64_t bytes) {
  std::uint64_t size = 0;
  const auto from = open_regular(file, shown, size);
  if (!from) return tl::unexpected(from.error());
  fs::path staged = folder_ / ("copy" + std::to_string(count_++));
  const Descriptor to(::open(staged.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!to) return cannot_write(staged.string(), errno);
  const ssize_t left = copy_bytes(from->number(), to.number(), bytes);
  if (left > 0) return changed(shown);
  if (left == 0) {
    // The disk begins to write while the copies are still looked at; a hint, so it may fail.
    ::sync_file_range(to.number(), 0, 0, SYNC_FILE_RANGE_WRITE);
    return staged;
  }
  const int error = errno;
  const bool disk = error == ENOSPC || error == EDQUOT || error == EFBIG || error == EROFS;
  return disk ? cannot_write(staged.string(), error) : cannot_read(shown, error);
}

Result<void> put_in_place(const fs::path& staged, const fs::path& file, std::string_view name) {
  struct stat before {};
  if (::stat(file.c_str(), &before) == 0) {
    // Who could not read the file before can't read it afterwards.
    if (::chmod(staged.c_str(), before.st_mode & 0777) != 0) return cannot_write(name, errno);
  } else if (auto made = make_folders(file.parent_path()); !made) {
    return made;
  }
  if (::rename(staged.c_str(), file.c_str()) != 0) return cannot_write(name, errno);
  return {};
}

Result<void> flush_files(const std::vector<fs::path>& files) {
  const bool at_once = files.size() > most_one_by_one;
  for (const fs::path& file : files) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    const int done = !descriptor ? -1
                     : at_once   ? ::syncfs(descriptor.number())
                                 : ::fsync(descriptor.number());
    if (done != 0) return cannot_write(file.string(), errno);
    if (at_once) break;
  }
  return {};
}

}  // namespace sihu
