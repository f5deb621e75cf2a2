#include "store/sitting_file.hpp"

#include "base/sha256.hpp"
#include "store/device.hpp"
#include "store/system_error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_bytes = 16u * 1024 * 1024;

tl::unexpected<Failure> cannot_keep(const fs::path& file, int error) {
  return system_failure(
      "cannot-keep-answers",
      phrase(Text{"答案存不进 {0}", "answers can't be kept in {0}"}, file.string()), error);
}

tl::unexpected<Failure> already_open(NotesOf what) {
  return what == NotesOf::drill
             ? fail(Kind::environment, "drill-open",
                    phrase(Text{"正在另一个窗口里练", "a drill is going on in another window"}))
             : fail(Kind::environment, "sitting-open",
                    phrase(Text{"这份卷子正在另一个窗口里答",
                                "this paper is being sat in another window"}));
}

// Beside the workspace's own memory, so that two folders never share a sitting.
Result<fs::path> file_for(const fs::path& state_home, const fs::path& root,
                          std::string_view subject, NotesOf what) {
  auto memory = local_state_file(state_home, root);
  if (!memory) return memory;
  const std::string name = memory->filename().string() + "." +
                           sha256_hex(std::string(subject)).substr(0, 16) +
                           (what == NotesOf::drill ? ".drill" : ".sitting");
  return memory->parent_path() / name;
}

// By the line that began it, which is the same wherever the workspace lies.
fs::path file_of_start(const fs::path& state_home, const std::string& start) {
  return state_home / "sihu" / ("start-" + sha256_hex(start).substr(0, 16) + ".sitting");
}

Result<bool> is_there(const fs::path& file) {
  const auto kind = look_at(file, file.string());
  if (!kind) return tl::unexpected(kind.error());
  return *kind != fs::file_type::not_found;
}

}  // namespace

Result<SittingFile> SittingFile::open_at(const fs::path& file, NotesOf what) {
  const auto was_there = is_there(file);
  if (!was_there) return tl::unexpected(was_there.error());
  if (auto made = make_folders(file.parent_path()); !made) return tl::unexpected(made.error());
  if (::chmod(file.parent_path().c_str(), 0700) != 0) return cannot_keep(file, errno);
  Descriptor descriptor(
      ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!descriptor) return cannot_keep(file, errno);
  if (!try_lock(descriptor.number())) {
    if (errno != EAGAIN && errno != EACCES) return cannot_keep(file, errno);
    return already_open(what);
  }
  auto text = read_file(file, file.string(), most_bytes);
  if (!text) return tl::unexpected(text.error());
  text->resize(text->rfind('\n') + 1);
  if (::ftruncate(descriptor.number(), static_cast<off_t>(text->size())) != 0)
    return cannot_keep(file, errno);
  if (auto flushed = flush_folder(file.parent_path()); !flushed)
    return tl::unexpected(flushed.error());
  return SittingFile(file, std::move(descriptor), std::move(*text), !*was_there);
}

Result<SittingFile> SittingFile::open(const fs::path& state_home, const fs::path& root,
                                      std::string_view subject, NotesOf what) {
  const auto file = file_for(state_home, root, subject, what);
  if (!file) return tl::unexpected(file.error());
  return open_at(*file, what);
}

Result<SittingFile> SittingFile::open(const fs::path& state_home, const fs::path& root,
                                      const SittingNames& names) {
  const auto by_folder = file_for(state_home, root, names.subject, NotesOf::sitting);
  if (!by_folder) return tl::unexpected(by_folder.error());
  const fs::path wanted = file_of_start(state_home, names.start);
  std::vector<fs::path> files{wanted};
  for (const std::string& other : names.others) files.push_back(file_of_start(state_home, other));
  files.push_back(*by_folder);
  for (const fs::path& file : files) {
    const auto there = is_there(file);
    if (!there) return tl::unexpected(there.error());
    if (*there) return open_at(file, NotesOf::sitting);
  }
  return open_at(wanted, NotesOf::sitting);
}

Result<void> SittingFile::try_out(const fs::path& state_home, const fs::path& root) {
  // Another window may try at the same moment.
  auto trial = open(state_home, root, "trial/" + std::to_string(::getpid()));
  if (!trial) return tl::unexpected(trial.error());
  const auto kept = trial->add("trial\n");
  trial->forget();
  return kept;
}

Result<void> SittingFile::add(std::string_view line) {
  if (!write_all(descriptor_.number(), line)) return cannot_keep(file_, errno);
  if (::fdatasync(descriptor_.number()) != 0) return cannot_keep(file_, errno);
  return {};
}

void SittingFile::forget() {
  std::error_code ignored;
  fs::remove(file_, ignored);
}

}  // namespace sihu
