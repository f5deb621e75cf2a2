#include "store/append.hpp"

#include "store/files.hpp"
#include "store/lock.hpp"
#include "store/system_error.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace sihu {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> cannot_append(std::string_view name, int error) {
  return system_failure(
      "cannot-append",
      phrase(Text{"无法写入 {0}，没有记录任何内容", "cannot write {0}, nothing was recorded"},
             name),
      error);
}

tl::unexpected<Failure> not_durable(std::string_view name, int error) {
  return fail(
      Kind::environment, "not-durable",
      phrase(Text{"已写入 {0}，但不能确定已落盘：{1}",
                  "{0} was written, but is not known to be durable: {1}"},
             name, system_reason(error)),
      phrase(
          Text{"检查磁盘，再看这一条是否已在台账里；不在，才重新记录",
               "look at the disk, then whether it is in the ledger; record it again only if not"}));
}

Result<void> check_unchanged(const fs::path& file, int descriptor, std::string_view name,
                             std::initializer_list<std::uint64_t> sizes) {
  struct stat facts {};
  struct stat named {};
  // The own file's own lock, beside the device's: whoever works without the latter is noticed here.
  const bool locked = try_lock(descriptor);
  if (!locked && errno != EAGAIN && errno != EACCES) return cannot_append(name, errno);
  if (::fstat(descriptor, &facts) != 0) return cannot_append(name, errno);
  // A merge may have put another file under the name since it was opened.
  const bool same = ::stat(file.c_str(), &named) == 0 && named.st_ino == facts.st_ino &&
                    named.st_dev == facts.st_dev;
  if (locked && same &&
      std::ranges::find(sizes, static_cast<std::uint64_t>(facts.st_size)) != sizes.end())
    return {};
  return fail(Kind::environment, "changed-meanwhile",
              phrase(Text{"{0} 在记录过程中被别的程序改动，没有记录任何内容",
                          "another program changed {0} meanwhile, nothing was recorded"},
                     name),
              phrase(Text{"再试一次", "try again"}));
}

// One write, but for what the system takes piece by piece. What does not get through is taken back:
// whole lines of half a command must not stay.
Result<void> write_or_take_back(int descriptor, std::string_view name, std::uint64_t expected,
                                std::string_view bytes) {
  if (write_all(descriptor, bytes)) return {};
  const int error = errno;
  // Should this fail as well, a torn tail is left, which readers ignore and the next writer moves
  // away.
  [[maybe_unused]] const int cut = ::ftruncate(descriptor, static_cast<off_t>(expected));
  return cannot_append(name, error);
}

// A file of that name that did not exist before.
Descriptor create_torn(const fs::path& file, std::uint64_t whole, fs::path& made) {
  for (int more = 1; more < 10000; ++more) {
    made = fmt::format("{}.{}{}.torn", file.string(), whole,
                       more == 1 ? "" : fmt::format(".{}", more));
    Descriptor descriptor(::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (descriptor || errno != EEXIST) return descriptor;
  }
  return Descriptor{};
}

Result<fs::path> keep_tail(const fs::path& file, std::string_view name, std::uint64_t whole,
                           std::string_view tail) {
  fs::path torn;
  const Descriptor descriptor = create_torn(file, whole, torn);
  if (!descriptor) return cannot_append(name, errno);
  if (write_all(descriptor.number(), tail) && ::fsync(descriptor.number()) == 0) {
    if (auto flushed = flush_folder(file.parent_path()); !flushed)
      return tl::unexpected(flushed.error());
    return torn;
  }
  const int error = errno;
  ::unlink(torn.c_str());
  return cannot_append(name, error);
}

bool cut_off(const fs::path& file, std::uint64_t whole) {
  int done = -1;
  do done = ::truncate(file.c_str(), static_cast<off_t>(whole));
  while (done != 0 && errno == EINTR);
  return done == 0;
}

// A new file is found again only if its folder, and what that lies in, say so: `ledger/2026Q4` may
// have been made by somebody who was killed before it was flushed.
Result<void> flush_names(const fs::path& file) {
  fs::path folder = file.parent_path();
  for (int above = 0; above < 3; ++above, folder = folder.parent_path())
    if (auto flushed = flush_folder(folder); !flushed) return flushed;
  return {};
}

}  // namespace

Result<void> append_to_file(const fs::path& file, std::string_view name, std::uint64_t expected,
                            std::string_view bytes) {
  const bool fresh = expected == 0;
  if (fresh)
    if (auto made = make_folders(file.parent_path()); !made) return made;
  const int flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | (fresh ? O_CREAT : 0);
  const Descriptor descriptor(::open(file.c_str(), flags, 0666));
  if (!descriptor) return cannot_append(name, errno);
  if (auto same = check_unchanged(file, descriptor.number(), name, {expected}); !same) return same;
  if (auto written = write_or_take_back(descriptor.number(), name, expected, bytes); !written) {
    if (fresh) ::unlink(file.c_str());
    return written;
  }
  if ((fresh ? ::fsync(descriptor.number()) : ::fdatasync(descriptor.number())) != 0)
    return not_durable(name, errno);
  return fresh ? flush_names(file) : Result<void>{};
}

Result<std::optional<Fault>> move_torn_tail(const fs::path& file, std::string_view name,
                                            std::uint64_t whole) {
  const auto text = read_file(file, name);
  if (!text) return tl::unexpected(text.error());
  if (text->size() <= whole) return std::nullopt;
  const auto torn = keep_tail(file, name, whole, std::string_view(*text).substr(whole));
  if (!torn) return tl::unexpected(torn.error());
  if (!cut_off(file, whole)) return cannot_append(name, errno);
  return Fault{.place = Place{std::string(name)},
               .name = "tail-moved",
               .what = phrase(Text{"末尾 {0} 字节是中断的写入，已移到 {1}",
                                   "{0} bytes of an interrupted write were moved to {1}"},
                              text->size() - whole, torn->filename().string()),
               .warning = true};
}

Result<Descriptor> hold_unchanged(const fs::path& file, std::string_view name,
                                  std::initializer_list<std::uint64_t> sizes) {
  Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
  if (!descriptor) return cannot_append(name, errno);
  if (auto same = check_unchanged(file, descriptor.number(), name, sizes); !same)
    return tl::unexpected(same.error());
  return descriptor;
}

}  // namespace sihu
