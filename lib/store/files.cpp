#include "store/files.hpp"

#include "store/system_error.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

namespace sihu {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> cannot_read(std::string_view name, int error) {
  return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, name), error);
}

tl::unexpected<Failure> cannot_write(std::string_view name, int error) {
  return system_failure("cannot-write", phrase(Text{"无法写 {0}", "cannot write {0}"}, name),
                        error);
}

tl::unexpected<Failure> too_big(std::string_view name, std::uint64_t most) {
  return fail(
      Kind::input,
      {Fault{Place{std::string(name)}, "file-too-big",
             phrase(Text{"文件太大，最多 {0} 字节", "the file is too big, at most {0} bytes"},
                    most)}});
}

constexpr mode_t for_all = 0666;  // as far as the umask lets them
constexpr mode_t for_owner = 0600;

// A file of its own beside `file`; its number is its name's only secret.
Descriptor create_beside(const fs::path& file, fs::path& beside, mode_t mode = for_all) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    beside = file.parent_path() /
             fmt::format(".{}.{}.{}.tmp", file.filename().string(), ::getpid(), attempt);
    Descriptor made(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (made || errno != EEXIST) return made;
  }
  return Descriptor{};
}

Produce all_of(std::string_view bytes) {
  return [bytes](const Sink& sink) {
    sink(bytes);
    return Result<void>{};
  };
}

enum class Naming { replaces, creates };

// Gives a finished file its name; 0, or why not.
int give_name(const fs::path& beside, const fs::path& file, Naming naming) {
  if (naming == Naming::replaces) return ::rename(beside.c_str(), file.c_str()) == 0 ? 0 : errno;
  if (::link(beside.c_str(), file.c_str()) == 0) {
    ::unlink(beside.c_str());
    return 0;
  }
  const bool has_no_links = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS;
  if (!has_no_links) return errno;
  return ::renameat2(AT_FDCWD, beside.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) == 0
             ? 0
             : errno;
}

// False: it was to be created, and is there.
Result<bool> write_and_name(const fs::path& file, const Produce& produce, std::string_view name,
                            Naming naming, mode_t mode = for_all) {
  fs::path beside;
  int error = 0;
  Result<void> produced;
  struct stat before {};
  const bool replaces = naming == Naming::replaces && ::stat(file.c_str(), &before) == 0;
  {
    const Descriptor made = create_beside(file, beside, mode);
    if (!made) return cannot_write(name, errno);
    // Who could not read the file before can't read it afterwards.
    if (replaces && ::fchmod(made.number(), before.st_mode & 0777) != 0) error = errno;
    const Sink sink = [&](std::string_view bytes) {
      if (error == 0 && !write_all(made.number(), bytes)) error = errno;
      return error == 0;
    };
    if (error == 0) produced = produce(sink);
    if (error == 0 && produced && ::fsync(made.number()) != 0) error = errno;
  }
  const bool whole = error == 0 && produced;
  if (whole) error = give_name(beside, file, naming);
  if (whole && error == 0) {
    if (auto flushed = flush_folder(file.parent_path()); !flushed)
      return tl::unexpected(flushed.error());
    return true;
  }
  ::unlink(beside.c_str());
  if (!produced) return tl::unexpected(produced.error());
  if (whole && naming == Naming::creates && error == EEXIST) return false;
  return cannot_write(name, error);
}

bool climbs_out(const fs::path& relative) {
  const fs::path normal = relative.lexically_normal();
  return relative.is_absolute() || (!normal.empty() && *normal.begin() == "..");
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
      continue;
    }
    if (count == 0) errno = ENOSPC;
    if (errno != EINTR) return false;
  }
  return true;
}

ssize_t read_piece(int descriptor, char* into, std::size_t size, std::uint64_t offset) {
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t count =
        ::pread(descriptor, into + filled, size - filled, static_cast<off_t>(offset + filled));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return -1;
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  return static_cast<ssize_t>(filled);
}

Result<fs::file_type> look_at(const fs::path& file, std::string_view name) {
  std::error_code error;
  const fs::file_type type = fs::status(file, error).type();
  if (type == fs::file_type::none) return cannot_read(name, error.value());
  return type;
}

Result<Descriptor> open_regular(const fs::path& file, std::string_view name, std::uint64_t& size) {
  Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!descriptor) return cannot_read(name, errno);
  struct stat facts {};
  if (::fstat(descriptor.number(), &facts) != 0) return cannot_read(name, errno);
  if (S_ISDIR(facts.st_mode)) return cannot_read(name, EISDIR);
  if (!S_ISREG(facts.st_mode))
    return fail(Kind::environment, "not-a-file",
                phrase(Text{"{0} 不是普通文件", "{0} is no regular file"}, name));
  size = static_cast<std::uint64_t>(facts.st_size);
  return descriptor;
}

Result<Descriptor> open_file(const fs::path& file, std::string_view name) {
  std::uint64_t size = 0;
  return open_regular(file, name, size);
}

Result<std::string_view> read_file_into(std::string& buffer, const fs::path& file,
                                        std::string_view name, std::uint64_t most) {
  std::uint64_t size = 0;
  const auto descriptor = open_regular(file, name, size);
  if (!descriptor) return tl::unexpected(descriptor.error());
  if (size > most) return too_big(name, most);
  // One byte more than the file has, so that its end is seen without growing.
  if (buffer.size() <= size) buffer.resize(size + 1);
  std::size_t filled = 0;
  while (true) {
    const ssize_t count =
        ::read(descriptor->number(), buffer.data() + filled, buffer.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return cannot_read(name, errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > most) return too_big(name, most);
    if (filled == buffer.size()) buffer.resize(2 * buffer.size());
  }
  return std::string_view(buffer).substr(0, filled);
}

Result<std::string> read_file(const fs::path& file, std::string_view name, std::uint64_t most) {
  std::string text;
  const auto filled = read_file_into(text, file, name, most);
  if (!filled) return tl::unexpected(filled.error());
  text.resize(filled->size());
  return text;
}

Result<void> write_file_atomically(const fs::path& file, std::string_view bytes,
                                   std::string_view name) {
  return write_file_atomically(file, all_of(bytes), name);
}

Result<void> write_file_atomically(const fs::path& file, const Produce& produce,
                                   std::string_view name) {
  const auto written = write_and_name(file, produce, name, Naming::replaces);
  if (!written) return tl::unexpected(written.error());
  return {};
}

Result<bool> create_file_atomically(const fs::path& file, std::string_view bytes,
                                    std::string_view name) {
  return write_and_name(file, all_of(bytes), name, Naming::creates);
}

Result<bool> create_private_file(const fs::path& file, std::string_view bytes,
                                 std::string_view name) {
  return write_and_name(file, all_of(bytes), name, Naming::creates, for_owner);
}

bool replace_cache_file(const fs::path& file, std::string_view bytes) {
  fs::path beside;
  const bool written = [&] {
    const Descriptor made = create_beside(file, beside);
    return made && write_all(made.number(), bytes);
  }();
  if (written && ::rename(beside.c_str(), file.c_str()) == 0) return true;
  if (!beside.empty()) ::unlink(beside.c_str());
  return false;
}

Result<void> make_folders(const fs::path& folder) {
  if (folder.empty() || ::mkdir(folder.c_str(), 0777) == 0)
    return folder.empty() ? Result<void>{} : flush_folder(folder.parent_path());
  const int error = errno;
  std::error_code ignored;
  if (error == EEXIST && fs::is_directory(folder, ignored)) return {};
  if (error != ENOENT) return cannot_write(folder.string(), error == EEXIST ? ENOTDIR : error);
  if (auto above = make_folders(folder.parent_path()); !above) return above;
  if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST)
    return cannot_write(folder.string(), errno);
  return flush_folder(folder.parent_path());
}

Result<void> flush_folder(const fs::path& folder) {
  const fs::path place = folder.empty() ? fs::path(".") : folder;
  const Descriptor descriptor(::open(place.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor && ::fsync(descriptor.number()) == 0) return {};
  return system_failure(
      "not-durable",
      phrase(Text{"不能确定 {0} 已落盘", "{0} is not known to be durable on the disk"},
             place.string()),
      errno);
}

Result<std::vector<std::string>> list_folder(const fs::path& folder, std::string_view ending) {
  std::error_code error;
  std::vector<std::string> names;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    std::string name = entries->path().filename().string();
    if (name.ends_with(ending) && !name.starts_with('.')) names.push_back(std::move(name));
  }
  if (error && error != std::errc::no_such_file_or_directory)
    return cannot_read(folder.string(), error.value());
  std::ranges::sort(names);
  return names;
}

Result<fs::path> path_inside(const fs::path& root, const fs::path& relative) {
  std::error_code error;
  const fs::path top = fs::weakly_canonical(root, error);
  if (error) return cannot_read(root.string(), error.value());
  const fs::path real = fs::weakly_canonical(top / relative, error);
  if (error) return cannot_read(relative.string(), error.value());
  if (!climbs_out(relative) && lies_in(real, top)) return root / relative;
  return fail(
      Kind::input,
      {Fault{Place{relative.string()}, "leaves-workspace",
             phrase(Text{"这个路径通到工作区之外", "this path leads out of the workspace"})}});
}

Result<std::vector<std::string>> list_inside(const fs::path& root, const fs::path& relative,
                                             std::string_view ending) {
  const auto folder = path_inside(root, relative);
  if (!folder) return tl::unexpected(folder.error());
  return list_folder(*folder, ending);
}

Result<fs::path> plain_path_inside(const fs::path& root, const fs::path& relative) {
  std::error_code ignored;
  if (fs::is_symlink(root / relative, ignored)) return path_inside(root, relative);
  return root / relative;
}

}  // namespace sihu
