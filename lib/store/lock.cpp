#include "store/lock.hpp"

#include "base/utf8.hpp"
#include "store/system_error.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <ctime>

namespace sihu {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t info_size = 128;

tl::unexpected<Failure> cannot_lock(const fs::path& file, int error) {
  return system_failure("cannot-lock",
                        phrase(Text{"无法加锁 {0}", "cannot lock {0}"}, file.string()), error);
}

// Whether the file under that name still is the one that was opened.
Result<bool> is_still(const fs::path& file, int descriptor) {
  struct stat named {};
  struct stat opened {};
  if (::fstat(descriptor, &opened) != 0) return cannot_lock(file, errno);
  if (::stat(file.c_str(), &named) == 0)
    return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev;
  if (errno != ENOENT) return cannot_lock(file, errno);
  return false;
}

// False when a signal came: the only one that is caught is Ctrl-C.
bool rest(std::chrono::milliseconds pause) {
  const timespec length{0, static_cast<long>(pause.count()) * 1'000'000};
  return ::nanosleep(&length, nullptr) == 0;
}

// Always as many bytes, so that nothing has to be cut off.
void write_holder(int descriptor) {
  std::array<char, 64> host{};
  ::gethostname(host.data(), host.size() - 1);
  std::string info = fmt::format("{} @ {}", ::getpid(), host.data());
  info.resize(info_size - 1, ' ');
  // Only for people: if it fails, the lock holds all the same.
  [[maybe_unused]] const ssize_t count = ::pwrite(descriptor, (info + '\n').data(), info_size, 0);
}

std::string read_holder(int descriptor) {
  std::array<char, info_size> info{};
  const ssize_t count = ::pread(descriptor, info.data(), info.size(), 0);
  std::string_view text(info.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
  text = text.substr(0, text.find_last_not_of(" \n") + 1);
  return text.empty() || find_invalid_utf8(text) ? "?" : std::string(text);
}

tl::unexpected<Failure> held(int descriptor, std::chrono::milliseconds patience) {
  return fail(Kind::environment, "locked",
              phrase(Text{"等了 {1} 秒，进程 {0} 仍在记录",
                          "process {0} is still recording after {1} s of waiting"},
                     read_holder(descriptor),
                     fmt::format("{:g}", static_cast<double>(patience.count()) / 1000)),
              phrase(Text{"等它结束，或结束它，再试", "let it finish, or end it, and try again"}));
}

tl::unexpected<Failure> interrupted() {
  return fail(Kind::environment, "interrupted",
              phrase(Text{"等锁时被中断，没有记录任何内容",
                          "interrupted while waiting for the lock, nothing was recorded"}),
              phrase(Text{"再试一次", "try again"}));
}

}  // namespace

bool try_lock(int descriptor) {
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  int done = -1;
  do done = ::fcntl(descriptor, F_OFD_SETLK, &whole);
  while (done != 0 && errno == EINTR);
  return done == 0;
}

Lock Lock::hold(Descriptor descriptor) {
  write_holder(descriptor.number());
  return Lock(std::move(descriptor));
}

Lock::~Lock() {
  // The name goes before the lock does, or it might be the next holder's.
  if (descriptor_) [[maybe_unused]]
    const int emptied = ::ftruncate(descriptor_.number(), 0);
}

Result<Lock> Lock::take(const fs::path& file, std::chrono::milliseconds patience) {
  if (auto made = make_folders(file.parent_path()); !made) return tl::unexpected(made.error());
  const auto deadline = Clock::now() + patience;
  for (std::chrono::milliseconds pause{1};;
       pause = std::min(2 * pause, std::chrono::milliseconds{16})) {
    Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!descriptor) return cannot_lock(file, errno);
    const bool locked = try_lock(descriptor.number());
    if (!locked && errno != EAGAIN && errno != EACCES) return cannot_lock(file, errno);
    if (locked) {
      const auto same = is_still(file, descriptor.number());
      if (!same) return tl::unexpected(same.error());
      if (*same) return hold(std::move(descriptor));
    }
    if (Clock::now() >= deadline) return held(descriptor.number(), patience);
    if (!rest(pause)) return interrupted();
  }
}

}  // namespace sihu
