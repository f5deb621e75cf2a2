// Preloaded into a program: counts its calls that concern certain folders, and makes one of them go
// wrong. Told what to do by the environment:
//
// SIHU_FAULT_UNDER: the folders and files that count, joined by ':'; they begin with '/'.
//
// SIHU_FAULT_AT: the number of the call that goes wrong; the first is 1.
//
// SIHU_FAULT_DO: an errno, or short, kill, tear (half of it, then killed), signal (Ctrl-C).
//
// SIHU_FAULT_ONWARD: set, every call from that one on that needs room on the disk, and no other.
//
// SIHU_FAULT_LOG: a file for the calls that go wrong, or for all of them when none shall; a line
// has the name, a tab and the path, and `-` in front if the call failed by itself.
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

enum class What { nothing, error, shorten, kill, tear, signal };

constexpr int most_descriptors = 1024;

struct Plan {
  std::string under;
  int log = -1;
  long at = 0;
  What what = What::nothing;
  int error = 0;
  bool onward = false;
};

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

What parse_what(const std::string& word) {
  if (word == "short") return What::shorten;
  if (word == "kill") return What::kill;
  if (word == "tear") return What::tear;
  if (word == "signal") return What::signal;
  return word.empty() ? What::nothing : What::error;
}

Plan make_plan() {
  Plan plan;
  plan.under = variable("SIHU_FAULT_UNDER");
  plan.at = std::atol(variable("SIHU_FAULT_AT").c_str());
  const std::string what = variable("SIHU_FAULT_DO");
  plan.what = parse_what(what);
  plan.error = std::atoi(what.c_str());
  plan.onward = !variable("SIHU_FAULT_ONWARD").empty();
  if (const std::string log = variable("SIHU_FAULT_LOG"); !log.empty())
    plan.log = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, log.c_str(),
                                          O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  ::unsetenv("LD_PRELOAD");  // a program that it starts is not tried
  return plan;
}

const Plan& plan() {
  static const Plan made = make_plan();
  return made;
}

std::atomic<long> calls{0};
std::atomic<const char*> paths[most_descriptors];  // of the watched files that are open

bool counts(const char* path) {
  if (!path || plan().under.empty()) return false;
  if (path[0] != '/') return true;  // the driver starts the program in a watched folder
  const std::string& all = plan().under;
  for (std::size_t from = 0; from < all.size();) {
    const std::size_t end = std::min(all.find(':', from), all.size());
    if (std::strncmp(path, all.c_str() + from, end - from) == 0) return true;
    from = end + 1;
  }
  return false;
}

bool counts(int descriptor) {
  return descriptor >= 0 && descriptor < most_descriptors && paths[descriptor].load() != nullptr;
}

bool counts(int folder, const char* path) {
  if (path && path[0] != '/' && folder != AT_FDCWD) return counts(folder);
  return counts(path);
}

const char* path_of(int descriptor) {
  return counts(descriptor) ? paths[descriptor].load() : "?";
}

std::string joined(int folder, const char* path) {
  if (path[0] == '/' || folder == AT_FDCWD) return path;
  return std::string(path_of(folder)) + '/' + path;
}

void remember(int descriptor, const std::string& path) {
  if (descriptor >= 0 && descriptor < most_descriptors)
    paths[descriptor].store(::strdup(path.c_str()));
}

void note(bool failed, const char* name, const std::string& path) {
  if (plan().log < 0) return;
  const std::string line = std::string(failed ? "-" : "") + name + '\t' + path + '\n';
  ::syscall(SYS_write, plan().log, line.data(), line.size());
}

[[noreturn]] void die() {
  ::syscall(SYS_kill, ::getpid(), SIGKILL);
  ::_exit(137);
}

enum class Room { needed, spared };

// Counts the call and says what becomes of it.
What fate(Room room) {
  const long number = ++calls;
  const bool chosen = plan().onward ? plan().at > 0 && number >= plan().at && room == Room::needed
                                    : number == plan().at;
  return chosen ? plan().what : What::nothing;
}

// `call` takes how many bytes to handle; whatever has no bytes gets 0.
template <class Value, class Call>
Value act(const char* name, const std::string& path, Room room, std::size_t size, Value failed,
          const Call& call) {
  const What what = fate(room);
  if (what != What::nothing) note(false, name, path);
  switch (what) {
    case What::nothing: {
      const Value value = call(size);
      if (plan().at == 0) note(value == failed, name, path);
      return value;
    }
    case What::error:
      errno = plan().error;
      return failed;
    case What::shorten:
      return call(size > 1 ? size / 2 : size);
    case What::kill:
      die();
    case What::tear:
      call(size / 2);
      die();
    case What::signal:
      ::raise(SIGINT);
      return call(size);
  }
  return failed;
}

template <class Call>
int act(const char* name, const std::string& path, Room room, const Call& call) {
  return act(name, path, room, 0, -1, [&call](std::size_t) { return call(); });
}

Room room_of(int flags) {
  return (flags & (O_CREAT | O_WRONLY | O_RDWR)) ? Room::needed : Room::spared;
}

int open_any(const char* name, int folder, const char* path, int flags, mode_t mode) {
  using Open = int (*)(int, const char*, int, ...);
  static const auto next = real<Open>("openat");
  if (!counts(folder, path)) return next(folder, path, flags, mode);
  const std::string whole = joined(folder, path);
  const char* const kind = room_of(flags) == Room::needed ? "open+w" : name;
  const int made =
      act(kind, whole, room_of(flags), [&] { return next(folder, path, flags, mode); });
  remember(made, whole);
  return made;
}

mode_t mode_from(int flags, va_list more) {
  return (flags & O_CREAT) ? static_cast<mode_t>(va_arg(more, int)) : 0;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_from(flags, more);
  va_end(more);
  return open_any("open", AT_FDCWD, path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_from(flags, more);
  va_end(more);
  return open_any("open", AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_from(flags, more);
  va_end(more);
  return open_any("open", folder, path, flags, mode);
}

int close(int descriptor) {
  static const auto next = real<int (*)(int)>("close");
  if (!counts(descriptor)) return next(descriptor);
  const std::string path = path_of(descriptor);
  paths[descriptor].store(nullptr);
  // Whatever close says, the descriptor is gone.
  const int closed = next(descriptor);
  return act("close", path, Room::spared, [&] { return closed; });
}

ssize_t read(int descriptor, void* into, size_t size) {
  static const auto next = real<ssize_t (*)(int, void*, size_t)>("read");
  if (!counts(descriptor)) return next(descriptor, into, size);
  return act("read", path_of(descriptor), Room::spared, size, ssize_t{-1},
             [&](std::size_t part) { return next(descriptor, into, part); });
}

ssize_t pread(int descriptor, void* into, size_t size, off_t offset) {
  static const auto next = real<ssize_t (*)(int, void*, size_t, off_t)>("pread");
  if (!counts(descriptor)) return next(descriptor, into, size, offset);
  return act("pread", path_of(descriptor), Room::spared, size, ssize_t{-1},
             [&](std::size_t part) { return next(descriptor, into, part, offset); });
}

ssize_t write(int descriptor, const void* from, size_t size) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
  const bool out = descriptor == STDOUT_FILENO && !plan().under.empty();
  if (!out && !counts(descriptor)) return next(descriptor, from, size);
  const Room room = out ? Room::spared : Room::needed;
  return act("write", out ? "(stdout)" : path_of(descriptor), room, size, ssize_t{-1},
             [&](std::size_t part) { return next(descriptor, from, part); });
}

ssize_t pwrite(int descriptor, const void* from, size_t size, off_t offset) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
  if (!counts(descriptor)) return next(descriptor, from, size, offset);
  return act("pwrite", path_of(descriptor), Room::needed, size, ssize_t{-1},
             [&](std::size_t part) { return next(descriptor, from, part, offset); });
}

ssize_t copy_file_range(int from, off64_t* from_at, int to, off64_t* to_at, size_t size,
                        unsigned flags) {
  using Copy = ssize_t (*)(int, off64_t*, int, off64_t*, size_t, unsigned);
  static const auto next = real<Copy>("copy_file_range");
  if (!counts(to)) return next(from, from_at, to, to_at, size, flags);
  return act("copy_file_range", path_of(to), Room::needed, size, ssize_t{-1},
             [&](std::size_t part) { return next(from, from_at, to, to_at, part, flags); });
}

int fsync(int descriptor) {
  static const auto next = real<int (*)(int)>("fsync");
  if (!counts(descriptor)) return next(descriptor);
  return act("fsync", path_of(descriptor), Room::needed, [&] { return next(descriptor); });
}

int fdatasync(int descriptor) {
  static const auto next = real<int (*)(int)>("fdatasync");
  if (!counts(descriptor)) return next(descriptor);
  return act("fdatasync", path_of(descriptor), Room::needed, [&] { return next(descriptor); });
}

int syncfs(int descriptor) {
  static const auto next = real<int (*)(int)>("syncfs");
  if (!counts(descriptor)) return next(descriptor);
  return act("syncfs", path_of(descriptor), Room::needed, [&] { return next(descriptor); });
}

int ftruncate(int descriptor, off_t size) {
  static const auto next = real<int (*)(int, off_t)>("ftruncate");
  if (!counts(descriptor)) return next(descriptor, size);
  return act("ftruncate", path_of(descriptor), Room::spared,
             [&] { return next(descriptor, size); });
}

int truncate(const char* path, off_t size) {
  static const auto next = real<int (*)(const char*, off_t)>("truncate");
  if (!counts(path)) return next(path, size);
  return act("truncate", path, Room::spared, [&] { return next(path, size); });
}

int rename(const char* from, const char* to) {
  static const auto next = real<int (*)(const char*, const char*)>("rename");
  if (!counts(to)) return next(from, to);
  return act("rename", std::string(from) + '\t' + to, Room::needed, [&] { return next(from, to); });
}

int link(const char* from, const char* to) {
  static const auto next = real<int (*)(const char*, const char*)>("link");
  if (!counts(to)) return next(from, to);
  return act("link", std::string(from) + '\t' + to, Room::needed, [&] { return next(from, to); });
}

int unlink(const char* path) {
  static const auto next = real<int (*)(const char*)>("unlink");
  if (!counts(path)) return next(path);
  return act("unlink", path, Room::spared, [&] { return next(path); });
}

int unlinkat(int folder, const char* path, int flags) {
  static const auto next = real<int (*)(int, const char*, int)>("unlinkat");
  if (!counts(folder, path)) return next(folder, path, flags);
  return act("unlinkat", joined(folder, path), Room::spared,
             [&] { return next(folder, path, flags); });
}

int mkdir(const char* path, mode_t mode) {
  static const auto next = real<int (*)(const char*, mode_t)>("mkdir");
  if (!counts(path)) return next(path, mode);
  return act("mkdir", path, Room::needed, [&] { return next(path, mode); });
}

int chmod(const char* path, mode_t mode) {
  static const auto next = real<int (*)(const char*, mode_t)>("chmod");
  if (!counts(path)) return next(path, mode);
  return act("chmod", path, Room::needed, [&] { return next(path, mode); });
}

int fchmod(int descriptor, mode_t mode) {
  static const auto next = real<int (*)(int, mode_t)>("fchmod");
  if (!counts(descriptor)) return next(descriptor, mode);
  return act("fchmod", path_of(descriptor), Room::needed, [&] { return next(descriptor, mode); });
}

int stat(const char* path, struct stat* facts) {
  static const auto next = real<int (*)(const char*, struct stat*)>("stat");
  if (!counts(path)) return next(path, facts);
  return act("stat", path, Room::spared, [&] { return next(path, facts); });
}

int lstat(const char* path, struct stat* facts) {
  static const auto next = real<int (*)(const char*, struct stat*)>("lstat");
  if (!counts(path)) return next(path, facts);
  return act("lstat", path, Room::spared, [&] { return next(path, facts); });
}

int fstat(int descriptor, struct stat* facts) {
  static const auto next = real<int (*)(int, struct stat*)>("fstat");
  if (!counts(descriptor)) return next(descriptor, facts);
  return act("fstat", path_of(descriptor), Room::spared, [&] { return next(descriptor, facts); });
}

int fstatat(int folder, const char* path, struct stat* facts, int flags) {
  static const auto next = real<int (*)(int, const char*, struct stat*, int)>("fstatat");
  if (!counts(folder, path)) return next(folder, path, facts, flags);
  return act("fstatat", joined(folder, path), Room::spared,
             [&] { return next(folder, path, facts, flags); });
}

int statx(int folder, const char* path, int flags, unsigned mask, struct statx* facts) {
  static const auto next = real<int (*)(int, const char*, int, unsigned, struct statx*)>("statx");
  if (!counts(folder, path)) return next(folder, path, flags, mask, facts);
  return act("statx", joined(folder, path), Room::spared,
             [&] { return next(folder, path, flags, mask, facts); });
}

char* realpath(const char* path, char* into) {
  static const auto next = real<char* (*)(const char*, char*)>("realpath");
  if (!counts(path)) return next(path, into);
  return act("realpath", path, Room::spared, 0, static_cast<char*>(nullptr),
             [&](std::size_t) { return next(path, into); });
}

void* mmap(void* at, size_t size, int protection, int flags, int descriptor, off_t offset) {
  static const auto next = real<void* (*)(void*, size_t, int, int, int, off_t)>("mmap");
  if (!counts(descriptor)) return next(at, size, protection, flags, descriptor, offset);
  return act("mmap", path_of(descriptor), Room::spared, 0, MAP_FAILED,
             [&](std::size_t) { return next(at, size, protection, flags, descriptor, offset); });
}

int fcntl(int descriptor, int command, ...) {
  static const auto next = real<int (*)(int, int, ...)>("fcntl");
  va_list more;
  va_start(more, command);
  void* const argument = va_arg(more, void*);
  va_end(more);
  if (command != F_OFD_SETLK || !counts(descriptor)) return next(descriptor, command, argument);
  return act("lock", path_of(descriptor), Room::spared,
             [&] { return next(descriptor, command, argument); });
}

DIR* fdopendir(int descriptor) {
  static const auto next = real<DIR* (*)(int)>("fdopendir");
  if (!counts(descriptor)) return next(descriptor);
  return act("fdopendir", path_of(descriptor), Room::spared, 0, static_cast<DIR*>(nullptr),
             [&](std::size_t) { return next(descriptor); });
}

struct dirent* readdir(DIR* folder) {
  static const auto next = real<struct dirent* (*)(DIR*)>("readdir");
  const int descriptor = ::dirfd(folder);
  if (!counts(descriptor)) return next(folder);
  return act("readdir", path_of(descriptor), Room::spared, 0, static_cast<struct dirent*>(nullptr),
             [&](std::size_t) { return next(folder); });
}

int closedir(DIR* folder) {
  static const auto next = real<int (*)(DIR*)>("closedir");
  const int descriptor = ::dirfd(folder);
  if (descriptor >= 0 && descriptor < most_descriptors) paths[descriptor].store(nullptr);
  return next(folder);
}

}  // extern "C"
